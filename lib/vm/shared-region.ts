/**
 * Memory that several processes map at once: System V and POSIX shared memory, anonymous shared
 * mappings, mapped files, semaphores. One buffer, seen by all; it grows and shrinks with a file. The kernel owns the regions; it snapshots each
 * once, however many processes map it.
 */
import { PAGE_SHIFT, PAGE_SIZE } from '../abi/address-space';

/** Bytes kept for growth at most. */
const GROWTH_MAX = 1024 * 1024;

/**
 * What the rest of the last page is: memory as good as any, or past the end of a file, of a private copy
 * of a part of one, or of a segment.
 */
export type RegionExtent = 'pages' | 'file' | 'copy' | 'segment';

export interface SharedRegionSnapshot {
  /** As long as the region was asked for. */
  readonly length: number;
  /** Immutable, shared between snapshots where unchanged. */
  readonly pages: readonly Uint8Array[];
}

export class SharedRegion {
  /** Contents, a whole number of pages; the bytes from `length` on are zero and accessible. */
  bytes: Uint8Array;
  view: DataView;
  /** `bytes` by fours. */
  words: Int32Array;
  /** One byte a page: may differ from `pages`. Whoever writes `bytes` says so (`markDirty`), or snapshots miss it. */
  dirty: Uint8Array;
  private pages: readonly Uint8Array[] = [];
  private byteCount: number;

  /** `name` is for messages: "shared memory 3", "/counter". */
  constructor(
    readonly name: string,
    length: number,
    readonly extent: RegionExtent = 'pages',
  ) {
    const pageCount = Math.ceil(length / PAGE_SIZE);
    this.byteCount = length;
    this.bytes = new Uint8Array(pageCount * PAGE_SIZE);
    this.view = new DataView(this.bytes.buffer);
    this.words = new Int32Array(this.bytes.buffer);
    this.dirty = new Uint8Array(pageCount).fill(1);
  }

  static fromSnapshot(name: string, snapshot: SharedRegionSnapshot): SharedRegion {
    const region = new SharedRegion(name, snapshot.length);
    region.restore(snapshot);
    return region;
  }

  get length(): number {
    return this.byteCount;
  }

  get pageCount(): number {
    return this.dirty.length;
  }

  /** A mapped file grows or shrinks. What is new is zero, and what was beyond the end is lost. */
  resize(length: number): void {
    const before = this.byteCount;
    const pageCount = Math.ceil(length / PAGE_SIZE);
    if (pageCount !== this.pageCount) this.setPageCount(pageCount);
    // Beyond its end a file is zero: what was written to the last page there goes.
    const from = Math.min(before, length);
    this.bytes.fill(0, from);
    this.dirty.fill(1, from >> PAGE_SHIFT);
    this.byteCount = length;
  }

  markDirty(offset: number, byteCount: number): void {
    const last = (offset + byteCount - 1) >> PAGE_SHIFT;
    for (let page = offset >> PAGE_SHIFT; page <= last; page++) this.dirty[page] = 1;
  }

  snapshot(): SharedRegionSnapshot {
    if (this.dirty.includes(1) || this.pages.length !== this.pageCount) {
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
    if (snapshot.pages.length !== this.pageCount) this.setPageCount(snapshot.pages.length);
    this.byteCount = snapshot.length;
    snapshot.pages.forEach((contents, page) => {
      if (this.dirty[page] === 1 || this.pages[page] !== contents) {
        this.bytes.set(contents, page << PAGE_SHIFT);
      }
    });
    this.pages = snapshot.pages;
    this.dirty.fill(0);
  }

  /** Room for growth is kept behind the bytes, so that a file written in small pieces isn't copied each time. */
  private setPageCount(pageCount: number): void {
    const byteCount = pageCount * PAGE_SIZE;
    let { buffer } = this.bytes;
    if (byteCount > buffer.byteLength) {
      buffer = new ArrayBuffer(
        Math.max(byteCount, Math.min(2 * buffer.byteLength, byteCount + GROWTH_MAX)),
      );
      new Uint8Array(buffer).set(this.bytes);
    } else new Uint8Array(buffer).fill(0, Math.min(byteCount, this.bytes.length));
    const dirty = new Uint8Array(pageCount).fill(1);
    dirty.set(this.dirty.subarray(0, pageCount));
    this.bytes = new Uint8Array(buffer, 0, byteCount);
    this.view = new DataView(buffer, 0, byteCount);
    this.words = new Int32Array(buffer, 0, byteCount >> 2);
    this.dirty = dirty;
  }
}
