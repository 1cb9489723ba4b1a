/**
 * The mappings of one process beside its private segments, and access to all of its memory for the
 * kernel: bytes, integers and strings at an address, EFAULT (null or false) where it isn't allowed.
 * Shared regions lie outside the flat buffer, one buffer for all who map it (mapping.ts).
 */
import { PAGE_SIZE } from '../abi/address-space';
import {
  indexIn,
  isMappable,
  mappingAt,
  overlaps,
  refusalOf,
  roomFor,
  withMapping,
  withoutRange,
  withProtection,
  withUnmapped,
  type Mapping,
  type Unmapped,
} from './mapping';
import { windowOf, type MappingWindow } from './mapped-access';
import { SegmentedMemory, type SegmentsSnapshot } from './segmented-memory';
import type { SharedRegion } from './shared-region';

export interface MappedSnapshot extends SegmentsSnapshot {
  readonly mappings: readonly Mapping[];
  readonly unmapped: readonly Unmapped[];
}

/** Bytes one after the other in one buffer. */
interface Place {
  readonly bytes: Uint8Array;
  readonly index: number;
}

/** A part of a range: `count` bytes, `from` bytes after its beginning. */
interface Piece extends Place {
  readonly from: number;
  readonly count: number;
}

export class MappedMemory extends SegmentedMemory {
  private mapped: readonly Mapping[];
  /** A way to the mapping accessed last; null: none is open, or may be. */
  window: MappingWindow | null = null;
  /** POSIX semaphores may be operated without the kernel in this execution. */
  directSemaphores = false;
  /** What was mapped until lately, the latest first: for explanations. */
  unmapped: readonly Unmapped[];

  protected constructor(snapshot: MappedSnapshot) {
    super(snapshot);
    this.mapped = snapshot.mappings;
    this.unmapped = snapshot.unmapped;
  }

  protected replaceMapped(snapshot: MappedSnapshot): void {
    this.replaceSegments(snapshot);
    this.mapped = snapshot.mappings;
    this.unmapped = snapshot.unmapped;
  }

  // ---- mappings -----------------------------------------------------------------------------

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

  /** From now on the processor reaches this mapping by the short way. */
  openWindow(mapping: Mapping): void {
    this.window = windowOf(mapping);
  }

  closeWindow(): void {
    this.window = null;
  }

  // ---- the kernel's access; null or false: EFAULT -------------------------------------------

  readBytes(address: number, count: number): Uint8Array | null {
    if (count === 0) return new Uint8Array(0);
    if (!(count > 0)) return null;
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
    const elsewhere = (address & 3) === 0 ? this.wordElsewhere(address) : null;
    if (elsewhere !== null) return elsewhere;
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

  // ---- details ------------------------------------------------------------------------------

  /** Index into i32 of aligned private memory, marked dirty for writing; -1: take the long way. */
  private wordIndex(address: number, count: number, write: boolean): number {
    if ((address & 3) !== 0 || !this.isMaterialized) return -1;
    const flat = this.flatIndex(address, count, write);
    if (flat < 0) return -1;
    if (write) this.markWritten(flat, count);
    return flat >> 2;
  }

  /**
   * An aligned word of a mapping, or of a page that is in no flat buffer yet: who looks into processes
   * that don't run, as an explorer does, need not have one made. null: take the long way.
   */
  private wordElsewhere(address: number): number | null {
    const word = this.isMaterialized ? null : this.wordOfPages(address);
    if (word !== null) return word;
    const mapping = this.mappingAt(address);
    if (mapping === null || refusalOf(this.mapped, mapping, address, 4, false) !== null)
      return null;
    return mapping.region.words[indexIn(mapping, address) >> 2] ?? null;
  }

  private place(address: number, count: number, write: boolean): Place | null {
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
  private piecesOf(address: number, count: number, write: boolean): Piece[] | null {
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
}
