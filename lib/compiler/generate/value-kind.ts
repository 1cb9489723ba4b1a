/**
 * How values of C's types are held in slots and in memory. A slot holds 32 or 64 bits; integers
 * narrower than int are kept promoted; pointers are unsigned 64-bit integers.
 */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Type } from '../types';

export type ValueKind =
  'int32' | 'uint32' | 'int64' | 'uint64' | 'float32' | 'float64' | 'record' | 'void';

export function valueKind(type: Type): ValueKind {
  switch (type.kind) {
    case 'void':
    case 'error':
      return 'void';
    case 'integer':
      if (type.bytes === 8) return type.signed ? 'int64' : 'uint64';
      return type.bytes === 4 && !type.signed ? 'uint32' : 'int32';
    case 'enum':
      return valueKind(type.underlying);
    case 'floating':
      return type.bytes === 4 ? 'float32' : 'float64';
    case 'pointer':
    case 'array':
    case 'function':
      return 'uint64';
    case 'record':
      return 'record';
    default:
      return assertNever(type);
  }
}

/** 64-bit values take two words of a slot. */
export function isWide(kind: ValueKind): boolean {
  return kind === 'int64' || kind === 'uint64' || kind === 'float64';
}

export function isScalarType(type: Type): boolean {
  const kind = valueKind(type);
  return kind !== 'record' && kind !== 'void' && type.kind !== 'array' && type.kind !== 'function';
}

/** Opcodes that move a scalar of one width between memory and a slot. */
export interface MemoryAccess {
  readonly bytes: 1 | 2 | 4 | 8;
  readonly load: number;
  readonly store: number;
  readonly loadStatic: number;
  readonly storeStatic: number;
  /** Narrow locals; null where a frame word is itself a slot. */
  readonly narrow: { readonly load: number; readonly store: number } | null;
}

const SIGNED_8: MemoryAccess = {
  bytes: 1,
  load: Opcode.LD8S,
  store: Opcode.ST8,
  loadStatic: Opcode.LDG8S,
  storeStatic: Opcode.STG8,
  narrow: { load: Opcode.LDL8S, store: Opcode.STL8 },
};
const UNSIGNED_8: MemoryAccess = {
  ...SIGNED_8,
  load: Opcode.LD8U,
  loadStatic: Opcode.LDG8U,
  narrow: { load: Opcode.LDL8U, store: Opcode.STL8 },
};
const SIGNED_16: MemoryAccess = {
  bytes: 2,
  load: Opcode.LD16S,
  store: Opcode.ST16,
  loadStatic: Opcode.LDG16S,
  storeStatic: Opcode.STG16,
  narrow: { load: Opcode.LDL16S, store: Opcode.STL16 },
};
const UNSIGNED_16: MemoryAccess = {
  ...SIGNED_16,
  load: Opcode.LD16U,
  loadStatic: Opcode.LDG16U,
  narrow: { load: Opcode.LDL16U, store: Opcode.STL16 },
};
const WORD: MemoryAccess = {
  bytes: 4,
  load: Opcode.LD32,
  store: Opcode.ST32,
  loadStatic: Opcode.LDG32,
  storeStatic: Opcode.STG32,
  narrow: null,
};
const DOUBLE_WORD: MemoryAccess = {
  bytes: 8,
  load: Opcode.LD64,
  store: Opcode.ST64,
  loadStatic: Opcode.LDG64,
  storeStatic: Opcode.STG64,
  narrow: null,
};

/** For a scalar type; 64 bits for anything that isn't. */
export function memoryAccess(type: Type): MemoryAccess {
  switch (type.kind) {
    case 'enum':
      return memoryAccess(type.underlying);
    case 'integer':
      switch (type.bytes) {
        case 1:
          return type.signed ? SIGNED_8 : UNSIGNED_8;
        case 2:
          return type.signed ? SIGNED_16 : UNSIGNED_16;
        case 4:
          return WORD;
        case 8:
          return DOUBLE_WORD;
      }
    // falls through: not reached, every width returns
    case 'floating':
      return type.bytes === 4 ? WORD : DOUBLE_WORD;
    default:
      return DOUBLE_WORD;
  }
}

/** Access of `bytes` raw bytes, zero-extended when narrow: storage units of bit-fields. */
export function rawAccess(bytes: 1 | 2 | 4 | 8): MemoryAccess {
  return bytes === 1 ? UNSIGNED_8 : bytes === 2 ? UNSIGNED_16 : bytes === 4 ? WORD : DOUBLE_WORD;
}

/** Integers of fewer than 32 bits: kept promoted in slots, so stores and conversions narrow them. */
export function isNarrow(type: Type): boolean {
  if (type.kind === 'enum') return isNarrow(type.underlying);
  return type.kind === 'integer' && type.bytes < 4;
}
