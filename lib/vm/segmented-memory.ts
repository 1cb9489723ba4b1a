/**
 * The private segments of one process: static data, the heap up to the program break, and the stacks.
 * Which addresses lie in one, how they grow, and what pointers may do there (shadow.ts). Where there
 * are threads, the flat buffer has room for all of the first stack and what lies below it; the host
 * gives memory only to pages that are touched. Text is not readable memory. Leaves out: protection
 * of static data and heap other than that read-only data can't be written.
 */
import {
  ARGUMENTS_LIMIT,
  HEAP_LIMIT,
  PAGE_SHIFT,
  PAGE_SIZE,
  STACK_BYTES_MAX,
  STACK_TOP,
} from '../abi/address-space';
import type { Page } from './page';
import { PagedMemory, type PagesSnapshot } from './paged-memory';
import { accessibleBytes, GRANULE_BYTES, GRANULE_SHIFT, Shadow } from './shadow';
import { stackPageAt, stackPageLimit } from './stack-pages';
import { findRoom, GUARD_BYTES, withArea, type StackArea } from './thread-stacks';

export interface MemoryLimits {
  /** Heap bytes, by malloc and brk together; past it malloc gives NULL and brk fails. */
  readonly heapBytesMax: number;
  readonly stackBytesMax: number;
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

export interface SegmentsSnapshot extends PagesSnapshot {
  readonly layout: MemoryLayout;
  readonly limits: MemoryLimits;
  readonly breakAddress: number;
  /** Stacks of threads beside the first, from high to low. */
  readonly threadStacks: readonly StackArea[];
}

const ARGUMENT_BYTES_MAX = ARGUMENTS_LIMIT - STACK_TOP;
const FIRST_STACK_BYTES = ARGUMENT_BYTES_MAX + 5 * PAGE_SIZE;
/** The first thread's and some dozens more. */
const FEW_STACKS_BYTES = 32 * 1024 * 1024;
const FIRST_HEAP_BYTES = 4 * PAGE_SIZE;
/** Beyond an overflowed stack, for handlers that asked for a stack of their own (sigaltstack). */
const HANDLER_STACK_BYTES_MAX = 1024 * 1024;
/** Below all that the first stack may ever take. */
const THREAD_STACKS_TOP = STACK_TOP - STACK_BYTES_MAX - HANDLER_STACK_BYTES_MAX - GUARD_BYTES;
/** What a thread's stack usually takes of the host's memory. */
const USUAL_THREAD_STACK_BYTES = 16 * PAGE_SIZE;

function floorOf(limits: MemoryLimits): number {
  return STACK_TOP - (limits.stackBytesMax & -PAGE_SIZE);
}

export class SegmentedMemory extends PagedMemory {
  readonly layout: MemoryLayout;
  limits: MemoryLimits;
  /** End of the mapped low segments: page after the one that holds the program break. */
  lowEnd: number;
  /** Limit of the first thread's stack. */
  stackFloor: number;
  /** Lowest address of any stack: `stackFloor` unless there are threads. */
  private stacksFloor: number;
  private brk: number;
  protected threadStacks: readonly StackArea[];

  protected constructor(snapshot: SegmentsSnapshot) {
    super(snapshot, snapshot.layout.lowBase);
    this.layout = snapshot.layout;
    this.limits = snapshot.limits;
    this.lowEnd = this.layout.lowBase + this.lowPages.length * PAGE_SIZE;
    this.stackFloor = floorOf(this.limits);
    this.brk = snapshot.breakAddress;
    this.threadStacks = snapshot.threadStacks;
    this.stacksFloor = this.lowestStack();
  }

  protected replaceSegments(snapshot: SegmentsSnapshot): void {
    this.limits = snapshot.limits;
    this.stackFloor = floorOf(snapshot.limits);
    this.threadStacks = snapshot.threadStacks;
    this.stacksFloor = this.lowestStack();
    this.replacePages(snapshot, this.stackBytesFor(stackPageLimit(snapshot.stackPages)));
    this.brk = snapshot.breakAddress;
    this.lowEnd = this.layout.lowBase + this.lowPages.length * PAGE_SIZE;
  }

  /** Makes the flat buffer. Idempotent; the processor calls it before it runs. */
  materialize(): void {
    if (this.isMaterialized) return;
    const low = this.lowPages.length * PAGE_SIZE + FIRST_HEAP_BYTES;
    if (!this.reserve(this.stackBytesFor(stackPageLimit(this.stackPages)), low))
      throw new Error('the host has no memory for a process');
  }

  /** Bytes of the host that the flat buffer takes; of stacks that threads made sparse, what they usually take. */
  get reservedBytes(): number {
    const stacks =
      this.threadStacks.length === 0
        ? this.stackCapacity
        : Math.min(
            this.stackCapacity,
            Math.max(FIRST_STACK_BYTES, stackPageLimit(this.stackPages) * PAGE_SIZE) +
              this.threadStacks.length * USUAL_THREAD_STACK_BYTES,
          );
    return stacks + this.lowCapacity;
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

  /** An aligned word of private memory, from the page table: while there is no flat buffer. null: it isn't there. */
  protected wordOfPages(address: number): number | null {
    const { lowBase } = this.layout;
    let page: Page | undefined;
    if (address >= lowBase && address + 4 <= this.lowEnd)
      page = this.lowPages[(address - lowBase) >> PAGE_SHIFT];
    else if (address >= this.stacksFloor && address + 4 <= ARGUMENTS_LIMIT)
      page = stackPageAt(this.stackPages, (ARGUMENTS_LIMIT - 1 - address) >> PAGE_SHIFT);
    return page?.[(address & (PAGE_SIZE - 1)) >> 2] ?? null;
  }

  // ---- heap ---------------------------------------------------------------------------------

  get breakAddress(): number {
    return this.brk;
  }

  /** Addresses that malloc, or brk, may have given out. */
  isHeap(address: number): boolean {
    return address >= this.layout.heapBase && address < this.lowEnd;
  }

  /**
   * Moves the end of the heap. New memory is zero, and accessible for brk(2); malloc passes
   * `Shadow.unallocated`. False: past a limit, or before the start of the heap.
   */
  setBreak(address: number, shadow: number = Shadow.accessible): boolean {
    const { heapBase, lowBase } = this.layout;
    if (address < heapBase + PAGE_SIZE || address >= HEAP_LIMIT) return false;
    if (address > this.brk && address - heapBase > this.limits.heapBytesMax) return false;
    this.materialize();
    const pages = (address - lowBase + PAGE_SIZE - 1) >> PAGE_SHIFT;
    if (!this.reserveLow(pages * PAGE_SIZE)) return false;
    this.resizeLow(pages);
    this.lowEnd = lowBase + pages * PAGE_SIZE;
    const old = this.brk;
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

  private reserveLow(bytes: number): boolean {
    if (bytes <= this.lowCapacity) return true;
    const { heapBase, lowBase } = this.layout;
    const most = (heapBase - lowBase + this.limits.heapBytesMax + PAGE_SIZE - 1) & -PAGE_SIZE;
    const grown = Math.max(bytes, Math.min(2 * this.lowCapacity, most));
    return this.reserve(this.stackCapacity, grown);
  }

  // ---- shadow -------------------------------------------------------------------------------

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

  // ---- stacks -------------------------------------------------------------------------------

  /** Makes room for the stack down to `address`; false: past its limit. */
  growStack(address: number): boolean {
    if (address < this.stacksFloor) return false;
    // What is there first: it may reach further down.
    this.materialize();
    if (address >= this.stackDelta) return true;
    const needed = ARGUMENTS_LIMIT - (address & ~(PAGE_SIZE - 1));
    const whole = ARGUMENTS_LIMIT - this.stacksFloor;
    const grown = Math.min(whole, Math.max(needed, 2 * this.stackCapacity));
    return this.reserve(grown, this.lowCapacity);
  }

  /** Lets the stack grow down to an address, as far as there is room for signal handlers. */
  lowerStackFloor(address: number): void {
    const floor = Math.max(address, STACK_TOP - STACK_BYTES_MAX - HANDLER_STACK_BYTES_MAX);
    if (floor >= this.stackFloor) return;
    this.limits = { ...this.limits, stackBytesMax: STACK_TOP - (floor & -PAGE_SIZE) };
    this.stackFloor = floorOf(this.limits);
    this.stacksFloor = this.lowestStack();
  }

  /** A stack of `bytes` (a multiple of the page size) for one more thread; null: no room. */
  addThreadStack(bytes: number): StackArea | null {
    const area = findRoom(this.threadStacks, THREAD_STACKS_TOP, bytes);
    if (area === null) return null;
    this.materialize();
    const before = this.threadStacks;
    this.threadStacks = withArea(before, area);
    this.stacksFloor = this.lowestStack();
    const needed = ARGUMENTS_LIMIT - this.stacksFloor;
    if (needed > this.stackCapacity && !this.reserveStacks(needed)) {
      this.threadStacks = before;
      this.stacksFloor = this.lowestStack();
      return null;
    }
    this.blankStack(area, Shadow.accessible);
    this.poison(area.floor - GUARD_BYTES, GUARD_BYTES, Shadow.unallocated);
    return area;
  }

  /** Room for many threads grows by halves: who creates them without end moves the memory seldom. */
  private reserveStacks(needed: number): boolean {
    const generous =
      needed > FEW_STACKS_BYTES ? Math.max(needed, 1.5 * this.stackCapacity) : needed;
    const pages = Math.ceil(generous / PAGE_SIZE);
    return (
      this.reserve(pages * PAGE_SIZE, this.lowCapacity) || this.reserve(needed, this.lowCapacity)
    );
  }

  /** The thread has ended: pointers to its locals dangle from now on. */
  removeThreadStack(area: StackArea): void {
    this.materialize();
    this.blankStack(area, Shadow.unallocated);
    this.threadStacks = this.threadStacks.filter((other) => other.floor !== area.floor);
    const floor = this.stacksFloor;
    this.stacksFloor = this.lowestStack();
    // Below the lowest stack nothing is mapped, so nothing is kept.
    this.blankStack({ floor, top: this.stacksFloor }, Shadow.accessible);
  }

  /** Of the stacks of threads beside the first. */
  get threadStackBytes(): number {
    return this.threadStacks.reduce((sum, { floor, top }) => sum + top - floor, 0);
  }

  /** Whether an address lies in the stack of a thread beside the first. */
  threadStackAt(address: number): StackArea | null {
    return this.threadStacks.find(({ floor, top }) => address >= floor && address < top) ?? null;
  }

  private blankStack({ floor, top }: StackArea, shadow: number): void {
    const lowest = Math.max(floor, this.stackDelta);
    this.blankStackPages(
      (ARGUMENTS_LIMIT - top) >> PAGE_SHIFT,
      (ARGUMENTS_LIMIT - lowest) >> PAGE_SHIFT,
      shadow,
    );
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
}
