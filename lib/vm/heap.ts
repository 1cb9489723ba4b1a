/**
 * malloc, calloc, realloc and free, done by the processor in simulated memory. Blocks are 16-byte
 * aligned, with their header in the redzone before them. A freed block waits in a quarantine
 * before its memory is used again, and realloc always moves, so that stale pointers are found.
 * New blocks come from the top of the heap, at growing addresses; reusable ones, merged with
 * their neighbours, are taken by exact size, or split from larger ones. Everything is
 * deterministic. Leaves out: arenas, giving memory back to the system.
 */
import { HEAP_LIMIT, PAGE_SIZE } from '../abi/address-space';
import {
  BlockState,
  CONTROL_BYTES,
  CONTROL_MAGIC,
  Control,
  Header,
  HEADER_BYTES,
  SMALL_BINS,
} from './heap-blocks';
import type { ProcessMemory } from './memory';
import { GRANULE_SHIFT, Shadow } from './shadow';

const CAPACITY_MIN = 16;
const GROWTH_BYTES_MIN = 16 * PAGE_SIZE;
const QUARANTINE_BYTES_MAX = 256 * 1024;
/** Blocks of a bin that are looked at for one that fits. */
const SEARCH_MAX = 128;

/** Address of a new block, or 0 as NULL. `bytes` is an exact non-negative integer or Infinity. */
export function allocate(memory: ProcessMemory, bytes: number, pc: number): number {
  if (bytes > memory.limits.heapBytesMax) return 0;
  ensureControl(memory);
  const capacity = Math.max(CAPACITY_MIN, (bytes + 15) & ~15);
  let header = takeReusable(memory, capacity, false);
  if (header === 0) header = takeFromTop(memory, capacity);
  if (header === 0) header = takeReusable(memory, capacity, true);
  if (header === 0 && emptyQuarantine(memory, 0)) header = takeReusable(memory, capacity, true);
  return header === 0 ? 0 : handOut(memory, header, bytes, pc);
}

/**
 * As `allocate`, at a multiple of `alignment`, a power of two. Such blocks come from the top of the
 * heap; what is skipped there becomes a reusable block.
 */
export function allocateAligned(
  memory: ProcessMemory,
  alignment: number,
  bytes: number,
  pc: number,
): number {
  if (alignment <= 16) return allocate(memory, bytes, pc);
  if (bytes + alignment > memory.limits.heapBytesMax) return 0;
  ensureControl(memory);
  const start = control(memory, Control.top) + HEADER_BYTES;
  let skipped = (alignment - (start % alignment)) % alignment;
  if (skipped > 0 && skipped < HEADER_BYTES + CAPACITY_MIN) skipped += alignment;
  if (skipped > 0) {
    const gap = takeFromTop(memory, skipped - HEADER_BYTES);
    if (gap === 0) return 0;
    put(memory, gap, Header.bytes, 0);
    memory.poison(gap + HEADER_BYTES, skipped - HEADER_BYTES, Shadow.unallocated);
    link(memory, mergeNeighbours(memory, gap));
  }
  const header = takeFromTop(memory, Math.max(CAPACITY_MIN, (bytes + 15) & ~15));
  return header === 0 ? 0 : handOut(memory, header, bytes, pc);
}

/** Makes a block that nobody has the caller's. */
function handOut(memory: ProcessMemory, header: number, bytes: number, pc: number): number {
  const serial = control(memory, Control.serial) + 1;
  setControl(memory, Control.serial, serial);
  setControl(memory, Control.allocatedBytes, control(memory, Control.allocatedBytes) + bytes);
  setControl(memory, Control.allocatedBlocks, control(memory, Control.allocatedBlocks) + 1);
  put(memory, header, Header.state, BlockState.allocated);
  put(memory, header, Header.bytes, bytes);
  put(memory, header, Header.allocatedPc, pc);
  put(memory, header, Header.freedPc, 0);
  put(memory, header, Header.serial, serial);
  put(memory, header, Header.next, 0);
  const address = header + HEADER_BYTES;
  memory.poison(address, get(memory, header, Header.capacity), Shadow.heapRedzone);
  memory.unset(address, bytes);
  return address;
}

/** Why `release` refused, or null when it did its work. */
export type ReleaseFailure = 'never-allocated' | 'already-freed';

export function release(memory: ProcessMemory, address: number, pc: number): ReleaseFailure | null {
  const header = headerOf(memory, address);
  if (header === 0) return 'never-allocated';
  if (get(memory, header, Header.state) !== BlockState.allocated) return 'already-freed';
  const capacity = get(memory, header, Header.capacity);
  const bytes = get(memory, header, Header.bytes);
  setControl(memory, Control.allocatedBytes, control(memory, Control.allocatedBytes) - bytes);
  setControl(memory, Control.allocatedBlocks, control(memory, Control.allocatedBlocks) - 1);
  put(memory, header, Header.state, BlockState.quarantined);
  put(memory, header, Header.freedPc, pc);
  put(memory, header, Header.next, 0);
  memory.poison(address, capacity, Shadow.freed);

  const tail = control(memory, Control.quarantineTail);
  if (tail === 0) setControl(memory, Control.quarantineHead, header);
  else put(memory, tail, Header.next, header);
  setControl(memory, Control.quarantineTail, header);
  const waiting = control(memory, Control.quarantineBytes) + capacity + HEADER_BYTES;
  setControl(memory, Control.quarantineBytes, waiting);
  if (waiting > QUARANTINE_BYTES_MAX) emptyQuarantine(memory, QUARANTINE_BYTES_MAX);
  return null;
}

/** Bytes asked for, of an allocated block; null when `address` isn't one. */
export function allocatedBytes(memory: ProcessMemory, address: number): number | null {
  const header = headerOf(memory, address);
  if (header === 0 || get(memory, header, Header.state) !== BlockState.allocated) return null;
  return get(memory, header, Header.bytes);
}

/** Header of the block that begins at `address`, 0: none begins there. */
function headerOf(memory: ProcessMemory, address: number): number {
  memory.materialize();
  const header = address - HEADER_BYTES;
  const { heapBase } = memory.layout;
  if (address % 16 !== 0 || header < heapBase + CONTROL_BYTES || address >= memory.lowEnd) return 0;
  if (control(memory, Control.magic) !== CONTROL_MAGIC) return 0;
  if (header >= control(memory, Control.top)) return 0;
  // The program can write a look-alike only where it may write: a header lies in a redzone.
  const granule = (header - memory.lowDelta) >> GRANULE_SHIFT;
  for (let k = 0; k < HEADER_BYTES >> GRANULE_SHIFT; k++) {
    if (memory.shadow[granule + k] !== Shadow.heapRedzone) return 0;
  }
  const state = get(memory, header, Header.state);
  const known =
    state === BlockState.allocated ||
    state === BlockState.quarantined ||
    state === BlockState.reusable;
  return known ? header : 0;
}

// ---- the control block and headers ----------------------------------------------------------

function ensureControl(memory: ProcessMemory): void {
  memory.materialize();
  const { heapBase } = memory.layout;
  if (control(memory, Control.magic) === CONTROL_MAGIC) return;
  memory.poison(heapBase, CONTROL_BYTES, Shadow.heapRedzone);
  setControl(memory, Control.magic, CONTROL_MAGIC);
  setControl(memory, Control.top, heapBase + CONTROL_BYTES);
  setControl(memory, Control.end, heapBase + PAGE_SIZE);
}

function control(memory: ProcessMemory, field: number): number {
  return memory.i32[((memory.layout.heapBase - memory.lowDelta) >> 2) + field] as number;
}

function setControl(memory: ProcessMemory, field: number, value: number): void {
  const flat = memory.layout.heapBase - memory.lowDelta;
  memory.i32[(flat >> 2) + field] = value;
  memory.markDirty(flat + 4 * field, 4);
}

/** A word at `address` + 4 * `field`: of a header, or the links of a reusable block. */
function get(memory: ProcessMemory, address: number, field: number): number {
  return memory.i32[((address - memory.lowDelta) >> 2) + field] as number;
}

function put(memory: ProcessMemory, address: number, field: number, value: number): void {
  const flat = address - memory.lowDelta + 4 * field;
  memory.i32[flat >> 2] = value;
  memory.markDirty(flat, 4);
}

// ---- the top of the heap --------------------------------------------------------------------

function takeFromTop(memory: ProcessMemory, capacity: number): number {
  const needed = HEADER_BYTES + capacity;
  if (!growTop(memory, needed)) return 0;
  const header = control(memory, Control.top);
  formatHeader(memory, header, capacity, control(memory, Control.last));
  setControl(memory, Control.last, header);
  setControl(memory, Control.top, header + needed);
  return header;
}

/** Makes room for `bytes` at the top, and for one more header after them. */
function growTop(memory: ProcessMemory, bytes: number): boolean {
  const end = control(memory, Control.end);
  let top = control(memory, Control.top);
  if (top + bytes + HEADER_BYTES <= end) return true;
  const growth = (start: number): number =>
    Math.max(GROWTH_BYTES_MIN, (bytes + 2 * HEADER_BYTES + start + PAGE_SIZE - 1) & -PAGE_SIZE);
  const brk = memory.breakAddress;
  if (brk !== end) {
    // The program moved the break: what it took becomes a hole, the heap goes on behind it.
    const base = (brk + 15) & ~15;
    const extra = growth(0);
    if (base < end || base + extra >= HEAP_LIMIT) return false;
    if (!memory.setBreak(base + extra, Shadow.unallocated)) return false;
    formatHeader(memory, top, base - top - HEADER_BYTES, control(memory, Control.last));
    put(memory, top, Header.state, BlockState.hole);
    setControl(memory, Control.last, top);
    top = base;
    setControl(memory, Control.top, top);
    setControl(memory, Control.end, base + extra);
    return true;
  }
  const whole = growth(top - end);
  const least = top + bytes + HEADER_BYTES - end;
  for (const more of [whole, least]) {
    if (end + more < HEAP_LIMIT && memory.setBreak(end + more, Shadow.unallocated)) {
      setControl(memory, Control.end, end + more);
      return true;
    }
  }
  return false;
}

function formatHeader(
  memory: ProcessMemory,
  header: number,
  capacity: number,
  previous: number,
): void {
  memory.poison(header, HEADER_BYTES, Shadow.heapRedzone);
  put(memory, header, Header.capacity, capacity);
  put(memory, header, Header.previous, previous);
}

// ---- reusable blocks ------------------------------------------------------------------------

/** Words of a reusable block's contents. */
const Link = { next: HEADER_BYTES / 4, previous: HEADER_BYTES / 4 + 1 } as const;

function binOf(capacity: number): number {
  return Control.bins + Math.min(capacity / 16 - 1, SMALL_BINS);
}

/** Takes a block of at least `capacity`. `anyBin`: from larger bins, too, when memory is short. */
function takeReusable(memory: ProcessMemory, capacity: number, anyBin: boolean): number {
  const first = binOf(capacity);
  const last = anyBin ? Control.bins + SMALL_BINS : first;
  for (let bin = first; bin <= last; bin++) {
    let header = control(memory, bin);
    for (let tries = 0; header !== 0 && (anyBin || tries < SEARCH_MAX); tries++) {
      if (get(memory, header, Header.capacity) >= capacity) {
        unlink(memory, header);
        split(memory, header, capacity);
        return header;
      }
      header = get(memory, header, Link.next);
    }
  }
  return 0;
}

/** Gives the end of an unlinked block back if it is worth a block of its own. */
function split(memory: ProcessMemory, header: number, capacity: number): void {
  const rest = get(memory, header, Header.capacity) - capacity - HEADER_BYTES;
  if (rest < 4 * CAPACITY_MIN) return;
  const other = header + HEADER_BYTES + capacity;
  formatHeader(memory, other, rest, header);
  for (const field of [Header.bytes, Header.allocatedPc, Header.freedPc, Header.serial]) {
    put(memory, other, field, get(memory, header, field));
  }
  put(memory, other, Header.bytes, rest);
  put(memory, header, Header.capacity, capacity);
  const next = other + HEADER_BYTES + rest;
  if (next < control(memory, Control.top)) put(memory, next, Header.previous, other);
  else setControl(memory, Control.last, other);
  link(memory, other);
}

/** Lets blocks out of the quarantine, oldest first, until at most `bytesMax` wait; false: none did. */
function emptyQuarantine(memory: ProcessMemory, bytesMax: number): boolean {
  let waiting = control(memory, Control.quarantineBytes);
  let any = false;
  while (waiting > bytesMax) {
    const header = control(memory, Control.quarantineHead);
    if (header === 0) break;
    const next = get(memory, header, Header.next);
    setControl(memory, Control.quarantineHead, next);
    if (next === 0) setControl(memory, Control.quarantineTail, 0);
    waiting -= get(memory, header, Header.capacity) + HEADER_BYTES;
    any = true;
    link(memory, mergeNeighbours(memory, header));
  }
  setControl(memory, Control.quarantineBytes, waiting);
  return any;
}

/** Joins an unlinked free block with reusable neighbours; their headers become contents. */
function mergeNeighbours(memory: ProcessMemory, header: number): number {
  const top = control(memory, Control.top);
  let start = header;
  let end = header + HEADER_BYTES + get(memory, header, Header.capacity);
  if (end < top && get(memory, end, Header.state) === BlockState.reusable) {
    const after = end;
    unlink(memory, after);
    end += HEADER_BYTES + get(memory, after, Header.capacity);
  }
  const before = get(memory, header, Header.previous);
  if (before !== 0 && get(memory, before, Header.state) === BlockState.reusable) {
    unlink(memory, before);
    start = before;
  }
  const capacity = end - start - HEADER_BYTES;
  if (capacity !== get(memory, header, Header.capacity)) {
    put(memory, start, Header.capacity, capacity);
    put(memory, start, Header.bytes, capacity);
    memory.poison(start + HEADER_BYTES, capacity, Shadow.freed);
    if (end < top) put(memory, end, Header.previous, start);
    else setControl(memory, Control.last, start);
  }
  return start;
}

/** Puts a free block into its bin, newest first. */
function link(memory: ProcessMemory, header: number): void {
  const bin = binOf(get(memory, header, Header.capacity));
  const first = control(memory, bin);
  put(memory, header, Header.state, BlockState.reusable);
  put(memory, header, Link.next, first);
  put(memory, header, Link.previous, 0);
  memory.poison(header + HEADER_BYTES, get(memory, header, Header.capacity), Shadow.freed);
  if (first !== 0) put(memory, first, Link.previous, header);
  setControl(memory, bin, header);
}

function unlink(memory: ProcessMemory, header: number): void {
  const next = get(memory, header, Link.next);
  const previous = get(memory, header, Link.previous);
  if (next !== 0) put(memory, next, Link.previous, previous);
  if (previous !== 0) put(memory, previous, Link.next, next);
  else setControl(memory, binOf(get(memory, header, Header.capacity)), next);
}
