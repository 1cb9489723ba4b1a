/**
 * The flat buffer of one process: contents, shadow and initialized-ness as typed arrays, so that an
 * access is an addition and not a page-table look-up, and one byte a page that tells which pages may
 * differ from the page table. It holds the stacks first (their top end at `stackCapacity`), then
 * static data and heap. Knows nothing of what is allowed where: that is for the layers above
 * (paged-memory.ts, segmented-memory.ts, mapped-memory.ts, memory.ts).
 *
 * Whoever writes to the buffer marks the page in `dirty` (`markDirty`), or snapshots and whoever
 * keeps something by page miss it. Frame slots are the exception: `execute` marks the live stack.
 */
import { ARGUMENTS_LIMIT, PAGE_SHIFT } from '../abi/address-space';
import { markInitialized } from './initialized';
import {
  INITIALIZED_WORD,
  isBlank,
  PAGE_SHADOW_WORDS,
  PAGE_WORDS,
  UNALLOCATED_PAGE,
  ZERO_PAGE,
  type Page,
} from './page';
import { GRANULE_SHIFT } from './shadow';

const PAGE_GRANULES = (PAGE_WORDS * 4) >> GRANULE_SHIFT;
const NO_BYTES = new ArrayBuffer(0);

export class FlatMemory {
  /**
   * The views: for lib/vm only. Replaced when the buffer grows; empty before the first touch. Index
   * of an address: `address - stackDelta` in the stack, `address - lowDelta` below.
   */
  u8 = new Uint8Array(NO_BYTES);
  u16 = new Uint16Array(NO_BYTES);
  i32 = new Int32Array(NO_BYTES);
  f32 = new Float32Array(NO_BYTES);
  f64 = new Float64Array(NO_BYTES);
  shadow = new Uint8Array(NO_BYTES);
  shadow16 = new Uint16Array(NO_BYTES);
  /** Of a granule whose shadow says that it isn't wholly initialized: a bit for each byte that is. */
  initialized = new Uint8Array(NO_BYTES);
  /** One byte for each page of the flat buffer: may differ from the page table. */
  dirty = new Uint8Array(NO_BYTES);
  /** `dirty`, eight pages an element: 0 where none of them is marked. */
  protected dirtyWords = new Float64Array(NO_BYTES);
  stackDelta = ARGUMENTS_LIMIT;
  lowDelta: number;

  protected stackCapacity = 0;
  protected lowCapacity = 0;
  private shadow32 = new Int32Array(NO_BYTES);
  private initialized32 = new Int32Array(NO_BYTES);

  /** `flatBase`: the lowest address of static data. */
  protected constructor(private readonly flatBase: number) {
    this.lowDelta = flatBase;
  }

  get isMaterialized(): boolean {
    return this.lowCapacity > 0;
  }

  markDirty(flat: number, count: number): void {
    const last = (flat + count - 1) >> PAGE_SHIFT;
    for (let page = flat >> PAGE_SHIFT; page <= last; page++) this.dirty[page] = 1;
  }

  /** [flat, flat + count) was just written through a pointer. */
  markWritten(flat: number, count: number): void {
    this.markDirty(flat, count);
    markInitialized(this, flat, count);
  }

  // ---- pages of the buffer ------------------------------------------------------------------

  protected lowFlatPage(k: number): number {
    return (this.stackCapacity >> PAGE_SHIFT) + k;
  }

  protected stackFlatPage(k: number): number {
    return (this.stackCapacity >> PAGE_SHIFT) - 1 - k;
  }

  /** Writes a page to the flat buffer unless it is there already. */
  protected putPage(flatPage: number, page: Page, present: Page | undefined): void {
    if (page === present && this.dirty[flatPage] === 0) return;
    const word = flatPage * PAGE_WORDS;
    const shadowWord = flatPage * PAGE_SHADOW_WORDS;
    if (isBlank(page)) {
      this.i32.fill(0, word, word + PAGE_WORDS);
      this.shadow32.fill(page[PAGE_WORDS] as number, shadowWord, shadowWord + PAGE_SHADOW_WORDS);
      this.initialized32.fill(0, shadowWord, shadowWord + PAGE_SHADOW_WORDS);
    } else {
      this.i32.set(page.subarray(0, PAGE_WORDS), word);
      this.shadow32.set(page.subarray(PAGE_WORDS, INITIALIZED_WORD), shadowWord);
      this.initialized32.set(page.subarray(INITIALIZED_WORD), shadowWord);
    }
    this.dirty[flatPage] = 0;
  }

  /** The flat page as an immutable page: `present` itself when nothing has changed. */
  protected takePage(flatPage: number, present: Page): Page {
    const word = flatPage * PAGE_WORDS;
    const shadowWord = flatPage * PAGE_SHADOW_WORDS;
    if (this.flatEquals(word, shadowWord, present)) return present;
    if (this.flatEquals(word, shadowWord, ZERO_PAGE)) return ZERO_PAGE;
    if (this.flatEquals(word, shadowWord, UNALLOCATED_PAGE)) return UNALLOCATED_PAGE;
    const page = new Int32Array(INITIALIZED_WORD + PAGE_SHADOW_WORDS);
    page.set(this.i32.subarray(word, word + PAGE_WORDS));
    const shadowEnd = shadowWord + PAGE_SHADOW_WORDS;
    page.set(this.shadow32.subarray(shadowWord, shadowEnd), PAGE_WORDS);
    page.set(this.initialized32.subarray(shadowWord, shadowEnd), INITIALIZED_WORD);
    return page;
  }

  /** Contents zero, this shadow, and different from what the page table has. */
  protected blankPage(flatPage: number, shadow: number): void {
    this.i32.fill(0, flatPage * PAGE_WORDS, (flatPage + 1) * PAGE_WORDS);
    const granule = flatPage * PAGE_GRANULES;
    this.shadow.fill(shadow, granule, granule + PAGE_GRANULES);
    this.initialized.fill(0, granule, granule + PAGE_GRANULES);
    this.dirty[flatPage] = 1;
  }

  /** The page's bytes, whatever pointers may do there. */
  protected flatContentsAre(flatPage: number, page: Page): boolean {
    const word = flatPage * PAGE_WORDS;
    const { i32 } = this;
    for (let k = 0; k < PAGE_WORDS; k++) if (i32[word + k] !== page[k]) return false;
    return true;
  }

  private flatEquals(word: number, shadowWord: number, page: Page): boolean {
    const { i32, shadow32, initialized32 } = this;
    for (let k = 0; k < PAGE_SHADOW_WORDS; k++) {
      if (shadow32[shadowWord + k] !== page[PAGE_WORDS + k]) return false;
      if (initialized32[shadowWord + k] !== page[INITIALIZED_WORD + k]) return false;
    }
    for (let k = 0; k < PAGE_WORDS; k++) {
      if (i32[word + k] !== page[k]) return false;
    }
    return true;
  }

  // ---- the buffer ---------------------------------------------------------------------------

  /**
   * A zero buffer of these sizes in place of the present one, whose contents are moved over; false: the
   * host has no room. Both segments keep their order: stack against its upper end, low pages against
   * their lower. Stack pages that aren't `touched` are not copied, so that the host needn't give
   * memory for them.
   */
  protected allocate(
    stackBytes: number,
    lowBytes: number,
    touched: (stackPage: number) => boolean,
  ): boolean {
    const { i32, shadow32, initialized32, dirty, stackCapacity, lowCapacity } = this;
    const granules = (stackBytes + lowBytes) >> GRANULE_SHIFT;
    try {
      this.setBuffers(
        new ArrayBuffer(stackBytes + lowBytes),
        new ArrayBuffer(granules),
        new ArrayBuffer(granules),
      );
    } catch {
      return false;
    }
    this.setDirty((stackBytes + lowBytes) >> PAGE_SHIFT);
    this.stackCapacity = stackBytes;
    this.lowCapacity = lowBytes;
    this.stackDelta = ARGUMENTS_LIMIT - stackBytes;
    this.lowDelta = this.flatBase - stackBytes;
    const moved = (stackBytes - stackCapacity) >> PAGE_SHIFT;
    const stackPages = stackCapacity >> PAGE_SHIFT;
    const copy = (from: number, to: number) => {
      const word = PAGE_WORDS;
      this.i32.set(i32.subarray(from * word, to * word), (from + moved) * word);
      const byte = PAGE_SHADOW_WORDS;
      const at = (from + moved) * byte;
      this.shadow32.set(shadow32.subarray(from * byte, to * byte), at);
      this.initialized32.set(initialized32.subarray(from * byte, to * byte), at);
    };
    for (let page = 0; page < stackPages; page++) {
      if (dirty[page] === 1 || touched(stackPages - 1 - page)) copy(page, page + 1);
    }
    copy(stackPages, stackPages + (lowCapacity >> PAGE_SHIFT));
    this.dirty.set(dirty, moved);
    return true;
  }

  protected release(): void {
    this.setBuffers(NO_BYTES, NO_BYTES, NO_BYTES);
    this.setDirty(0);
    this.stackDelta = ARGUMENTS_LIMIT;
    this.lowDelta = this.flatBase;
    this.stackCapacity = 0;
    this.lowCapacity = 0;
  }

  private setDirty(pages: number): void {
    const bytes = new ArrayBuffer((pages + 7) & -8);
    this.dirty = new Uint8Array(bytes, 0, pages);
    this.dirtyWords = new Float64Array(bytes);
  }

  private setBuffers(contents: ArrayBuffer, shadow: ArrayBuffer, initialized: ArrayBuffer): void {
    this.u8 = new Uint8Array(contents);
    this.u16 = new Uint16Array(contents);
    this.i32 = new Int32Array(contents);
    this.f32 = new Float32Array(contents);
    this.f64 = new Float64Array(contents);
    this.shadow = new Uint8Array(shadow);
    this.shadow16 = new Uint16Array(shadow);
    this.shadow32 = new Int32Array(shadow);
    this.initialized = new Uint8Array(initialized);
    this.initialized32 = new Int32Array(initialized);
  }
}
