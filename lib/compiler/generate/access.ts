/**
 * Addresses and the memory accesses through them. An access whose place in the frame or in static
 * data the compiler knows is direct and unchecked; any other goes through a pointer and is checked.
 */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Type } from '../types';
import { type Address, isDirectScalar } from './address';
import type { FunctionContext } from './context';
import { emitLoad, emitStore } from './element';
import { OUTGOING_BYTES, type Slot } from './emitter';
import { isWide, memoryAccess, type MemoryAccess, valueKind } from './value-kind';

/** Loads a scalar. May answer with the slot of the object itself where that is one. */
export function load(
  g: FunctionContext,
  address: Address,
  type: Type,
  wanted: Slot | null = null,
): Slot {
  return loadBits(g, address, memoryAccess(type), wanted);
}

export function loadBits(
  g: FunctionContext,
  address: Address,
  access: MemoryAccess,
  wanted: Slot | null = null,
): Slot {
  if (address.kind === 'slot') {
    return wanted === null ? address.slot : move(g, wanted, address.slot, access.bytes === 8);
  }
  const direct = directSlot(address, access);
  if (direct !== null) {
    return move(g, wanted ?? g.frame.temporary(), direct, access.bytes === 8);
  }
  const into = wanted ?? g.frame.temporary();
  if (address.kind === 'frame' && isDirectScalar(address, access.bytes) && access.narrow !== null) {
    g.code.emit(access.narrow.load, into, address.offset);
  } else if (address.kind === 'static' && isDirectScalar(address, access.bytes)) {
    g.code.emit(access.loadStatic, into, 0);
    g.code.fixup('address', g.unit.linkName(address.symbol), address.offset);
  } else {
    const { slot, offset } = throughPointer(g, address);
    emitLoad(g, access.load, into, slot, offset);
  }
  return into;
}

/** The frame word that an in-memory local occupies, where an instruction can read it as an operand. */
export function directSlot(address: Address, access: MemoryAccess): Slot | null {
  if (address.kind !== 'frame' || !isDirectScalar(address, access.bytes)) return null;
  if (access.narrow !== null) return null;
  return address.offset / 4;
}

/**
 * Stores the value in `from`; the object may be an operand itself. `lastUse`: the address isn't needed
 * again.
 */
export function store(
  g: FunctionContext,
  address: Address,
  type: Type,
  from: Slot,
  lastUse = false,
): void {
  if (address.kind === 'slot') {
    move(g, address.slot, from, isWide(valueKind(type)));
    return;
  }
  storeBits(g, address, memoryAccess(type), from, lastUse);
}

export function storeBits(
  g: FunctionContext,
  address: Exclude<Address, { kind: 'slot' }>,
  access: MemoryAccess,
  from: Slot,
  lastUse = false,
): void {
  const direct = directSlot(address, access);
  if (direct !== null) {
    move(g, direct, from, access.bytes === 8);
  } else if (address.kind === 'frame' && isDirectScalar(address, access.bytes) && access.narrow) {
    g.code.emit(access.narrow.store, address.offset, from);
  } else if (
    address.kind === 'static' &&
    isDirectScalar(address, access.bytes) &&
    isWritable(address)
  ) {
    g.code.emit(access.storeStatic, 0, from);
    g.code.fixup('address', g.unit.linkName(address.symbol), address.offset, 1);
  } else {
    const mark = g.frame.mark();
    const { slot, offset } = throughPointer(g, address);
    emitStore(g, access.store, slot, offset, from, lastUse);
    g.frame.release(mark);
  }
}

/** The address as a value. */
export function addressValue(
  g: FunctionContext,
  address: Address,
  wanted: Slot | null = null,
): Slot {
  switch (address.kind) {
    case 'slot':
      throw new Error('the address of an operand is wanted');
    case 'frame': {
      if (wanted === null && isRepeated(g) && address.offset < OUTGOING_BYTES / 2) {
        const kept = g.kept.ofFrame(address.offset);
        if (kept !== null) return kept;
      }
      const into = wanted ?? g.frame.temporary();
      g.code.emit(Opcode.LEA, into, address.offset);
      return into;
    }
    case 'static': {
      if (wanted === null && isRepeated(g)) {
        const kept = g.kept.ofStatic(g.unit.linkName(address.symbol), address.offset);
        if (kept !== null) return kept;
      }
      const into = wanted ?? g.frame.temporary();
      g.code.emit(Opcode.MOVI64, into, 0, 0);
      g.code.fixup('address', g.unit.linkName(address.symbol), address.offset, 1);
      return into;
    }
    case 'pointer': {
      if (address.offset === 0) {
        return wanted === null ? address.slot : move(g, wanted, address.slot, true);
      }
      const into = wanted ?? g.frame.temporary();
      g.code.emit(Opcode.ADDI64, into, address.slot, address.offset);
      return into;
    }
    default:
      return assertNever(address);
  }
}

/** In a loop it pays to compute addresses and constants before. */
export function isRepeated(g: FunctionContext): boolean {
  return g.loopDepth > 0 && g.code.reachable;
}

/** Moves 32 or 64 bits unless they are there already; the destination. */
export function move(g: FunctionContext, to: Slot, from: Slot, wide: boolean): Slot {
  if (to !== from) g.code.emit(wide ? Opcode.MOV64 : Opcode.MOV32, to, from);
  return to;
}

/** Writing to read-only data must fault. */
function isWritable(address: Extract<Address, { kind: 'static' }>): boolean {
  const { definition, type } = address.symbol;
  return definition?.kind === 'data' ? !definition.readOnly : !type.const;
}

/** Slot of a pointer and byte offset from it; the temporary isn't released. */
function throughPointer(
  g: FunctionContext,
  address: Address,
): { readonly slot: Slot; readonly offset: number } {
  if (address.kind === 'pointer') return address;
  return { slot: addressValue(g, address), offset: 0 };
}
