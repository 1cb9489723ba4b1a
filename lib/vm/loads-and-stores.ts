/**
 * Loads, stores and block copies that the processor's loop leaves: unaligned or shared memory, bytes
 * that have no value yet, and whatever is wrong with an address.
 */
import { Opcode, type OpcodeName } from '../abi/opcodes';
import { accessFault, checkRange, IN_SHARED_MAPPING, NOT_ACCESSIBLE } from './checked-access';
import type { ExecutionContext } from './context';
import { isPassedOn } from './debug-info';
import { notePastEnd } from './explain-mapping';
import { elementAddress, plainAddress, type WideAddress } from './effective-address';
import {
  firstUninitialized,
  type Initializedness,
  initializednessOf,
  passInitializedness,
} from './initialized';
import { indexIn } from './mapping';
import { operand, slot, slotHigh, slotWord, type Handler } from './operands';
import type { Trap } from './trap';
import { isPadding, noteUninitialized, onlyMoves } from './uninitialized';

type AccessSize = 1 | 2 | 4 | 8;

export const accessHandlers: Partial<Record<OpcodeName, Handler>> = {
  LD8S: (context) => load(context, 1, true),
  LD8U: (context) => load(context, 1, false),
  LD16S: (context) => load(context, 2, true),
  LD16U: (context) => load(context, 2, false),
  LD32: (context) => load(context, 4, true),
  LD64: (context) => load(context, 8, true),
  ST8: (context) => store(context, 1),
  ST16: (context) => store(context, 2),
  ST32: (context) => store(context, 4),
  ST64: (context) => store(context, 8),
  ...elementHandlers(),
  COPY: copyBlock,
  COPYA: copyBlock,
  ZEROL: zeroLocal,
};

function elementHandlers(): Partial<Record<OpcodeName, Handler>> {
  const load =
    (size: AccessSize, signed: boolean, wideIndex: boolean): Handler =>
    (context) =>
      loadElement(context, size, signed, wideIndex);
  const store =
    (size: AccessSize, wideIndex: boolean): Handler =>
    (context) =>
      storeElement(context, size, wideIndex);
  return {
    LDX8S: load(1, true, false),
    LDX8U: load(1, false, false),
    LDX16S: load(2, true, false),
    LDX16U: load(2, false, false),
    LDX32: load(4, true, false),
    LDX64: load(8, true, false),
    STX8: store(1, false),
    STX16: store(2, false),
    STX32: store(4, false),
    STX64: store(8, false),
    LDY8S: load(1, true, true),
    LDY8U: load(1, false, true),
    LDY16S: load(2, true, true),
    LDY16U: load(2, false, true),
    LDY32: load(4, true, true),
    LDY64: load(8, true, true),
    STY8: store(1, true),
    STY16: store(2, true),
    STY32: store(4, true),
    STY64: store(8, true),
  };
}

function load(context: ExecutionContext, size: AccessSize, signed: boolean): Trap | null {
  return loadFrom(context, plainAddress(context, 2), size, signed, 4);
}

function loadElement(
  context: ExecutionContext,
  size: AccessSize,
  signed: boolean,
  wideIndex: boolean,
): Trap | null {
  return loadFrom(context, elementAddress(context, 2, wideIndex), size, signed, 6);
}

/** `words`: of the instruction. */
function loadFrom(
  context: ExecutionContext,
  { low: address, high }: WideAddress,
  size: AccessSize,
  signed: boolean,
  words: number,
): Trap | null {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, size, false) : NOT_ACCESSIBLE;
  let bytes: Uint8Array = memory.u8;
  let at = flat;
  let note: Trap | null = null;
  if (flat === IN_SHARED_MAPPING) {
    const mapping = memory.mappingAt(address);
    if (mapping === null) throw new Error('mapping vanished');
    bytes = mapping.region.bytes;
    at = indexIn(mapping, address);
    note = notePastEnd(context, mapping, address, size, false);
    memory.openWindow(mapping);
  } else if (flat === NOT_ACCESSIBLE) {
    return accessFault(context, { address, high, bytes: size, write: false, by: null });
  }
  const unset = flat >= 0 && firstUninitialized(memory, flat, size) >= 0;
  const source = unset ? passedOn(context, flat, size, words) : null;
  const finding =
    unset && source === null && !(size === 1 && isPadding(context, address))
      ? noteUninitialized(context, { address, flat, bytes: size, by: null })
      : note;
  const into = operand(context, 1);
  const word = slotWord(context, 1);
  if (size === 8) memory.i32[word + 1] = readWord(bytes, at + 4, 4);
  const low = readWord(bytes, at, size === 8 ? 4 : size);
  const shift = 32 - 8 * size;
  memory.i32[word] = signed && size < 4 ? (low << shift) >> shift : low;
  context.pc += words;
  if (source !== null) passOn(context, source, into, size);
  return finding;
}

/** What has a value of the bytes loaded, if they are only passed on; else null. */
function passedOn(
  context: ExecutionContext,
  flat: number,
  size: AccessSize,
  words: number,
): Initializedness {
  const { image, pc, memory } = context;
  if (!isPassedOn(image, pc) || !onlyMoves(context)) return null;
  const next = image.code[pc + words] ?? 0;
  if (size > 1 && !STORES[size].includes(next) && !MASKS.includes(next)) return null;
  return initializednessOf(memory, flat, size);
}

/** A bit-field's unit is read before it is written: bits of other fields don't matter. */
const MASKS: readonly number[] = [Opcode.ANDI32, Opcode.AND64];
const STORES: Readonly<Record<AccessSize, readonly number[]>> = {
  1: [Opcode.ST8, Opcode.STX8, Opcode.STY8],
  2: [Opcode.ST16, Opcode.STX16, Opcode.STY16],
  4: [Opcode.ST32, Opcode.STX32, Opcode.STY32],
  8: [Opcode.ST64, Opcode.STX64, Opcode.STY64],
};

/**
 * Does the store after a load of bytes without a value, which are still without one where they get to:
 * copying is no use. A store that others could observe, or that is wrong, is left to itself.
 */
function passOn(
  context: ExecutionContext,
  source: Initializedness,
  from: number,
  size: AccessSize,
): void {
  const form = STORES[size].indexOf(context.image.code[context.pc] ?? 0);
  if (form < 0) return;
  const value = form === 0 ? 3 : 5;
  if (operand(context, value) !== from) return;
  const address = form === 0 ? plainAddress(context, 1) : elementAddress(context, 1, form === 2);
  if (address.high !== 0 || address.low < 0) return;
  if (checkRange(context, address.low, size, true) < 0) return;
  storeTo(context, address, size, value, source);
  context.instructions += 1;
}

function store(context: ExecutionContext, size: AccessSize): Trap | null {
  return storeTo(context, plainAddress(context, 1), size, 3);
}

function storeElement(
  context: ExecutionContext,
  size: AccessSize,
  wideIndex: boolean,
): Trap | null {
  return storeTo(context, elementAddress(context, 1, wideIndex), size, 5);
}

/** `value`: number of the instruction's last operand. */
function storeTo(
  context: ExecutionContext,
  { low: address, high }: WideAddress,
  size: AccessSize,
  value: number,
  /** Which of the bytes stored have a value: all. */
  source: Initializedness = null,
): Trap | null {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, size, true) : NOT_ACCESSIBLE;
  let bytes: Uint8Array = memory.u8;
  let at = flat;
  let note: Trap | null = null;
  if (flat === IN_SHARED_MAPPING) {
    const mapping = memory.mappingAt(address);
    if (mapping === null) throw new Error('mapping vanished');
    bytes = mapping.region.bytes;
    at = indexIn(mapping, address);
    mapping.region.markDirty(at, size);
    note = notePastEnd(context, mapping, address, size, true);
    memory.openWindow(mapping);
  } else if (flat === NOT_ACCESSIBLE) {
    return accessFault(context, { address, high, bytes: size, write: true, by: null });
  }
  if (flat >= 0) passInitializedness(memory, flat, size, source, memory.isHeap(address));
  writeWord(bytes, at, size === 8 ? 4 : size, slot(context, value));
  if (size === 8) writeWord(bytes, at + 4, 4, slotHigh(context, value));
  context.pc += value + 1;
  return note;
}

function readWord(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let k = 0; k < size; k++) value |= (bytes[at + k] as number) << (8 * k);
  return value;
}

function writeWord(bytes: Uint8Array, at: number, size: number, value: number): void {
  for (let k = 0; k < size; k++) bytes[at + k] = value >>> (8 * k);
}

function copyBlock(context: ExecutionContext): Trap | null {
  const trap = copyPart(context, 0, operand(context, 3));
  if (trap === null) context.pc += 4;
  return trap;
}

/** Of COPY: the bytes from `done` on; pc stays. Null: they are copied. */
export function copyPart(context: ExecutionContext, done: number, bytes: number): Trap | null {
  const target = slot(context, 1) + done;
  const to = checkedBlock(context, target, slotHigh(context, 1), bytes, true);
  const from = checkedBlock(context, slot(context, 2) + done, slotHigh(context, 2), bytes, false);
  if ('kind' in from) return from;
  if ('kind' in to) return to;
  const { memory } = context;
  const source = from.bytes === memory.u8 ? initializednessOf(memory, from.at, bytes) : null;
  if (to.bytes === memory.u8) {
    passInitializedness(memory, to.at, bytes, source, memory.isHeap(target));
  }
  // Overlapping halves of a union are copied as memmove does.
  if (bytes > 0) to.bytes.set(from.bytes.subarray(from.at, from.at + bytes), to.at);
  context.instructions += bytes >> 3;
  return null;
}

function zeroLocal(context: ExecutionContext): null {
  const from = context.fp + operand(context, 1) - context.memory.stackDelta;
  context.memory.u8.fill(0, from, from + operand(context, 2));
  context.pc += 3;
  return null;
}

function checkedBlock(
  context: ExecutionContext,
  address: number,
  high: number,
  bytes: number,
  write: boolean,
): Trap | { readonly bytes: Uint8Array; readonly at: number } {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, bytes, write) : NOT_ACCESSIBLE;
  if (flat >= 0) return { bytes: memory.u8, at: flat };
  const mapping = flat === IN_SHARED_MAPPING ? memory.mappingAt(address) : null;
  if (mapping === null) return accessFault(context, { address, high, bytes, write, by: null });
  const at = indexIn(mapping, address);
  if (write) mapping.region.markDirty(at, bytes);
  return { bytes: mapping.region.bytes, at };
}
