/**
 * The memory of one process: made from a program's image, forked, snapshotted and restored. In layers,
 * each knowing only those before it: the flat buffer and which of its pages were written
 * (flat-memory.ts), immutable pages that processes and snapshots share (paged-memory.ts), static
 * data, heap and stacks (segmented-memory.ts), mappings and the kernel's access (mapped-memory.ts).
 * `fork` and `snapshot` copy dirty pages only. Leaves out: swapping.
 */
import {
  ARGUMENTS_LIMIT,
  MAPPING_LIMIT,
  PAGE_SHIFT,
  PAGE_SIZE,
  STACK_BYTES_MAX,
} from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import { MappedMemory, type MappedSnapshot } from './mapped-memory';
import { UNALLOCATED_PAGE, ZERO_PAGE, type Page } from './page';
import type { PageState } from './paged-memory';
import type { MemoryLayout, MemoryLimits } from './segmented-memory';
import { GRANULE_SHIFT, Shadow } from './shadow';
import { snapshotPage } from './snapshot-memory';
import { isWithGuard, type StackArea } from './thread-stacks';

export type { MemoryLimits };

const DEFAULT_MEMORY_LIMITS: MemoryLimits = {
  heapBytesMax: 64 * 1024 * 1024,
  stackBytesMax: STACK_BYTES_MAX,
};

/** Immutable. Holds page references and mappings; shared regions are snapshotted by their owner. */
export type MemorySnapshot = MappedSnapshot;

/** A row of the page table as figures show it. */
export interface PageView {
  readonly address: number;
  readonly segment: 'read-only data' | 'data' | 'bss' | 'heap' | 'shared' | 'stack';
  readonly state: PageState;
  readonly writable: boolean;
}

export class ProcessMemory extends MappedMemory {
  static load(image: ProgramImage, limits: MemoryLimits = DEFAULT_MEMORY_LIMITS): ProcessMemory {
    // `| 0`: an engine can have come to keep an integer of the image as a double.
    const layout: MemoryLayout = {
      lowBase: Math.min(image.rodata.address, image.data.address, image.bss.address) | 0,
      dataBase: Math.min(image.data.address, image.bss.address) | 0,
      bssBase: image.bss.address | 0,
      heapBase: image.heapBase | 0,
    };
    const pageCount = (image.heapBase - layout.lowBase) >> PAGE_SHIFT;
    const lowPages = new Array<Page>(pageCount).fill(ZERO_PAGE);
    // The heap's first page holds malloc's control block, so the break starts behind it.
    lowPages.push(UNALLOCATED_PAGE);
    const memory = new ProcessMemory({
      layout,
      limits,
      breakAddress: image.heapBase + PAGE_SIZE,
      lowPages,
      stackPages: [],
      mappings: [],
      unmapped: [],
      threadStacks: [],
    });
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

  /** A new memory in the snapshot's state, with the same regions. */
  static fromSnapshot(snapshot: MemorySnapshot): ProcessMemory {
    return new ProcessMemory(snapshot);
  }

  /**
   * The child's memory: the same pages; both copy what they write from now on. Of threads' stacks it
   * has only the one of the thread that forked (null: the first).
   */
  fork(stack: StackArea | null = null): ProcessMemory {
    const snapshot = this.snapshot();
    const stacks = snapshot.threadStacks;
    if (stacks.length === 0) return ProcessMemory.fromSnapshot(snapshot);
    const threadStacks = stacks.filter(({ floor }) => floor === stack?.floor);
    const stackPages = snapshot.stackPages.filter(({ k }) => {
      const address = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
      return address >= this.stackFloor || threadStacks.some((area) => isWithGuard(area, address));
    });
    return ProcessMemory.fromSnapshot({ ...snapshot, stackPages, threadStacks });
  }

  snapshot(): MemorySnapshot {
    this.settlePages();
    return {
      layout: this.layout,
      limits: this.limits,
      breakAddress: this.breakAddress,
      lowPages: this.lowPages,
      stackPages: this.stackPages,
      mappings: this.mappings,
      unmapped: this.unmapped,
      threadStacks: this.threadStacks,
    };
  }

  /** Back to a snapshot of the same image, in place: only pages that differ are copied. */
  restore(snapshot: MemorySnapshot): void {
    if (snapshot.layout.heapBase !== this.layout.heapBase)
      throw new Error('snapshot of another image');
    this.replaceMapped(snapshot);
  }

  /** Whether the page of private memory at an address holds the bytes that it held in a snapshot. */
  pageHolds(address: number, snapshot: MemorySnapshot): boolean {
    return this.pageIs(address, snapshotPage(snapshot, address));
  }

  /** Whether it holds the bytes of this page. */
  pageIs(address: number, page: Page | null): boolean {
    return address >= MAPPING_LIMIT
      ? this.stackPageHolds((ARGUMENTS_LIMIT - 1 - address) >> PAGE_SHIFT, page ?? ZERO_PAGE)
      : this.lowPageHolds((address - this.layout.lowBase) >> PAGE_SHIFT, page ?? undefined);
  }

  /** Mapped pages from low to high addresses. */
  pageTable(): PageView[] {
    const { dataBase, bssBase, heapBase, lowBase } = this.layout;
    const rows: PageView[] = this.lowPageStates().map((state, k) => {
      const address = lowBase + k * PAGE_SIZE;
      const segment =
        address >= heapBase
          ? 'heap'
          : address >= bssBase
            ? 'bss'
            : address >= dataBase
              ? 'data'
              : 'read-only data';
      return { address, segment, state, writable: address >= dataBase };
    });
    for (const { address, bytes, writable } of this.mappings) {
      for (let offset = 0; offset < bytes; offset += PAGE_SIZE)
        rows.push({ address: address + offset, segment: 'shared', state: 'shared', writable });
    }
    for (const [k, state] of [...this.stackPageStates().entries()].reverse()) {
      const address = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
      if (state !== 'zero') rows.push({ address, segment: 'stack', state, writable: true });
    }
    return rows;
  }
}
