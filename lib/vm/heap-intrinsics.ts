/** malloc, calloc, realloc and free as C sees them, with their findings. */
import type { ExecutionContext } from './context';
import { blamedPc, fault, noteOnce } from './finding';
import { allocate, allocateAligned, allocatedBytes, release, type ReleaseFailure } from './heap';
import { initializednessOf, passInitializedness } from './initialized';
import { charge, outgoing, setLongResult, sizeArgument } from './intrinsic-arguments';
import {
  allocatedText,
  count,
  describeObject,
  nearestObject,
  objectBytes,
  placeText,
} from './memory-object';
import { hex, libraryEntry } from './explain-access';
import type { Trap } from './trap';

/** Instructions that an allocation or a release counts for, besides what it clears or copies. */
const WORK_BYTES = 160;

export function mallocIntrinsic(context: ExecutionContext): Trap | null {
  charge(context, WORK_BYTES);
  const note = noteSize(context, 'malloc', 0);
  const address = allocate(context.memory, sizeArgument(context, 0), blamedPc(context));
  setLongResult(context, address);
  return note;
}

/** The finding if argument k was a negative number before it became a size_t; null: it wasn't. */
function noteSize(context: ExecutionContext, by: string, k: number): Trap | null {
  const at = outgoing(context, k);
  const { i32 } = context.memory;
  const high = i32[at + 1] as number;
  if (high >= 0) return null;
  const size = (BigInt(high) << 32n) | BigInt((i32[at] as number) >>> 0);
  return noteOnce(
    context,
    'invalid-size',
    () =>
      `\`${libraryEntry(context) ?? by}\` is asked for a negative size, ${size}, which as a size_t is a huge number: no memory is that large, so it gives NULL.`,
  );
}

/** (size_t alignment, size_t bytes): the alignment is a power of two, which the library checks. */
export function alignedAllocIntrinsic(context: ExecutionContext): Trap | null {
  charge(context, WORK_BYTES);
  const alignment = sizeArgument(context, 0);
  const bytes = sizeArgument(context, 1);
  const address = allocateAligned(context.memory, alignment, bytes, blamedPc(context));
  return setLongResult(context, address);
}

/** Bytes that a block has; 0 for a pointer that is none. */
export function blockBytesIntrinsic(context: ExecutionContext): Trap | null {
  const address = sizeArgument(context, 0);
  charge(context, WORK_BYTES);
  const bytes = isAddress(context) ? allocatedBytes(context.memory, address) : null;
  return setLongResult(context, bytes ?? 0);
}

export function callocIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 0) * sizeArgument(context, 1);
  const note = noteSize(context, 'calloc', 0) ?? noteSize(context, 'calloc', 1);
  const address = allocate(context.memory, bytes, blamedPc(context));
  if (address !== 0) clear(context, address, bytes);
  charge(context, WORK_BYTES + (address === 0 ? 0 : bytes));
  setLongResult(context, address);
  return note;
}

export function reallocIntrinsic(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const old = sizeArgument(context, 0);
  const bytes = sizeArgument(context, 1);
  const pc = blamedPc(context);
  charge(context, WORK_BYTES);
  const note = noteSize(context, 'realloc', 1);
  if (old === 0) {
    setLongResult(context, allocate(memory, bytes, pc));
    return note;
  }
  const had = isAddress(context) ? allocatedBytes(memory, old) : null;
  if (had === null) return releaseFault(context, 'realloc', old, failureOf(context, old));
  // As glibc: realloc(p, 0) frees.
  const address = bytes === 0 ? 0 : allocate(memory, bytes, pc);
  if (address !== 0) {
    const kept = Math.min(had, bytes);
    const to = address - memory.lowDelta;
    const from = old - memory.lowDelta;
    memory.u8.copyWithin(to, from, from + kept);
    if (kept > 0) memory.markDirty(to, kept);
    passInitializedness(memory, to, kept, initializednessOf(memory, from, kept), true);
    charge(context, kept);
  }
  if (address !== 0 || bytes === 0) release(memory, old, pc);
  setLongResult(context, address);
  return note;
}

export function freeIntrinsic(context: ExecutionContext): Trap | null {
  const address = sizeArgument(context, 0);
  charge(context, WORK_BYTES);
  if (address === 0) return null;
  const failure = isAddress(context)
    ? release(context.memory, address, blamedPc(context))
    : 'never-allocated';
  return failure === null ? null : releaseFault(context, 'free', address, failure);
}

/** The heap has no block for a pointer whose words make no address. */
function isAddress(context: ExecutionContext): boolean {
  const at = outgoing(context, 0);
  const { i32 } = context.memory;
  return i32[at + 1] === 0 && (i32[at] as number) > 0;
}

function failureOf(context: ExecutionContext, address: number): ReleaseFailure {
  const object = nearestObject(context, address);
  return object?.kind === 'heap' && object.block.state === 'freed' && object.address === address
    ? 'already-freed'
    : 'never-allocated';
}

function releaseFault(
  context: ExecutionContext,
  by: 'free' | 'realloc',
  address: number,
  failure: ReleaseFailure,
): Trap {
  const object = nearestObject(context, address);
  if (failure === 'already-freed' && object?.kind === 'heap') {
    const { block } = object;
    const message = `\`${by}\` is given a block of ${count(block.bytes, 'byte')} that was already freed${placeText(context, block.freedPc)} (${allocatedText(context, block)}).`;
    return fault(context, 'double-free', 'SIGABRT', message, address);
  }
  let where = `${hex(address)}, which malloc never returned`;
  if (object !== null) {
    const offset = address - object.address;
    const inside = offset >= 0 && offset < Math.max(1, objectBytes(object));
    const what = describeObject(context, object);
    if (inside && offset === 0 && object.kind !== 'heap')
      where = `the address of ${what}, which malloc did not allocate`;
    else if (inside)
      where = `an address ${count(offset, 'byte')} into ${what}; only the start of a block may be given`;
  }
  return fault(context, 'invalid-free', 'SIGABRT', `\`${by}\` is given ${where}.`, address);
}

function clear(context: ExecutionContext, address: number, bytes: number): void {
  const { memory } = context;
  const flat = address - memory.lowDelta;
  memory.u8.fill(0, flat, flat + bytes);
  if (bytes > 0) memory.markWritten(flat, bytes);
}
