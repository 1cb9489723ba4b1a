/**
 * Sums of hashes of memory words: 96 bits that don't depend on the order in which words are added, so
 * memory can be added up in parts, a part taken out again, and one changed word exchanged for another. A
 * word that is zero adds nothing, so that untouched memory costs nothing. Beside its value a word has
 * what is known of its initialization, and each granule what a pointer may do there (vm/shadow.ts).
 * Pages are immutable, and each is added up once.
 */
import { PAGE_SHIFT, PAGE_SIZE } from '../../abi/address-space';
import { PAGE_SHADOW_WORDS, PAGE_WORDS, type Page } from '../../vm/page';
import type { Digest } from './state-hash';

/** Numbers of words of a page are below this; those of their initialization follow, then granules. */
const INITIALIZATION = PAGE_WORDS;
const GRANULES = 2 * PAGE_WORDS;
const INITIALIZED_WORD = PAGE_WORDS + PAGE_SHADOW_WORDS;
/** Shadow of a granule of which not all has a value: this, plus how much of it is accessible. */
const UNSET = 8;

export class WordSum implements Digest {
  a = 0;
  b = 0;
  c = 0;

  /** The word at `place` of a page; `times` -1 takes it out again. */
  word(place: number, value: number, times: 1 | -1 = 1): void {
    let a = Math.imul(value ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b);
    a ^= a >>> 13;
    a = Math.imul(a, 0xc2b2ae35);
    a ^= a >>> 16;
    let b = Math.imul((value + Math.imul(place + 1, 0x27d4eb2f)) | 0, 0x165667b1);
    b ^= b >>> 15;
    b = Math.imul(b, 0x9e3779b1);
    b ^= b >>> 13;
    let c = Math.imul(value ^ Math.imul(place + 1, 0x2545f491), 0x7feb352d);
    c ^= c >>> 16;
    c = Math.imul(c, 0x846ca68b);
    c ^= c >>> 15;
    this.a = (this.a + Math.imul(a, times)) | 0;
    this.b = (this.b + Math.imul(b, times)) | 0;
    this.c = (this.c + Math.imul(c, times)) | 0;
  }

  add({ a, b, c }: Digest, times: 1 | -1 = 1): void {
    this.a = (this.a + Math.imul(a, times)) | 0;
    this.b = (this.b + Math.imul(b, times)) | 0;
    this.c = (this.c + Math.imul(c, times)) | 0;
  }

  /** What a page adds up to, as it counts where it lies: page number `page` of a space. */
  addAt(space: number, page: number, sum: Digest, times: 1 | -1 = 1): void {
    let factor = Math.imul(space + 1, 0x9e3779b1) ^ Math.imul(page + 1, 0x85ebca6b);
    factor ^= factor >>> 15;
    factor = Math.imul(factor, 0x2c1b3c6d);
    factor ^= factor >>> 12;
    this.a = (this.a + Math.imul(Math.imul(sum.a, factor | 1), times)) | 0;
    factor = Math.imul(factor ^ 0x3c6ef372, 0x297a2d39);
    this.b = (this.b + Math.imul(Math.imul(sum.b, factor | 1), times)) | 0;
    factor = Math.imul(factor ^ (factor >>> 14), 0x1b873593);
    this.c = (this.c + Math.imul(Math.imul(sum.c, factor | 1), times)) | 0;
  }
}

/** A word's value, and above 32 bits which of its bytes have none; ABSENT: there is no memory. */
export type WordValue = number;
export const ABSENT: WordValue = -1;
const INITIALIZATION_FACTOR = 2 ** 32;

const one = new WordSum();

/** Adds the word at an address of a space, or takes it out. */
export function addWord(
  sum: WordSum,
  space: number,
  address: number,
  value: WordValue,
  times: 1 | -1,
): void {
  if (value <= 0) return;
  one.a = one.b = one.c = 0;
  const place = (address & (PAGE_SIZE - 1)) >> 2;
  if ((value | 0) !== 0) one.word(place, value | 0);
  if (value >= INITIALIZATION_FACTOR)
    one.word(INITIALIZATION + place, Math.floor(value / INITIALIZATION_FACTOR));
  sum.addAt(space, address >>> PAGE_SHIFT, one, times);
}

export function wordOfPage(page: Page, address: number): WordValue {
  const place = (address & (PAGE_SIZE - 1)) >> 2;
  const shadow = byteOf(page, PAGE_WORDS, place >> 1);
  const value = (page[place] as number) >>> 0;
  if (shadow < UNSET || shadow >= 2 * UNSET) return value;
  const initialized = byteOf(page, INITIALIZED_WORD, place >> 1);
  return value + ((~initialized >> (4 * (place & 1))) & 15) * INITIALIZATION_FACTOR;
}

function byteOf(page: Page, from: number, byte: number): number {
  return ((page[from + (byte >> 2)] as number) >>> (8 * (byte & 3))) & 0xff;
}

export function wordOfBytes(bytes: Uint8Array, index: number): WordValue {
  const at = index & (PAGE_SIZE - 1);
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  );
}

const pageSums = new WeakMap<Page, Digest>();
const partSums = new WeakMap<Page, { readonly from: number; readonly sum: Digest }>();
const listSums = new WeakMap<readonly Page[], { readonly space: number; readonly sum: Digest }>();
const regionSums = new WeakMap<Uint8Array, Digest>();

/** What a page adds up to from byte `from` on, a multiple of 16: of stacks only what is alive counts. */
export function sumOfPage(page: Page, from = 0): Digest {
  if (from > 0) {
    const known = partSums.get(page);
    if (known?.from === from) return known.sum;
    const sum = addUp(page, from >> 2);
    partSums.set(page, { from, sum });
    return sum;
  }
  let sum = pageSums.get(page);
  if (sum === undefined) {
    sum = addUp(page, 0);
    pageSums.set(page, sum);
  }
  return sum;
}

function addUp(page: Page, from: number): WordSum {
  const sum = new WordSum();
  for (let place = from; place < PAGE_WORDS; place++) {
    const value = page[place] as number;
    if (value !== 0) sum.word(place, value);
  }
  for (let four = from >> 3; four < PAGE_SHADOW_WORDS; four++) {
    if (page[PAGE_WORDS + four] === 0) continue;
    for (let granule = Math.max(4 * four, from >> 1); granule < 4 * four + 4; granule++)
      addGranule(sum, page, granule);
  }
  return sum;
}

function addGranule(sum: WordSum, page: Page, granule: number): void {
  const shadow = byteOf(page, PAGE_WORDS, granule);
  if (shadow === 0) return;
  const isUnset = shadow >= UNSET && shadow < 2 * UNSET;
  const kind = isUnset ? shadow - UNSET : shadow;
  if (kind !== 0) sum.word(GRANULES + granule, kind);
  if (!isUnset) return;
  const without = ~byteOf(page, INITIALIZED_WORD, granule) & 0xff;
  if ((without & 15) !== 0) sum.word(INITIALIZATION + 2 * granule, without & 15);
  if (without >> 4 !== 0) sum.word(INITIALIZATION + 2 * granule + 1, without >> 4);
}

/** Pages one after the other, the first of them page number `first` of the space. */
export function sumOfPages(pages: readonly Page[], space: number, first: number): Digest {
  const known = listSums.get(pages);
  if (known?.space === space) return known.sum;
  const sum = new WordSum();
  pages.forEach((page, k) => {
    sum.addAt(space, first + k, sumOfPage(page));
  });
  listSums.set(pages, { space, sum });
  return sum;
}

export function sumOfRegion(pages: readonly Uint8Array[], space: number): WordSum {
  const sum = new WordSum();
  pages.forEach((page, k) => {
    let own = regionSums.get(page);
    if (own === undefined) {
      own = addUpBytes(page);
      regionSums.set(page, own);
    }
    sum.addAt(space, k, own);
  });
  return sum;
}

function addUpBytes(page: Uint8Array): WordSum {
  const sum = new WordSum();
  const words = new Int32Array(page.buffer, page.byteOffset, page.byteLength >> 2);
  for (let place = 0; place < words.length; place++) {
    const value = words[place] as number;
    if (value !== 0) sum.word(place, value);
  }
  return sum;
}
