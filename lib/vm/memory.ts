/**
 * The memory of one process: static data, heap and stack in one flat buffer, so that an access is
 * an addition and not a page-table look-up; a bitmap of dirty pages beside it; and a page table
 * of immutable pages that processes and snapshots share. `fork` and `snapshot` copy dirty pages
 * only. The flat buffer is made when the process first touches its memory, so a forked child
 * that never ran, or a kept snapshot, costs page references and nothing else.
 *
 * The flat buffer holds the stacks first (their top end at `stackCapacity`), then static data and
 * heap: both grow by reallocation. Where there are threads, it has room for all of the first stack
 * and what lies below it; the host gives memory only to pages that are touched. Shared mappings lie
 * outside it (see mapping.ts). Text is not readable memory. Leaves out: swapping, protection of pages
 * that aren't mapped by mmap.
 */
import {
  ARGUMENTS_LIMIT,
  HEAP_LIMIT,
  PAGE_SHIFT,
  PAGE_SIZE,
  STACK_BYTES_MAX,
  STACK_TOP,
} from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import {
  isBlank,
  PAGE_SHADOW_WORDS,
  PAGE_WORDS,
  UNALLOCATED_PAGE,
  ZERO_PAGE,
  type Page,
} from './page';
import { markInitialized } from './initialized';
import {
  indexIn,
  isMappable,
  mappingAt,
  overlaps,
  refusalOf,
  roomFor,
  withMapping,
  withoutRange,
  withUnmapped,
  withProtection,
  type Mapping,
  type Unmapped,
} from './mapping';
import { accessibleBytes, GRANULE_BYTES, GRANULE_SHIFT, Shadow } from './shadow';
import type { SharedRegion } from './shared-region';
import { findRoom, GUARD_BYTES, isWithGuard, withArea, type StackArea } from './thread-stacks';

export interface MemoryLimits {
  /** Heap bytes, by malloc and brk together; past it malloc gives NULL and brk fails. */
  readonly heapBytesMax: number;
  readonly stackBytesMax: number;
}

export const DEFAULT_MEMORY_LIMITS: MemoryLimits = {
  heapBytesMax: 64 * 1024 * 1024,
  stackBytesMax: STACK_BYTES_MAX,
};

/** Immutable. Holds page references and mappings; shared regions are snapshotted by their owner. */
export interface MemorySnapshot {
  readonly layout: MemoryLayout;
  readonly limits: MemoryLimits;
  readonly breakAddress: number;
  readonly lowPages: readonly Page[];
  readonly stackPages: readonly Page[];
  readonly mappings: readonly Mapping[];
  readonly unmapped: readonly Unmapped[];
  readonly threadStacks: readonly StackArea[];
}

/** Where the static segments lie: a fact of the image. */
export interface MemoryLayout {
  /** First mapped address: start of read-only data. */
  readonly lowBase: number;
  /** First writable address. */
  readonly dataBase: number;
  readonly bssBase: number;
  readonly heapBase: number;
}

export type PageSegment = 'read-only data' | 'data' | 'bss' | 'heap' | 'shared' | 'stack';

/** A row of the page table as figures show it. */
export interface PageView {
  readonly address: number;
  readonly segment: PageSegment;
  /** `zero`: never written; `shared`: the same page as in a relative or snapshot; `dirty`: own copy. */
  readonly state: 'zero' | 'shared' | 'dirty';
  readonly writable: boolean;
}

/** Where a page's initialized-ness begins. */
const INITIALIZED_WORD = PAGE_WORDS + PAGE_SHADOW_WORDS;
const ARGUMENT_BYTES_MAX = ARGUMENTS_LIMIT - STACK_TOP;
const FIRST_STACK_BYTES = ARGUMENT_BYTES_MAX + 17 * PAGE_SIZE;
const FIRST_HEAP_BYTES = 16 * PAGE_SIZE;
/** Beyond an overflowed stack, for handlers that asked for a stack of their own (sigaltstack). */
const HANDLER_STACK_BYTES_MAX = 1024 * 1024;
/** Below all that the first stack may ever take. */
const THREAD_STACKS_TOP = STACK_TOP - STACK_BYTES_MAX - HANDLER_STACK_BYTES_MAX - GUARD_BYTES;

function floorOf(limits: MemoryLimits): number {
  return STACK_TOP - (limits.stackBytesMax & -PAGE_SIZE);
}
/** What a thread's stack usually takes of the host's memory. */
const USUAL_THREAD_STACK_BYTES = 16 * PAGE_SIZE;

export class ProcessMemory {
  /**
   * The flat buffer and its views: for lib/vm only. Replaced when it grows; empty before the
   * first touch. Index of an address: `address - stackDelta` in the stack, `address - lowDelta` below.
   */
  u8 = new Uint8Array(0);
  u16 = new Uint16Array(0);
  i32 = new Int32Array(0);
  f32 = new Float32Array(0);
  f64 = new Float64Array(0);
  shadow = new Uint8Array(0);
  shadow16 = new Uint16Array(0);
  /** Of a granule whose shadow says that it isn't wholly initialized: a bit for each byte that is. */
  initialized = new Uint8Array(0);
  /** One byte for each page of the flat buffer: may differ from the page table. */
  dirty = new Uint8Array(0);
  stackDelta = ARGUMENTS_LIMIT;
  lowDelta: number;
  /** End of the mapped low segments: page after the one that holds the program break. */
  lowEnd: number;
  /** Limit of the first thread's stack. */
  stackFloor: number;
  /** Lowest address of any stack: `stackFloor` unless there are threads. */
  private stacksFloor: number;

  private stackCapacity = 0;
  private lowCapacity = 0;
  private shadow32 = new Int32Array(0);
  private initialized32 = new Int32Array(0);
  /** `lowPages` itself while no snapshot or relative has the same array: then it may grow in place. */
  private ownLowPages: Page[] | null = null;

  private constructor(
    readonly layout: MemoryLayout,
    public limits: MemoryLimits,
    private brk: number,
    /** Page k holds addresses from lowBase + k * PAGE_SIZE. Replaced, never written. */
    private lowPages: readonly Page[],
    /** Page k holds addresses up to ARGUMENTS_LIMIT - k * PAGE_SIZE. Those beyond the end are zero. */
    private stackPages: readonly Page[],
    private mapped: readonly Mapping[],
    /** What was mapped until lately, the latest first: for explanations. */
    public unmapped: readonly Unmapped[],
    /** Stacks of threads beside the first, from high to low. */
    private threadStacks: readonly StackArea[],
  ) {
    this.lowDelta = layout.lowBase;
    this.lowEnd = layout.lowBase + lowPages.length * PAGE_SIZE;
    this.stackFloor = floorOf(limits);
    this.stacksFloor = this.lowestStack();
  }

  static load(image: ProgramImage, limits: MemoryLimits = DEFAULT_MEMORY_LIMITS): ProcessMemory {
    const layout: MemoryLayout = {
      lowBase: Math.min(image.rodata.address, image.data.address, image.bss.address),
      dataBase: Math.min(image.data.address, image.bss.address),
      bssBase: image.bss.address,
      heapBase: image.heapBase,
    };
    const pageCount = (image.heapBase - layout.lowBase) >> PAGE_SHIFT;
    const pages = new Array<Page>(pageCount).fill(ZERO_PAGE);
    // The heap's first page holds malloc's control block, so the break starts behind it.
    pages.push(UNALLOCATED_PAGE);
    const brk = image.heapBase + PAGE_SIZE;
    const memory = new ProcessMemory(layout, limits, brk, pages, [], [], [], []);
    memory.materialize();
    for (const segment of [image.rodata, image.data]) {
      memory.u8.set(segment.bytes, segment.address - memory.lowDelta);
    }
    const first = layout.lowBase - memory.lowDelta;
    memory.shadow.fill(
      Shadow.globalRedzone,
      first >> GRANULE_SHIFT,
      (image.heapBase - memory.lowDelta) >> GRANULE_SHIFT,
    );
    for (const global of image.globals) memory.unpoison(global.location, global.bytes);
    memory.dirty.fill(1, first >> PAGE_SHIFT, (first >> PAGE_SHIFT) + pageCount);
    return memory;
  }

  /** A new memory in the snapshot's state. `regionOf` gives the regions of a cloned machine. */
  static fromSnapshot(
    snapshot: MemorySnapshot,
    regionOf: (region: SharedRegion) => SharedRegion = (region) => region,
  ): ProcessMemory {
    return new ProcessMemory(
      snapshot.layout,
      snapshot.limits,
      snapshot.breakAddress,
      snapshot.lowPages,
      snapshot.stackPages,
      snapshot.mappings.map((mapping) => ({ ...mapping, region: regionOf(mapping.region) })),
      snapshot.unmapped,
      snapshot.threadStacks,
    );
  }

  /**
   * The child's memory: the same pages; both copy what they write from now on. Of threads' stacks it
   * has only the one of the thread that forked (null: the first).
   */
  fork(stack: StackArea | null = null): ProcessMemory {
    const snapshot = this.snapshot();
    if (this.threadStacks.length === 0) return ProcessMemory.fromSnapshot(snapshot);
    const kept = this.threadStacks.filter(({ floor }) => floor === stack?.floor);
    const stackPages = snapshot.stackPages.map((page, k) => {
      const address = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
      const isKept = address >= this.stackFloor || kept.some((area) => isWithGuard(area, address));
      return isKept ? page : ZERO_PAGE;
    });
    return ProcessMemory.fromSnapshot({ ...snapshot, stackPages, threadStacks: kept });
  }

  snapshot(): MemorySnapshot {
    this.commit();
    this.ownLowPages = null;
    return {
      layout: this.layout,
      limits: this.limits,
      breakAddress: this.brk,
      lowPages: this.lowPages,
      stackPages: this.stackPages,
      mappings: this.mapped,
      unmapped: this.unmapped,
      threadStacks: this.threadStacks,
    };
  }

  /** Back to a snapshot of the same image, in place: only pages that differ are copied. */
  restore(snapshot: MemorySnapshot): void {
    if (snapshot.layout.heapBase !== this.layout.heapBase) {
      throw new Error('snapshot of another image');
    }
    this.limits = snapshot.limits;
    this.stackFloor = floorOf(snapshot.limits);
    this.threadStacks = snapshot.threadStacks;
    this.stacksFloor = this.lowestStack();
    const fits =
      this.isMaterialized &&
      snapshot.lowPages.length * PAGE_SIZE <= this.lowCapacity &&
      this.stackBytesFor(snapshot.stackPages.length) <= this.stackCapacity;
    if (fits) {
      const lowCount = Math.max(this.lowPages.length, snapshot.lowPages.length);
      for (let k = 0; k < lowCount; k++) {
        const page = snapshot.lowPages[k];
        // A page past the snapshot's break is unmapped: setBreak blanks it when it comes back.
        if (page !== undefined) this.putPage(this.lowFlatPage(k), page, this.lowPages[k]);
        else this.dirty[this.lowFlatPage(k)] = 0;
      }
      for (let k = 0; k < this.stackCapacity >> PAGE_SHIFT; k++) {
        const page = snapshot.stackPages[k] ?? ZERO_PAGE;
        this.putPage(this.stackFlatPage(k), page, this.stackPages[k] ?? ZERO_PAGE);
      }
    } else {
      this.release();
    }
    this.brk = snapshot.breakAddress;
    this.lowPages = snapshot.lowPages;
    this.stackPages = snapshot.stackPages;
    this.mapped = snapshot.mappings;
    this.unmapped = snapshot.unmapped;
    this.lowEnd = this.layout.lowBase + this.lowPages.length * PAGE_SIZE;
  }

  /** Gives the flat buffer back, keeping the pages: for processes that wait for long or are zombies. */
  compact(): void {
    this.commit();
    this.release();
  }

  get isMaterialized(): boolean {
    return this.lowCapacity > 0;
  }

  // ---- the kernel's access; null or false: EFAULT ------------------------------------------

  readBytes(address: number, count: number): Uint8Array | null {
    if (count === 0) return new Uint8Array(0);
    const place = this.place(address, count, false);
    if (place !== null) return place.bytes.slice(place.index, place.index + count);
    const pieces = this.piecesOf(address, count, false);
    if (pieces === null) return null;
    const all = new Uint8Array(count);
    for (const { from, bytes, index, count: length } of pieces)
      all.set(bytes.subarray(index, index + length), from);
    return all;
  }

  /** Writes all or nothing. */
  writeBytes(address: number, bytes: Uint8Array): boolean {
    if (bytes.length === 0) return true;
    const place = this.place(address, bytes.length, true);
    if (place !== null) {
      place.bytes.set(bytes, place.index);
      return true;
    }
    const pieces = this.piecesOf(address, bytes.length, true);
    if (pieces === null) return false;
    for (const piece of pieces)
      piece.bytes.set(bytes.subarray(piece.from, piece.from + piece.count), piece.index);
    return true;
  }

  /** The bytes before the terminating zero; null, too, when there is none within `bytesMax`. */
  readCString(address: number, bytesMax = 64 * 1024): Uint8Array | null {
    for (let count = 0; count < bytesMax;) {
      const chunk = PAGE_SIZE - ((address + count) & (PAGE_SIZE - 1));
      const bytes = this.readBytes(address + count, chunk);
      if (bytes === null) return null;
      const end = bytes.indexOf(0);
      if (end >= 0) return this.readBytes(address, count + end);
      count += chunk;
    }
    return null;
  }

  readInt32(address: number): number | null {
    const word = this.wordIndex(address, 4, false);
    if (word >= 0) return this.i32[word] as number;
    const bytes = this.readBytes(address, 4);
    return bytes === null ? null : new DataView(bytes.buffer).getInt32(0, true);
  }

  /** Exact below 2^53, else the nearest double. */
  readInt64(address: number): number | null {
    const word = this.wordIndex(address, 8, false);
    if (word >= 0)
      return (this.i32[word + 1] as number) * 2 ** 32 + ((this.i32[word] as number) >>> 0);
    const bytes = this.readBytes(address, 8);
    if (bytes === null) return null;
    const view = new DataView(bytes.buffer);
    return view.getInt32(4, true) * 2 ** 32 + view.getUint32(0, true);
  }

  writeInt32(address: number, value: number): boolean {
    const word = this.wordIndex(address, 4, true);
    if (word >= 0) {
      this.i32[word] = value;
      return true;
    }
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, value, true);
    return this.writeBytes(address, bytes);
  }

  writeInt64(address: number, value: number): boolean {
    const word = this.wordIndex(address, 8, true);
    if (word >= 0) {
      this.i32[word] = value;
      this.i32[word + 1] = Math.floor(value / 2 ** 32);
      return true;
    }
    const bytes = new Uint8Array(8);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, value, true);
    view.setInt32(4, Math.floor(value / 2 ** 32), true);
    return this.writeBytes(address, bytes);
  }

  // ---- segments ---------------------------------------------------------------------------

  get breakAddress(): number {
    return this.brk;
  }

  /** Lets the stack grow down to an address, as far as there is room for signal handlers. */
  lowerStackFloor(address: number): void {
    const floor = Math.max(address, STACK_TOP - STACK_BYTES_MAX - HANDLER_STACK_BYTES_MAX);
    if (floor >= this.stackFloor) return;
    this.limits = { ...this.limits, stackBytesMax: STACK_TOP - (floor & -PAGE_SIZE) };
    this.stackFloor = floorOf(this.limits);
    this.stacksFloor = this.lowestStack();
  }

  /**
   * Moves the end of the heap. New memory is zero, and accessible for brk(2); malloc passes
   * `Shadow.unallocated`. False: past a limit, or before the start of the heap.
   */
  setBreak(address: number, shadow: number = Shadow.accessible): boolean {
    const { heapBase } = this.layout;
    if (address < heapBase + PAGE_SIZE || address >= HEAP_LIMIT) return false;
    if (address - heapBase > this.limits.heapBytesMax) return false;
    const endPage = (address - this.layout.lowBase + PAGE_SIZE - 1) >> PAGE_SHIFT;
    const had = this.lowPages.length;
    const growth = (address - this.layout.lowBase + PAGE_SIZE - 1) & ~(PAGE_SIZE - 1);
    if (!this.isMaterialized) this.materialize();
    if (growth > this.lowCapacity && !this.reserve(this.stackCapacity, growth)) return false;
    const old = this.brk;
    if (endPage !== had) {
      const pages = this.ownLowPages === this.lowPages ? this.ownLowPages : this.lowPages.slice();
      pages.length = Math.min(had, endPage);
      for (let k = had; k < endPage; k++) {
        pages.push(UNALLOCATED_PAGE);
        this.putPage(this.lowFlatPage(k), UNALLOCATED_PAGE, undefined);
      }
      for (let k = endPage; k < had; k++) this.dirty[this.lowFlatPage(k)] = 0;
      this.lowPages = this.ownLowPages = pages;
      this.lowEnd = this.layout.lowBase + endPage * PAGE_SIZE;
    }
    this.brk = address;
    if (address > old) {
      if (shadow === Shadow.accessible)
        this.unpoison(old & -GRANULE_BYTES, address - (old & -GRANULE_BYTES));
      else this.poison(old, address - old, shadow);
    } else if (address < this.lowEnd) {
      const end = Math.min(old, this.lowEnd);
      const from = address - this.lowDelta;
      this.u8.fill(0, from, end - this.lowDelta);
      this.poison(address, end - address, Shadow.unallocated);
      this.markDirty(from, end - address);
    }
    return true;
  }

  get mappings(): readonly Mapping[] {
    return this.mapped;
  }

  /** Maps a region at `address` (a multiple of the page size), or where there is room; null: no room. */
  map(
    region: SharedRegion,
    address: number | null,
    {
      bytes = region.pageCount * PAGE_SIZE,
      offset = 0,
      readable = true,
      writable,
      line = null,
    }: Partial<Omit<Mapping, 'address' | 'region'>> & Pick<Mapping, 'writable'>,
  ): number | null {
    const at = address ?? roomFor(this.mapped, bytes);
    if (at === null || !isMappable(at, bytes) || overlaps(this.mapped, at, bytes)) return null;
    const mapping = { address: at, bytes, region, offset, readable, writable, line };
    this.mapped = withMapping(this.mapped, mapping);
    return at;
  }

  /** Takes away what is mapped in [address, address + bytes): whole pages. */
  unmap(address: number, bytes: number, line: number | null = null): void {
    this.unmapped = withUnmapped(this.unmapped, this.mapped, { address, bytes, line });
    this.mapped = withoutRange(this.mapped, address, bytes);
  }

  protect(
    address: number,
    bytes: number,
    protection: Pick<Mapping, 'readable' | 'writable' | 'line'>,
  ): void {
    this.mapped = withProtection(this.mapped, address, bytes, protection);
  }

  /** All mappings of a region are of another one from now on: a child's copy of a private one. */
  exchangeRegion(before: SharedRegion, after: SharedRegion): void {
    this.mapped = this.mapped.map((mapping) =>
      mapping.region === before ? { ...mapping, region: after } : mapping,
    );
  }

  mappingAt(address: number): Mapping | null {
    return mappingAt(this.mapped, address);
  }

  // ---- figures and budgets ------------------------------------------------------------------

  /** Bytes of pages that were ever written, shared ones included; shared mappings not. */
  get residentBytes(): number {
    let pages = 0;
    for (const [k, page] of this.lowPages.entries()) {
      if (!isBlank(page) || this.dirty[this.lowFlatPage(k)] === 1) pages++;
    }
    const stackCount = Math.max(this.stackPages.length, this.stackCapacity >> PAGE_SHIFT);
    for (let k = 0; k < stackCount; k++) {
      const page = this.stackPages[k] ?? ZERO_PAGE;
      if (!isBlank(page) || this.dirty[this.stackFlatPage(k)] === 1) pages++;
    }
    return pages * PAGE_SIZE;
  }

  /** Bytes of the host that the flat buffer takes; of stacks that threads made sparse, what they usually take. */
  get reservedBytes(): number {
    const stacks =
      this.threadStacks.length === 0
        ? this.stackCapacity
        : Math.min(
            this.stackCapacity,
            Math.max(FIRST_STACK_BYTES, this.stackPages.length * PAGE_SIZE) +
              this.threadStacks.length * USUAL_THREAD_STACK_BYTES,
          );
    return stacks + this.lowCapacity;
  }

  /** Mapped pages from low to high addresses. */
  pageTable(): PageView[] {
    const rows: PageView[] = [];
    const { dataBase, bssBase, heapBase, lowBase } = this.layout;
    this.lowPages.forEach((page, k) => {
      const address = lowBase + k * PAGE_SIZE;
      const segment: PageSegment =
        address >= heapBase
          ? 'heap'
          : address >= bssBase
            ? 'bss'
            : address >= dataBase
              ? 'data'
              : 'read-only data';
      const state = this.pageState(page, this.lowFlatPage(k));
      rows.push({ address, segment, state, writable: address >= dataBase });
    });
    for (const { address, bytes, writable } of this.mapped) {
      for (let offset = 0; offset < bytes; offset += PAGE_SIZE) {
        rows.push({ address: address + offset, segment: 'shared', state: 'shared', writable });
      }
    }
    const stackCount = Math.max(this.stackPages.length, this.stackCapacity >> PAGE_SHIFT);
    for (let k = stackCount - 1; k >= 0; k--) {
      const state = this.pageState(this.stackPages[k] ?? ZERO_PAGE, this.stackFlatPage(k));
      const address = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
      if (state !== 'zero') rows.push({ address, segment: 'stack', state, writable: true });
    }
    return rows;
  }

  // ---- for lib/vm ---------------------------------------------------------------------------

  /** Makes the flat buffer. Idempotent; the processor calls it before it runs. */
  materialize(): void {
    if (this.isMaterialized) return;
    const low = this.lowPages.length * PAGE_SIZE + FIRST_HEAP_BYTES;
    const stack = this.stackBytesFor(this.stackPages.length);
    if (!this.reserve(stack, low)) throw new Error('the host has no memory for a process');
  }

  /** Makes room for the stack down to `address`; false: past its limit. */
  growStack(address: number): boolean {
    if (address < this.stacksFloor) return false;
    if (address >= this.stackDelta) return true;
    const needed = ARGUMENTS_LIMIT - (address & ~(PAGE_SIZE - 1));
    const whole = ARGUMENTS_LIMIT - this.stacksFloor;
    return this.reserve(
      Math.min(whole, Math.max(needed, 2 * this.stackCapacity)),
      this.lowCapacity,
    );
  }

  /** Flat index of `count` bytes at `address`, or -1 where they aren't in one private segment. */
  flatIndex(address: number, count: number, write: boolean): number {
    if (address >= this.layout.lowBase && address + count <= this.lowEnd) {
      return write && address < this.layout.dataBase ? -1 : address - this.lowDelta;
    }
    if (address >= this.stacksFloor && address + count <= ARGUMENTS_LIMIT) {
      return this.growStack(address) ? address - this.stackDelta : -1;
    }
    return -1;
  }

  /** Addresses that malloc, or brk, may have given out. */
  isHeap(address: number): boolean {
    return address >= this.layout.heapBase && address < this.lowEnd;
  }

  markDirty(flat: number, count: number): void {
    const last = (flat + count - 1) >> PAGE_SHIFT;
    for (let page = flat >> PAGE_SHIFT; page <= last; page++) this.dirty[page] = 1;
  }

  /** [address, address + count) was just written through a pointer. */
  markWritten(flat: number, count: number): void {
    this.markDirty(flat, count);
    markInitialized(this, flat, count);
  }

  /** Accessible from here on: whole granules of [address, address + count), and the last one partly. */
  unpoison(address: number, count: number, shadow: number = Shadow.accessible): void {
    const flat = this.flatIndex(address, count, false);
    if (flat < 0 || count <= 0) return;
    const end = flat + count;
    this.shadow.fill(shadow, flat >> GRANULE_SHIFT, end >> GRANULE_SHIFT);
    const rest = end & (GRANULE_BYTES - 1);
    if (rest !== 0) this.shadow[end >> GRANULE_SHIFT] = shadow + rest;
    this.markDirty(flat, count);
  }

  /** As `unpoison`, for memory that has no value yet. */
  unset(address: number, count: number): void {
    const flat = this.flatIndex(address, count, false);
    if (flat < 0 || count <= 0) return;
    this.initialized.fill(
      0,
      flat >> GRANULE_SHIFT,
      (flat + count + GRANULE_BYTES - 1) >> GRANULE_SHIFT,
    );
    this.unpoison(address, count, Shadow.unset);
  }

  /**
   * Redzone over [address, address + count). An address inside a granule leaves the bytes before
   * it accessible; a granule that the range ends in is poisoned whole.
   */
  poison(address: number, count: number, kind: number): void {
    const flat = this.flatIndex(address, count, false);
    if (flat < 0 || count <= 0) return;
    const rest = flat & (GRANULE_BYTES - 1);
    const first = (flat + GRANULE_BYTES - 1) >> GRANULE_SHIFT;
    const before = flat >> GRANULE_SHIFT;
    if (rest !== 0 && accessibleBytes(this.shadow[before] as number) > rest) {
      this.shadow[before] = rest;
    }
    this.shadow.fill(kind, first, (flat + count + GRANULE_BYTES - 1) >> GRANULE_SHIFT);
    this.markDirty(flat, count);
  }

  // ---- threads ------------------------------------------------------------------------------

  /** A stack of `bytes` (a multiple of the page size) for one more thread; null: no room. */
  addThreadStack(bytes: number): StackArea | null {
    const area = findRoom(this.threadStacks, THREAD_STACKS_TOP, bytes);
    if (area === null) return null;
    this.materialize();
    const before = this.threadStacks;
    this.threadStacks = withArea(before, area);
    this.stacksFloor = this.lowestStack();
    const needed = ARGUMENTS_LIMIT - this.stacksFloor;
    if (needed > this.stackCapacity && !this.reserve(needed, this.lowCapacity)) {
      this.threadStacks = before;
      this.stacksFloor = this.lowestStack();
      return null;
    }
    this.blankStackPages(area, Shadow.accessible);
    this.poison(area.floor - GUARD_BYTES, GUARD_BYTES, Shadow.unallocated);
    return area;
  }

  /** The thread has ended: pointers to its locals dangle from now on. */
  removeThreadStack(area: StackArea): void {
    this.materialize();
    this.blankStackPages(area, Shadow.unallocated);
    this.threadStacks = this.threadStacks.filter((other) => other.floor !== area.floor);
    const floor = this.stacksFloor;
    this.stacksFloor = this.lowestStack();
    // Below the lowest stack nothing is mapped, so nothing is kept.
    this.blankStackPages({ floor, top: this.stacksFloor }, Shadow.accessible);
  }

  /** Whether an address lies in the stack of a thread beside the first. */
  threadStackAt(address: number): StackArea | null {
    return this.threadStacks.find(({ floor, top }) => address >= floor && address < top) ?? null;
  }

  /** Gives touched pages back: zero, with this shadow. */
  private blankStackPages({ floor, top }: StackArea, shadow: number): void {
    const lowest = Math.max(floor, this.stackDelta);
    for (let address = lowest; address < top; address += PAGE_SIZE) {
      const k = (ARGUMENTS_LIMIT - address) / PAGE_SIZE - 1;
      const flatPage = this.stackFlatPage(k);
      if (this.dirty[flatPage] === 0 && (this.stackPages[k] ?? ZERO_PAGE) === ZERO_PAGE) continue;
      this.i32.fill(0, flatPage * PAGE_WORDS, (flatPage + 1) * PAGE_WORDS);
      const granule = flatPage * (PAGE_SIZE >> GRANULE_SHIFT);
      this.shadow.fill(shadow, granule, granule + (PAGE_SIZE >> GRANULE_SHIFT));
      this.initialized.fill(0, granule, granule + (PAGE_SIZE >> GRANULE_SHIFT));
      this.dirty[flatPage] = 1;
    }
  }

  private lowestStack(): number {
    const lowest = this.threadStacks.at(-1);
    return lowest === undefined ? this.stackFloor : lowest.floor - GUARD_BYTES;
  }

  /** Bytes of flat buffer for this many touched pages of stack. */
  private stackBytesFor(pages: number): number {
    const whole = ARGUMENTS_LIMIT - this.stacksFloor;
    if (this.threadStacks.length > 0) return whole;
    // One page more than was ever touched: CALL and ENTER count on room below sp.
    return Math.max(FIRST_STACK_BYTES, Math.min(whole, (pages + 1) * PAGE_SIZE));
  }

  // ---- details ------------------------------------------------------------------------------

  /** Index into i32 of aligned private memory, marked dirty for writing; -1: take the long way. */
  private wordIndex(address: number, count: number, write: boolean): number {
    if ((address & 3) !== 0 || !this.isMaterialized) return -1;
    const flat = this.flatIndex(address, count, write);
    if (flat < 0) return -1;
    if (write) this.markWritten(flat, count);
    return flat >> 2;
  }

  private place(
    address: number,
    count: number,
    write: boolean,
  ): { readonly bytes: Uint8Array; readonly index: number } | null {
    if (count < 0) return null;
    this.materialize();
    const flat = this.flatIndex(address, count, write);
    if (flat >= 0) {
      if (write) this.markWritten(flat, count);
      return { bytes: this.u8, index: flat };
    }
    const mapping = this.mappingAt(address);
    if (mapping === null || refusalOf(this.mapped, mapping, address, count, write) !== null)
      return null;
    const index = indexIn(mapping, address);
    if (write) mapping.region.markDirty(index, count);
    return { bytes: mapping.region.bytes, index };
  }

  /** A range that runs across mappings of several regions, region by region; null: not all of it is there. */
  private piecesOf(
    address: number,
    count: number,
    write: boolean,
  ):
    | {
        readonly from: number;
        readonly bytes: Uint8Array;
        readonly index: number;
        readonly count: number;
      }[]
    | null {
    const pieces = [];
    for (let from = 0; from < count;) {
      const mapping = this.mappingAt(address + from);
      if (mapping === null) return null;
      const length = Math.min(count - from, mapping.address + mapping.bytes - address - from);
      const place = this.place(address + from, length, write);
      if (place === null) return null;
      pieces.push({ from, ...place, count: length });
      from += length;
    }
    return pieces;
  }

  private lowFlatPage(k: number): number {
    return (this.stackCapacity >> PAGE_SHIFT) + k;
  }

  private stackFlatPage(k: number): number {
    return (this.stackCapacity >> PAGE_SHIFT) - 1 - k;
  }

  private pageState(page: Page, flatPage: number): PageView['state'] {
    if (this.dirty[flatPage] === 1) return 'dirty';
    return isBlank(page) ? 'zero' : 'shared';
  }

  /** Writes a page to the flat buffer unless it is there already. */
  private putPage(flatPage: number, page: Page, present: Page | undefined): void {
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
  private takePage(flatPage: number, present: Page): Page {
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

  /** A flat buffer of at least these sizes with the present contents; false: the host has no room. */
  private reserve(stackBytes: number, lowBytesMin: number): boolean {
    const growing = this.isMaterialized;
    const lowMax =
      ((this.layout.heapBase - this.layout.lowBase + this.limits.heapBytesMax + PAGE_SIZE - 1) >>
        PAGE_SHIFT) <<
      PAGE_SHIFT;
    const low =
      lowBytesMin > this.lowCapacity && growing
        ? Math.max(lowBytesMin, Math.min(2 * this.lowCapacity, lowMax))
        : lowBytesMin;
    const { i32, shadow32, initialized32, dirty, stackCapacity, lowCapacity } = this;
    let buffer: ArrayBuffer;
    let shadowBuffer: ArrayBuffer;
    let initializedBuffer: ArrayBuffer;
    try {
      buffer = new ArrayBuffer(stackBytes + low);
      shadowBuffer = new ArrayBuffer((stackBytes + low) >> GRANULE_SHIFT);
      initializedBuffer = new ArrayBuffer((stackBytes + low) >> GRANULE_SHIFT);
    } catch {
      return false;
    }
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.f32 = new Float32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.shadow = new Uint8Array(shadowBuffer);
    this.shadow16 = new Uint16Array(shadowBuffer);
    this.shadow32 = new Int32Array(shadowBuffer);
    this.initialized = new Uint8Array(initializedBuffer);
    this.initialized32 = new Int32Array(initializedBuffer);
    this.dirty = new Uint8Array((stackBytes + low) >> PAGE_SHIFT);
    this.stackCapacity = stackBytes;
    this.lowCapacity = low;
    this.stackDelta = ARGUMENTS_LIMIT - stackBytes;
    this.lowDelta = this.layout.lowBase - stackBytes;
    if (growing) {
      // Both segments keep their order: stack against its upper end, low pages against their lower.
      // Stack pages that nobody touched are not copied, so that the host needn't give memory for them.
      const moved = stackBytes - stackCapacity;
      for (let page = 0; page < stackCapacity >> PAGE_SHIFT; page++) {
        const k = (stackCapacity >> PAGE_SHIFT) - 1 - page;
        if (dirty[page] === 0 && (this.stackPages[k] ?? ZERO_PAGE) === ZERO_PAGE) continue;
        const word = page * PAGE_WORDS;
        this.i32.set(i32.subarray(word, word + PAGE_WORDS), (moved >> 2) + word);
        const shadowWord = page * PAGE_SHADOW_WORDS;
        const shadowEnd = shadowWord + PAGE_SHADOW_WORDS;
        this.shadow32.set(shadow32.subarray(shadowWord, shadowEnd), (moved >> 5) + shadowWord);
        this.initialized32.set(
          initialized32.subarray(shadowWord, shadowEnd),
          (moved >> 5) + shadowWord,
        );
      }
      this.i32.set(i32.subarray(stackCapacity >> 2), stackBytes >> 2);
      for (const [now, then] of [
        [this.shadow32, shadow32],
        [this.initialized32, initialized32],
      ] as const)
        now.set(then.subarray(stackCapacity >> 5), stackBytes >> 5);
      this.dirty.set(dirty.subarray(0, stackCapacity >> 12), (stackBytes - stackCapacity) >> 12);
      this.dirty.set(
        dirty.subarray(stackCapacity >> 12, (stackCapacity + lowCapacity) >> 12),
        stackBytes >> 12,
      );
    } else {
      this.lowPages.forEach((page, k) => {
        if (page !== ZERO_PAGE) this.putPage(this.lowFlatPage(k), page, undefined);
      });
      this.stackPages.forEach((page, k) => {
        if (page !== ZERO_PAGE) this.putPage(this.stackFlatPage(k), page, undefined);
      });
    }
    return true;
  }

  private release(): void {
    this.u8 = new Uint8Array(0);
    this.u16 = new Uint16Array(0);
    this.i32 = new Int32Array(0);
    this.f32 = new Float32Array(0);
    this.f64 = new Float64Array(0);
    this.shadow = new Uint8Array(0);
    this.shadow16 = new Uint16Array(0);
    this.shadow32 = new Int32Array(0);
    this.initialized = new Uint8Array(0);
    this.initialized32 = new Int32Array(0);
    this.dirty = new Uint8Array(0);
    this.stackDelta = ARGUMENTS_LIMIT;
    this.lowDelta = this.layout.lowBase;
    this.stackCapacity = 0;
    this.lowCapacity = 0;
  }
}
