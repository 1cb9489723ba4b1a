/**
 * Bit-fields: reading and writing some bits of a storage unit. A field that lies in one half of a
 * 64-bit unit is accessed as a 32-bit one.
 */
import { Opcode } from '../../abi/opcodes';
import { sizeOf } from '../type-layout';
import { integerTypeOf } from '../type-operations';
import type { BitRange, Type } from '../types';
import { loadBits, storeBits } from './access';
import { type Address, offsetBy } from './address';
import type { FunctionContext } from './context';
import type { Slot } from './emitter';
import { isWide, rawAccess, valueKind } from './value-kind';

interface Unit {
  readonly address: Exclude<Address, { kind: 'slot' }>;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly bits: BitRange;
}

function unitOf(address: Address, type: Type, bits: BitRange): Unit {
  if (address.kind === 'slot') throw new Error('a bit-field in an operand');
  const bytes = (bits.unit ?? sizeOf(type)) as Unit['bytes'];
  if (bytes < 8) return { address, bytes, bits };
  const half = bits.offset >> 5;
  if (bits.offset + bits.width > 32 * (half + 1)) return { address, bytes, bits };
  const word = offsetBy(address, 4 * half);
  if (word.kind === 'slot') throw new Error('a bit-field in an operand');
  return { address: word, bytes: 4, bits: { offset: bits.offset & 31, width: bits.width } };
}

export function loadBitField(
  g: FunctionContext,
  address: Address,
  type: Type,
  bits: BitRange,
  wanted: Slot | null,
): Slot {
  const unit = unitOf(address, type, bits);
  const mark = g.frame.mark();
  const raw = loadBits(g, unit.address, rawAccess(unit.bytes));
  const value = extract(g, raw, unit, isSigned(type));
  g.frame.release(mark);
  return widened(g, value, unit, type, wanted);
}

/** The value must have the field's type; only its low bits are stored. */
export function storeBitField(
  g: FunctionContext,
  address: Address,
  type: Type,
  bits: BitRange,
  from: Slot,
): void {
  const unit = unitOf(address, type, bits);
  const { offset, width } = unit.bits;
  const access = rawAccess(unit.bytes);
  const mark = g.frame.mark();
  if (unit.bytes === 8) {
    const mask = (1n << BigInt(width)) - 1n;
    const count = g.frame.temporary();
    const field = g.frame.temporary();
    const other = g.frame.temporary();
    constant64(g, field, mask);
    g.code.emit(Opcode.AND64, field, field, from);
    g.code.emit(Opcode.MOVI32, count, offset);
    g.code.emit(Opcode.SHL64, field, field, count);
    constant64(g, other, ~(mask << BigInt(offset)));
    const raw = loadBits(g, unit.address, access);
    g.code.passOn();
    g.code.emit(Opcode.AND64, other, other, raw);
    g.code.emit(Opcode.OR64, field, field, other);
    storeBits(g, unit.address, access, field);
  } else if (width === 8 * unit.bytes) {
    storeBits(g, unit.address, access, from);
  } else {
    const mask = width === 32 ? -1 : (1 << width) - 1;
    const field = g.frame.temporary();
    g.code.emit(Opcode.ANDI32, field, from, mask);
    if (offset > 0) g.code.emit(Opcode.SHLI32, field, field, offset);
    const raw = loadBits(g, unit.address, access);
    g.code.passOn();
    const rest = g.frame.temporary();
    g.code.emit(Opcode.ANDI32, rest, raw, ~(mask << offset));
    g.code.emit(Opcode.OR32, field, field, rest);
    storeBits(g, unit.address, access, field);
  }
  g.frame.release(mark);
}

/** What reading the field back would give after `from` was stored. */
export function truncatedToField(g: FunctionContext, type: Type, bits: BitRange, from: Slot): Slot {
  const wide = isWide(valueKind(type)) && bits.width > 32;
  const unit = { bytes: wide ? 8 : 4, bits: { offset: 0, width: bits.width } } as const;
  return widened(g, extract(g, from, unit, isSigned(type)), unit, type, null);
}

function isSigned(type: Type): boolean {
  return integerTypeOf(type)?.signed ?? false;
}

function extract(
  g: FunctionContext,
  raw: Slot,
  { bytes, bits: { offset, width } }: Pick<Unit, 'bytes' | 'bits'>,
  signed: boolean,
): Slot {
  if (bytes === 8) {
    const count = g.frame.temporary();
    const into = g.frame.temporary();
    g.code.emit(Opcode.MOVI32, count, 64 - offset - width);
    g.code.emit(Opcode.SHL64, into, raw, count);
    g.code.emit(Opcode.MOVI32, count, 64 - width);
    g.code.emit(signed ? Opcode.SHRS64 : Opcode.SHRU64, into, into, count);
    return into;
  }
  if (width === 32) return raw;
  const into = g.frame.temporary();
  if (signed) {
    const above = 32 - offset - width;
    if (above > 0) g.code.emit(Opcode.SHLI32, into, raw, above);
    g.code.emit(Opcode.SHRSI32, into, above > 0 ? into : raw, 32 - width);
  } else {
    if (offset > 0) g.code.emit(Opcode.SHRUI32, into, raw, offset);
    if (offset + width < 32) {
      g.code.emit(Opcode.ANDI32, into, offset > 0 ? into : raw, (1 << width) - 1);
    }
  }
  return into;
}

/** A 32-bit field of a 64-bit type becomes 64 bits wide. */
function widened(
  g: FunctionContext,
  value: Slot,
  unit: Pick<Unit, 'bytes'>,
  type: Type,
  wanted: Slot | null,
): Slot {
  const into = wanted ?? g.frame.temporary();
  const wide = isWide(valueKind(type));
  if (wide && unit.bytes < 8) {
    g.code.emit(isSigned(type) ? Opcode.SX64 : Opcode.ZX64, into, value);
  } else if (into !== value) {
    g.code.emit(wide ? Opcode.MOV64 : Opcode.MOV32, into, value);
  }
  return into;
}

function constant64(g: FunctionContext, into: Slot, value: bigint): void {
  const signed = BigInt.asIntN(64, value);
  g.code.emit(
    Opcode.MOVI64,
    into,
    Number(BigInt.asIntN(32, signed)),
    Number(BigInt.asIntN(32, signed >> 32n)),
  );
}
