/**
 * Memory that several processes map at once: System V and POSIX shared memory, anonymous shared
 * mappings, semaphores. One buffer, seen by all. The kernel owns the regions; it snapshots each
 * once, however many processes map it.
 */
import { PAGE_SHIFT, PAGE_SIZE } from '../abi/address-space';

export interface SharedRegionSnapshot {
  /** As long as the region was asked for. */
  readonly length: number;
  /** Immutable, shared between snapshots where unchanged. */
  readonly pages: readonly Uint8Array[];
}

export class SharedRegion {
  /** Contents, a whole number of pages; the bytes from `length` on are zero and accessible. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  private readonly dirty: Uint8Array;
  private pages: readonly Uint8Array[] = [];

  /** `name` is for messages: "shared memory 3", "/counter". */
  constructor(
    readonly name: string,
    readonly length: number,
  ) {
    const pageCount = Math.max(1, Math.ceil(length / PAGE_SIZE));
    this.bytes = new Uint8Array(pageCount * PAGE_SIZE);
    this.view = new DataView(this.bytes.buffer);
    this.dirty = new Uint8Array(pageCount).fill(1);
  }

  static fromSnapshot(name: string, snapshot: SharedRegionSnapshot): SharedRegion {
    const region = new SharedRegion(name, snapshot.length);
    region.restore(snapshot);
    return region;
  }

  get pageCount(): number {
    return this.dirty.length;
  }

  /** Whoever writes `bytes` says so, or snapshots miss it. */
  markDirty(offset: number, byteCount: number): void {
    const last = (offset + byteCount - 1) >> PAGE_SHIFT;
    for (let page = offset >> PAGE_SHIFT; page <= last; page++) this.dirty[page] = 1;
  }

  snapshot(): SharedRegionSnapshot {
    if (this.dirty.includes(1)) {
      const pages: Uint8Array[] = [];
      for (let page = 0; page < this.dirty.length; page++) {
        const kept = this.pages[page];
        pages.push(
          kept !== undefined && this.dirty[page] === 0
            ? kept
            : this.bytes.slice(page << PAGE_SHIFT, (page + 1) << PAGE_SHIFT),
        );
      }
      this.pages = pages;
      this.dirty.fill(0);
    }
    return { length: this.length, pages: this.pages };
  }

  restore(snapshot: SharedRegionSnapshot): void {
    if (snapshot.length !== this.length) throw new Error('snapshot of another region');
    snapshot.pages.forEach((contents, page) => {
      if (this.dirty[page] === 1 || this.pages[page] !== contents) {
        this.bytes.set(contents, page << PAGE_SHIFT);
      }
    });
    this.pages = snapshot.pages;
    this.dirty.fill(0);
  }
}
