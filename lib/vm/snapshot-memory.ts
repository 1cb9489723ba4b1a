/** Private memory as a snapshot has it: bytes at an address, and pages to compare. Leaves out mappings. */
import { ARGUMENTS_LIMIT, MAPPING_LIMIT, PAGE_SHIFT, PAGE_SIZE } from '../abi/address-space';
import { firstUninitialized, type TrackedMemory } from './initialized';
import { INITIALIZED_WORD, PAGE_SHADOW_WORDS, PAGE_WORDS, type Page } from './page';
import type { SegmentsSnapshot } from './segmented-memory';
import { stackPageAt } from './stack-pages';

/** null: no memory is there. */
export function snapshotPage(
  { layout, lowPages, stackPages }: SegmentsSnapshot,
  address: number,
): Page | null {
  if (address >= ARGUMENTS_LIMIT) return null;
  if (address >= MAPPING_LIMIT)
    return stackPageAt(stackPages, (ARGUMENTS_LIMIT - 1 - address) >> PAGE_SHIFT);
  if (address < layout.lowBase) return null;
  return lowPages[(address - layout.lowBase) >> PAGE_SHIFT] ?? null;
}

export function snapshotBytes(
  snapshot: SegmentsSnapshot,
  address: number,
  count: number,
): Uint8Array | null {
  const bytes = new Uint8Array(count);
  for (let k = 0; k < count;) {
    const page = snapshotPage(snapshot, address + k);
    if (page === null) return null;
    const from = (address + k) & (PAGE_SIZE - 1);
    const length = Math.min(count - k, PAGE_SIZE - from);
    bytes.set(new Uint8Array(page.buffer, page.byteOffset + from, length), k);
    k += length;
  }
  return bytes;
}

/** How many of the bytes, from the first, had a value. */
export function snapshotSetBytes(
  snapshot: SegmentsSnapshot,
  address: number,
  count: number,
): number {
  for (let k = 0; k < count;) {
    const page = snapshotPage(snapshot, address + k);
    if (page === null) return k;
    const from = (address + k) & (PAGE_SIZE - 1);
    const length = Math.min(count - k, PAGE_SIZE - from);
    const first = firstUninitialized(trackingOf(page), from, length);
    if (first >= 0) return k + first - from;
    k += length;
  }
  return count;
}

function trackingOf(page: Page): TrackedMemory {
  const part = (word: number) =>
    new Uint8Array(page.buffer, page.byteOffset + 4 * word, 4 * PAGE_SHADOW_WORDS);
  return { shadow: part(PAGE_WORDS), initialized: part(INITIALIZED_WORD), dirty: NOT_DIRTY };
}

const NOT_DIRTY = new Uint8Array(1);
