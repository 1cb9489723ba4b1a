/**
 * Checks of whole ranges of memory: for the instructions that the processor's loop leaves to the
 * slow path, for intrinsics, and for the kernel's buffers.
 */
import { ARGUMENTS_LIMIT } from '../abi/address-space';
import { stackFloorOf, type ExecutionContext } from './context';
import { isDangling } from './dangling';
import { explainAccess, libraryEntry, type Access } from './explain-access';
import { noteOnce } from './finding';
import { describeObject, nearestObject } from './memory-object';
import { accessibleBytes, GRANULE_BYTES, GRANULE_SHIFT } from './shadow';
import { refusalOf } from './mapping';
import type { FindingFact, Trap } from './trap';
import { firstMissingValue, noteUninitialized } from './uninitialized';

/** Results of `checkRange` that aren't an index into the flat buffer. */
export const IN_SHARED_MAPPING = -1;
export const NOT_ACCESSIBLE = -2;

/**
 * Index in the flat buffer of [address, address + bytes) if a pointer may access all of it (and
 * marks it dirty for a write); IN_SHARED_MAPPING if it lies in one; else NOT_ACCESSIBLE.
 */
export function checkRange(
  context: ExecutionContext,
  address: number,
  bytes: number,
  write: boolean,
): number {
  const { memory } = context;
  if (address >= stackFloorOf(context) && address < context.sp) return NOT_ACCESSIBLE;
  const flat = memory.flatIndex(address, bytes, write);
  if (flat >= 0) {
    if (firstPoisoned(memory.shadow, flat, bytes) >= 0) return NOT_ACCESSIBLE;
    if (write) memory.markDirty(flat, bytes);
    return flat;
  }
  const mapping = memory.mappingAt(address);
  if (mapping === null) return NOT_ACCESSIBLE;
  const refusal = refusalOf(memory.mappings, mapping, address, bytes, write);
  return refusal === null ? IN_SHARED_MAPPING : NOT_ACCESSIBLE;
}

/** Index of the first byte of [flat, flat + bytes) that lies in a redzone, or -1. */
export function firstPoisoned(shadow: Uint8Array, flat: number, bytes: number): number {
  const end = flat + bytes;
  for (let granule = flat >> GRANULE_SHIFT; granule << GRANULE_SHIFT < end; granule++) {
    const s = shadow[granule] as number;
    if (s === 0) continue;
    const start = granule << GRANULE_SHIFT;
    const room = accessibleBytes(s);
    if (room === GRANULE_BYTES) continue;
    const first = Math.max(start + room, flat);
    if (first < end) return first;
  }
  return -1;
}

/** The first address of [address, address + bytes) that may not be accessed; null: all may. */
export function firstInaccessible(
  context: ExecutionContext,
  address: number,
  bytes: number,
  write: boolean,
): number | null {
  const { memory } = context;
  if (checkRange(context, address, bytes, write) !== NOT_ACCESSIBLE) return null;
  const mapping = memory.mappingAt(address);
  if (mapping !== null) {
    return refusalOf(memory.mappings, mapping, address, bytes, write)?.first ?? null;
  }
  if (address >= stackFloorOf(context) && address < context.sp) return address;
  if (memory.flatIndex(address, 1, write) < 0) return address;
  const end = address < memory.lowEnd ? memory.lowEnd : ARGUMENTS_LIMIT;
  const inside = Math.min(bytes, end - address);
  const flat = memory.flatIndex(address, inside, write);
  const bad = firstPoisoned(memory.shadow, flat, inside);
  return bad >= 0 ? address + (bad - flat) : end;
}

/** The fault of an access that `checkRange` refused. */
export function accessFault(context: ExecutionContext, access: Access): Trap {
  const first =
    access.high === 0 && access.address >= 0
      ? firstInaccessible(context, access.address, access.bytes, access.write)
      : access.address;
  const finding = explainAccess(context, access, first ?? access.address);
  return { kind: 'fault', finding };
}

function isMapped(context: ExecutionContext, address: number, write: boolean): boolean {
  if (address < 0 || address >= ARGUMENTS_LIMIT) return false;
  const { memory } = context;
  return memory.flatIndex(address, 1, write) >= 0 || memory.mappingAt(address) !== null;
}

/** The call answers with EFAULT, and the program goes on. */
function badAddress(
  context: ExecutionContext,
  address: number,
  write: boolean,
): FindingFact | null {
  const trap = noteOnce(context, 'invalid-argument', () => {
    const call = libraryEntry(context) ?? 'this system call';
    const object =
      address > 0 && address < ARGUMENTS_LIMIT ? nearestObject(context, address) : null;
    const readOnly = write && isMapped(context, address, false) && object !== null;
    const what = readOnly
      ? `${describeObject(context, object)}, which may not be written`
      : address === 0
        ? 'a null pointer'
        : 'a pointer to where the program has no memory';
    return `\`${call}\` is given ${what}: it does nothing and fails with EFAULT ("Bad address").`;
  });
  return trap?.kind === 'finding' ? trap.finding : null;
}

function missingValue(
  context: ExecutionContext,
  address: number,
  bytes: number,
  by: string | null,
): FindingFact | null {
  const flat = context.memory.flatIndex(address, bytes, false);
  if (flat < 0 || firstMissingValue(context, address, flat, bytes) < 0) return null;
  const trap = noteUninitialized(context, { address, flat, bytes, by });
  return trap?.kind === 'finding' ? trap.finding : null;
}

/** `send`: is read, and need not have values everywhere. A message is often shorter than its array. */
export type BufferAccess = 'read' | 'write' | 'send';

/**
 * What is wrong with a system call's access to a buffer inside mapped memory: past the end of its
 * object, freed, dangling. Null: nothing, or nothing mapped there (then the call gives EFAULT).
 */
export function checkBuffer(
  context: ExecutionContext,
  address: number,
  bytes: number,
  access: BufferAccess,
  /** Name of the system call, for the message. */
  by: string | null = null,
): FindingFact | null {
  if (bytes <= 0) return null;
  const { memory } = context;
  memory.materialize();
  const write = access === 'write';
  if (!isMapped(context, address, write)) return badAddress(context, address, write);
  if (memory.flatIndex(address, 1, write) < 0) return null;
  const first = isDangling(context, address)
    ? address
    : firstInaccessible(context, address, bytes, write);
  if (first === null && access === 'read') return missingValue(context, address, bytes, by);
  if (first === null || memory.flatIndex(first, 1, write) < 0) return null;
  return explainAccess(context, { address, high: 0, bytes, write, by }, first);
}
