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
import { isBlank, sameContents, UNALLOCATED_PAGE, ZERO_PAGE, type Page } from './page';
import {
  stackPageAt,
  stackPageLimit,
  withStackPages,
  type StackPage,
  type StackPages,
} from './stack-pages';

/** Pages of a process at one moment. Immutable. */
export interface PagesSnapshot {
  /** Page k holds addresses from lowBase + k * PAGE_SIZE. */
  readonly lowPages: readonly Page[];
  readonly stackPages: StackPages;
}

/** `zero`: never written; `shared`: the same page as in a relative or snapshot; `dirty`: own copy. */
export type PageState = 'zero' | 'shared' | 'dirty';

export class PagedMemory extends FlatMemory {
  /** Replaced, never written, but for `ownLowPages`. */
  protected lowPages: readonly Page[];
  protected stackPages: StackPages;
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

  /** Whether the page holds the bytes of this one, by what is in it and not by who wrote it. */
  protected lowPageHolds(k: number, page: Page | undefined): boolean {
    const present = this.lowPages[k];
    if (page === undefined || present === undefined) return page === present;
    return this.dirty[this.lowFlatPage(k)] === 1
      ? this.flatContentsAre(this.lowFlatPage(k), page)
      : present === page || sameContents(present, page);
  }

  protected stackPageHolds(k: number, page: Page): boolean {
    const flatPage = this.stackFlatPage(k);
    if (flatPage >= 0 && this.dirty[flatPage] === 1) return this.flatContentsAre(flatPage, page);
    const present = stackPageAt(this.stackPages, k);
    return present === page || sameContents(present, page);
  }

  // ---- for the layers above -----------------------------------------------------------------

  /** From low to high addresses. */
  protected lowPageStates(): PageState[] {
    return this.lowPages.map((page, k) => this.pageState(page, this.lowFlatPage(k)));
  }

  /** From high to low addresses. */
  protected stackPageStates(): PageState[] {
    return Array.from({ length: this.stackPageMax }, (_, k) =>
      this.pageState(stackPageAt(this.stackPages, k), this.stackFlatPage(k)),
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
      this.replaceStackPages(stackPages);
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
    for (const { k } of this.stackPages)
      if (k >= from && k < to) this.dirty[this.stackFlatPage(k)] = 1;
    for (const k of this.dirtyStackPages())
      if (k >= from && k < to) this.blankPage(this.stackFlatPage(k), shadow);
  }

  /** A flat buffer of at least these sizes with the present contents; false: the host has no room. */
  protected reserve(stackBytes: number, lowBytes: number): boolean {
    const first = !this.isMaterialized;
    if (!this.allocate(stackBytes, lowBytes, (k) => this.isStackPageTouched(k))) return false;
    if (first) {
      this.lowPages.forEach((page, k) => {
        if (page !== ZERO_PAGE) this.putPage(this.lowFlatPage(k), page, undefined);
      });
      for (const { k, page } of this.stackPages)
        this.putPage(this.stackFlatPage(k), page, undefined);
    }
    return true;
  }

  // ---- details ------------------------------------------------------------------------------

  private get stackPageMax(): number {
    return Math.max(stackPageLimit(this.stackPages), this.stackCapacity >> PAGE_SHIFT);
  }

  private isStackPageTouched(k: number): boolean {
    return stackPageAt(this.stackPages, k) !== ZERO_PAGE;
  }

  private pageState(page: Page, flatPage: number): PageState {
    if (this.dirty[flatPage] === 1) return 'dirty';
    return isBlank(page) ? 'zero' : 'shared';
  }

  /** Puts dirty pages into the page table. */
  private commit(): void {
    if (!this.isMaterialized || !this.dirty.includes(1)) return;
    let lowPages: Page[] | null = null;
    for (let k = 0; k < this.lowPages.length; k++) {
      const flatPage = this.lowFlatPage(k);
      if (this.dirty[flatPage] !== 1) continue;
      const before = this.lowPages[k] as Page;
      const page = this.takePage(flatPage, before);
      if (page === before) continue;
      lowPages ??= this.lowPages.slice();
      lowPages[k] = page;
    }
    let isNew = false;
    const changes: StackPage[] = [];
    for (const k of this.dirtyStackPages()) {
      const before = stackPageAt(this.stackPages, k);
      const page = this.takePage(this.stackFlatPage(k), before);
      if (page !== before) isNew = true;
      changes.push({ k, page });
    }
    if (lowPages !== null) this.lowPages = lowPages;
    if (isNew) this.stackPages = withStackPages(this.stackPages, changes);
    this.dirty.fill(0);
  }

  /** Numbers of stack pages that may differ from the page table, in order. */
  private dirtyStackPages(): readonly number[] {
    const last = (this.stackCapacity >> PAGE_SHIFT) - 1;
    const { dirty } = this;
    const found: number[] = [];
    // Most are clean, in the wide gaps between the stacks of threads: from the high end, eight at a time.
    const words = this.dirtyWords;
    for (let word = last >> 3; word >= 0; word--) {
      if (words[word] === 0) continue;
      for (let flatPage = Math.min(last, 8 * word + 7); flatPage >= 8 * word; flatPage--)
        if (dirty[flatPage] === 1) found.push(last - flatPage);
    }
    return found;
  }

  private replaceStackPages(stackPages: StackPages): void {
    const before = this.stackPages;
    for (const k of this.dirtyStackPages())
      this.putPage(this.stackFlatPage(k), stackPageAt(stackPages, k), stackPageAt(before, k));
    if (before === stackPages) return;
    for (const { k, page } of before) {
      const after = stackPageAt(stackPages, k);
      if (after !== page) this.putPage(this.stackFlatPage(k), after, page);
    }
    for (const { k, page } of stackPages) {
      const present = stackPageAt(before, k);
      if (present === ZERO_PAGE && page !== present)
        this.putPage(this.stackFlatPage(k), page, present);
    }
  }
}
