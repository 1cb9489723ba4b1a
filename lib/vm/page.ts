/**
 * Pages of a process: immutable once they are in a page table, so processes and snapshots share
 * them by reference. A page holds its 4096 bytes and, after them, the shadow of its 512 granules
 * and a byte for each of these that tells which of its bytes are initialized.
 */
import { PAGE_SIZE } from '../abi/address-space';
import { GRANULE_BYTES, Shadow } from './shadow';

export const PAGE_WORDS = PAGE_SIZE / 4;
export const PAGE_SHADOW_WORDS = PAGE_SIZE / GRANULE_BYTES / 4;
/** Where a page's initialized-ness begins. */
export const INITIALIZED_WORD = PAGE_WORDS + PAGE_SHADOW_WORDS;

/** PAGE_WORDS words of contents, then twice PAGE_SHADOW_WORDS of shadow. Never written after creation. */
export type Page = Int32Array;

/** Shared by everyone: contents zero, every granule accessible. */
export const ZERO_PAGE: Page = blankPage(Shadow.accessible);
/** Shared by everyone: heap in which nothing was allocated. */
export const UNALLOCATED_PAGE: Page = blankPage(Shadow.unallocated);

function blankPage(shadow: number): Page {
  return new Int32Array(PAGE_WORDS + 2 * PAGE_SHADOW_WORDS).fill(
    (shadow << 24) | (shadow << 16) | (shadow << 8) | shadow,
    PAGE_WORDS,
    PAGE_WORDS + PAGE_SHADOW_WORDS,
  );
}

/** True for the pages that hold nothing and cost no memory. */
export function isBlank(page: Page): boolean {
  return page === ZERO_PAGE || page === UNALLOCATED_PAGE;
}

/** Whether they hold the same bytes, whatever pointers may do there. */
export function sameContents(a: Page, b: Page): boolean {
  for (let k = 0; k < PAGE_WORDS; k++) if (a[k] !== b[k]) return false;
  return true;
}
