/**
 * Which bytes of a process's memory were ever given a value. Kept for granules whose shadow says
 * that they aren't wholly initialized: heap blocks from malloc, and variables that the compiler
 * could not prove to be assigned before they are read. A byte that is copied takes along whether
 * it has a value, so that copying a struct with padding is no use of the padding. On the stack
 * only bytes without a value stay so when something without a value is copied over them: direct
 * writes to frames don't come by here.
 */
import { accessibleBytes, GRANULE_BYTES, GRANULE_SHIFT, isUnset, Shadow } from './shadow';

/** What this needs of a process's memory. */
export interface TrackedMemory {
  readonly shadow: Uint8Array;
  readonly initialized: Uint8Array;
  readonly dirty: Uint8Array;
}

/** Index of the first byte of [flat, flat + bytes) without a value, or -1. */
export function firstUninitialized(memory: TrackedMemory, flat: number, bytes: number): number {
  const { shadow, initialized } = memory;
  const end = flat + bytes;
  for (let granule = flat >> GRANULE_SHIFT; granule << GRANULE_SHIFT < end; granule++) {
    if (!isUnset(shadow[granule] as number)) continue;
    const start = granule << GRANULE_SHIFT;
    const last = Math.min(end, start + accessibleBytes(shadow[granule] as number));
    for (let at = Math.max(start, flat); at < last; at++) {
      if ((((initialized[granule] as number) >> (at & 7)) & 1) === 0) return at;
    }
  }
  return -1;
}

/** The bytes [flat, flat + bytes) have values now. */
export function markInitialized(memory: TrackedMemory, flat: number, bytes: number): void {
  const { shadow, initialized } = memory;
  const end = flat + bytes;
  for (let granule = flat >> GRANULE_SHIFT; granule << GRANULE_SHIFT < end; granule++) {
    const s = shadow[granule] as number;
    if (!isUnset(s)) continue;
    const start = granule << GRANULE_SHIFT;
    const from = Math.max(flat - start, 0);
    const to = Math.min(end - start, GRANULE_BYTES);
    const bits = (initialized[granule] as number) | (((1 << to) - 1) & ~((1 << from) - 1));
    const all = (1 << accessibleBytes(s)) - 1;
    if ((bits & all) === all) {
      shadow[granule] = s & 7;
      initialized[granule] = 0;
    } else {
      initialized[granule] = bits;
    }
    memory.dirty[start >> 12] = 1;
  }
}

/** For each byte of a range whether it has a value: 1 or 0. null: all have. */
export type Initializedness = Uint8Array | null;

export function initializednessOf(
  memory: TrackedMemory,
  flat: number,
  bytes: number,
): Initializedness {
  let at = firstUninitialized(memory, flat, bytes);
  if (at < 0) return null;
  const found = new Uint8Array(bytes).fill(1);
  while (at >= 0) {
    found[at - flat] = 0;
    at = firstUninitialized(memory, at + 1, flat + bytes - at - 1);
  }
  return found;
}

/**
 * [flat, flat + bytes) was written with a copy of bytes that were initialized as `source` says. In
 * the heap they are as the source's; on the stack those that had a value keep having one.
 */
export function passInitializedness(
  memory: TrackedMemory,
  flat: number,
  bytes: number,
  source: Initializedness,
  heap: boolean,
): void {
  if (source === null || heap) markInitialized(memory, flat, bytes);
  if (source === null) return;
  const { shadow, initialized } = memory;
  for (let k = 0; k < bytes; k++) {
    const at = flat + k;
    if (source[k] === 1) {
      if (!heap) markInitialized(memory, at, 1);
    } else if (heap) {
      const granule = at >> GRANULE_SHIFT;
      const s = shadow[granule] as number;
      if (!isUnset(s)) {
        shadow[granule] = s + Shadow.unset;
        initialized[granule] = 0xff;
      }
      initialized[granule] = (initialized[granule] as number) & ~(1 << (at & 7));
      memory.dirty[at >> 12] = 1;
    }
  }
}
