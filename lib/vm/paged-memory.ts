/**
 * The page table of one process: immutable pages that processes and snapshots share by reference,
 * behind the flat buffer. A page's identity is its reference: who holds the same `Page` holds the
 * same contents, so whatever is computed of a page can be kept by page (in a WeakMap). `commit`
 * makes pages of what the flat buffer changed; a page written with what it held before keeps its
 * identity. The flat buffer is made when the process first touches its memory, so a forked child
 * that never ran, or a kept snapshot, costs page references and nothing else.
 */
import { PAGE_SHIFT, PAGE_SIZE } from '../abi/address-space';
import { FlatMemory } from './flat-memory';
import { isBlank, UNALLOCATED_PAGE, ZERO_PAGE, type Page } from './page';

/** Pages of a process at one moment. Immutable. */
export interface PagesSnapshot {
  /** Page k holds addresses from lowBase + k * PAGE_SIZE. */
  readonly lowPages: readonly Page[];
  /** Page k holds addresses up to ARGUMENTS_LIMIT - k * PAGE_SIZE. Those beyond the end are zero. */
  readonly stackPages: readonly Page[];
}

/** `zero`: never written; `shared`: the same page as in a relative or snapshot; `dirty`: own copy. */
export type PageState = 'zero' | 'shared' | 'dirty';

export class PagedMemory extends FlatMemory {
  /** Replaced, never written, but for `ownLowPages`. */
  protected lowPages: readonly Page[];
  protected stackPages: readonly Page[];
  /** `lowPages` itself while no snapshot or relative has the same array: then it may grow in place. */
  private ownLowPages: Page[] | null = null;

  protected constructor({ lowPages, stackPages }: PagesSnapshot, lowBase: number) {
    super(lowBase);
    this.lowPages = lowPages;
    this.stackPages = stackPages;
  }

  /** Gives the flat buffer back, keeping the pages: for processes that wait for long or are zombies. */
  compact(): void {
    this.commit();
    this.release();
  }

  /** Bytes of pages that were ever written, shared ones included; shared mappings not. */
  get residentBytes(): number {
    let pages = 0;
    for (const [k, page] of this.lowPages.entries()) {
      if (!isBlank(page) || this.dirty[this.lowFlatPage(k)] === 1) pages++;
    }
    for (let k = 0; k < this.stackPageMax; k++) {
      if (this.isStackPageTouched(k) || this.dirty[this.stackFlatPage(k)] === 1) pages++;
    }
    return pages * PAGE_SIZE;
  }

  // ---- for the layers above -----------------------------------------------------------------

  /** From low to high addresses. */
  protected lowPageStates(): PageState[] {
    return this.lowPages.map((page, k) => this.pageState(page, this.lowFlatPage(k)));
  }

  /** From high to low addresses. */
  protected stackPageStates(): PageState[] {
    return Array.from({ length: this.stackPageMax }, (_, k) =>
      this.pageState(this.stackPages[k] ?? ZERO_PAGE, this.stackFlatPage(k)),
    );
  }

  /** `lowPages` and `stackPages` are the pages as they are now from here on, and may be shared. */
  protected settlePages(): void {
    this.commit();
    this.ownLowPages = null;
  }

  /** Back to earlier pages, in place if there is a buffer of `stackBytes` and more: only what differs is copied. */
  protected replacePages({ lowPages, stackPages }: PagesSnapshot, stackBytes: number): void {
    const fits =
      this.isMaterialized &&
      lowPages.length * PAGE_SIZE <= this.lowCapacity &&
      stackBytes <= this.stackCapacity;
    if (fits) {
      const lowCount = Math.max(this.lowPages.length, lowPages.length);
      for (let k = 0; k < lowCount; k++) {
        const page = lowPages[k];
        // A page past the snapshot's break is unmapped: it is blanked when it comes back.
        if (page !== undefined) this.putPage(this.lowFlatPage(k), page, this.lowPages[k]);
        else this.dirty[this.lowFlatPage(k)] = 0;
      }
      for (let k = 0; k < this.stackCapacity >> PAGE_SHIFT; k++) {
        const page = stackPages[k] ?? ZERO_PAGE;
        this.putPage(this.stackFlatPage(k), page, this.stackPages[k] ?? ZERO_PAGE);
      }
    } else {
      this.release();
    }
    this.lowPages = lowPages;
    this.stackPages = stackPages;
  }

  /** Makes the low segments this many pages long; new ones hold heap that nobody allocated. */
  protected resizeLow(count: number): void {
    const had = this.lowPages.length;
    if (count === had) return;
    const pages = this.ownLowPages === this.lowPages ? this.ownLowPages : this.lowPages.slice();
    pages.length = Math.min(had, count);
    for (let k = had; k < count; k++) {
      pages.push(UNALLOCATED_PAGE);
      this.putPage(this.lowFlatPage(k), UNALLOCATED_PAGE, undefined);
    }
    for (let k = count; k < had; k++) this.dirty[this.lowFlatPage(k)] = 0;
    this.lowPages = this.ownLowPages = pages;
  }

  /** Gives pages of the stack back, those of [from, to) that were touched: zero, with this shadow. */
  protected blankStackPages(from: number, to: number, shadow: number): void {
    for (let k = from; k < to; k++) {
      const flatPage = this.stackFlatPage(k);
      if (this.dirty[flatPage] === 1 || this.isStackPageTouched(k))
        this.blankPage(flatPage, shadow);
    }
  }

  /** A flat buffer of at least these sizes with the present contents; false: the host has no room. */
  protected reserve(stackBytes: number, lowBytes: number): boolean {
    const first = !this.isMaterialized;
    if (!this.allocate(stackBytes, lowBytes, (k) => this.isStackPageTouched(k))) return false;
    if (first) {
      this.lowPages.forEach((page, k) => {
        if (page !== ZERO_PAGE) this.putPage(this.lowFlatPage(k), page, undefined);
      });
      this.stackPages.forEach((page, k) => {
        if (page !== ZERO_PAGE) this.putPage(this.stackFlatPage(k), page, undefined);
      });
    }
    return true;
  }

  // ---- details ------------------------------------------------------------------------------

  private get stackPageMax(): number {
    return Math.max(this.stackPages.length, this.stackCapacity >> PAGE_SHIFT);
  }

  private isStackPageTouched(k: number): boolean {
    return (this.stackPages[k] ?? ZERO_PAGE) !== ZERO_PAGE;
  }

  private pageState(page: Page, flatPage: number): PageState {
    if (this.dirty[flatPage] === 1) return 'dirty';
    return isBlank(page) ? 'zero' : 'shared';
  }

  /** Puts dirty pages into the page table. */
  private commit(): void {
    if (!this.isMaterialized || !this.dirty.includes(1)) return;
    const lowPages = this.lowPages.slice();
    for (let k = 0; k < lowPages.length; k++) {
      const flatPage = this.lowFlatPage(k);
      if (this.dirty[flatPage] === 1) lowPages[k] = this.takePage(flatPage, lowPages[k] as Page);
    }
    const stackPages = this.stackPages.slice();
    for (let k = 0; k < this.stackCapacity >> PAGE_SHIFT; k++) {
      const flatPage = this.stackFlatPage(k);
      if (this.dirty[flatPage] !== 1) continue;
      while (stackPages.length <= k) stackPages.push(ZERO_PAGE);
      stackPages[k] = this.takePage(flatPage, stackPages[k] as Page);
    }
    while (stackPages.at(-1) === ZERO_PAGE) stackPages.pop();
    this.lowPages = lowPages;
    this.stackPages = stackPages;
    this.dirty.fill(0);
  }
}
