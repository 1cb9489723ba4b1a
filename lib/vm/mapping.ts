/**
 * Mappings of a process as mmap(2) has them: stretches of whole pages, each a window into a region, with
 * the access that is allowed. Plain lists sorted by address, replaced and never changed, so that
 * snapshots share them. Whatever ends inside a mapping cuts it in two.
 * Leaves out: execution from mappings (PROT_EXEC allows reading, as on x86).
 */
import { MAPPING_BASE, MAPPING_LIMIT, PAGE_SIZE } from '../abi/address-space';
import type { SharedRegion } from './shared-region';

export interface Protection {
  readonly readable: boolean;
  readonly writable: boolean;
}

export interface Mapping extends Protection {
  readonly address: number;
  /** A whole number of pages. */
  readonly bytes: number;
  readonly region: SharedRegion;
  /** Where in the region it begins: a whole number of pages. It may reach past the region's end. */
  readonly offset: number;
  /** Line of the program that gave it its protection; null: unknown. */
  readonly line: number | null;
}

/** A stretch that was unmapped, or detached. */
export interface Unmapped extends Pick<Mapping, 'address' | 'bytes' | 'line'> {
  /** Of its region. */
  readonly name: string;
}

const UNMAPPED_KEPT = 8;

/** Why an access to a mapping is refused. */
export type Refusal = 'protected' | 'past-object' | 'past-mapping';

type Mappings = readonly Mapping[];

/** Where an address of a mapping lies in its region. */
export function indexIn(mapping: Mapping, address: number): number {
  return address - mapping.address + mapping.offset;
}

export function mappingAt(mappings: Mappings, address: number): Mapping | null {
  for (const mapping of mappings) {
    if (address < mapping.address) return null;
    if (address < mapping.address + mapping.bytes) return mapping;
  }
  return null;
}

/** Lowest address with room for `bytes`; null: none. */
export function roomFor(mappings: Mappings, bytes: number): number | null {
  let at = MAPPING_BASE;
  for (const mapping of mappings) {
    if (mapping.address - at >= bytes) break;
    at = Math.max(at, mapping.address + mapping.bytes);
  }
  return at + bytes > MAPPING_LIMIT ? null : at;
}

/** Whether [address, address + bytes) is a place that mappings may take. */
export function isMappable(address: number, bytes: number): boolean {
  return address % PAGE_SIZE === 0 && address >= MAPPING_BASE && address + bytes <= MAPPING_LIMIT;
}

export function overlaps(mappings: Mappings, address: number, bytes: number): boolean {
  return mappings.some(
    (mapping) => address < mapping.address + mapping.bytes && mapping.address < address + bytes,
  );
}

/** Whether every page of the range is mapped. */
export function covers(mappings: Mappings, address: number, bytes: number): boolean {
  let at = address;
  for (const mapping of mappings) {
    if (at >= address + bytes || mapping.address > at) break;
    if (at < mapping.address + mapping.bytes) at = mapping.address + mapping.bytes;
  }
  return at >= address + bytes;
}

export function withMapping(mappings: Mappings, mapping: Mapping): Mappings {
  return [...mappings, mapping].sort((a, b) => a.address - b.address);
}

/** Without what lies in [address, address + bytes). */
export function withoutRange(mappings: Mappings, address: number, bytes: number): Mappings {
  return cut(mappings, address, bytes).filter((mapping) => !isIn(mapping, address, bytes));
}

/** The latest stretches that were unmapped, with those of a range that is about to be. */
export function withUnmapped(
  unmapped: readonly Unmapped[],
  mappings: Mappings,
  { address, bytes, line }: Pick<Mapping, 'address' | 'bytes' | 'line'>,
): readonly Unmapped[] {
  const gone = cut(mappings, address, bytes).filter((mapping) => isIn(mapping, address, bytes));
  const added = gone.map((each) => ({
    address: each.address,
    bytes: each.bytes,
    line,
    name: each.region.name,
  }));
  return [...added, ...unmapped].slice(0, UNMAPPED_KEPT);
}

/** With another protection of what lies in [address, address + bytes); equal neighbours become one. */
export function withProtection(
  mappings: Mappings,
  address: number,
  bytes: number,
  protection: Protection & Pick<Mapping, 'line'>,
): Mappings {
  const joined: Mapping[] = [];
  for (const piece of cut(mappings, address, bytes)) {
    const mapping = isIn(piece, address, bytes) ? { ...piece, ...protection } : piece;
    const before = joined.at(-1);
    if (before !== undefined && continues(before, mapping) && sameProtection(before, mapping))
      joined[joined.length - 1] = { ...before, bytes: before.bytes + mapping.bytes };
    else joined.push(mapping);
  }
  return joined;
}

/**
 * What refuses an access of `bytes` at an address that is mapped, and the first address that it may not
 * touch. Null: nothing; then the bytes lie in one region, one after the other.
 */
export function refusalOf(
  mappings: Mappings,
  mapping: Mapping,
  address: number,
  bytes: number,
  write: boolean,
): { readonly why: Refusal; readonly mapping: Mapping; readonly first: number } | null {
  const end = address + bytes;
  let piece = mapping;
  for (let at = address; ;) {
    if (write ? !piece.writable : !piece.readable)
      return { why: 'protected', mapping: piece, first: at };
    const objectEnd = piece.address + piece.region.bytes.length - piece.offset;
    const pieceEnd = piece.address + piece.bytes;
    if (Math.min(end, pieceEnd) > objectEnd)
      return { why: 'past-object', mapping: piece, first: Math.max(at, objectEnd) };
    if (end <= pieceEnd) return null;
    at = pieceEnd;
    const next = mappingAt(mappings, at);
    if (next === null || !continues(piece, next))
      return { why: 'past-mapping', mapping: piece, first: at };
    piece = next;
  }
}

/** Cuts in two what begins before or ends after an end of the range. */
function cut(mappings: Mappings, address: number, bytes: number): Mapping[] {
  const pieces: Mapping[] = [];
  for (const mapping of mappings) {
    let from = mapping.address;
    const end = mapping.address + mapping.bytes;
    for (const at of [address, address + bytes]) {
      if (at <= from || at >= end) continue;
      pieces.push(part(mapping, from, at));
      from = at;
    }
    pieces.push(part(mapping, from, end));
  }
  return pieces;
}

function part(mapping: Mapping, from: number, to: number): Mapping {
  const offset = mapping.offset + from - mapping.address;
  return { ...mapping, address: from, bytes: to - from, offset };
}

function isIn(mapping: Mapping, address: number, bytes: number): boolean {
  return mapping.address >= address && mapping.address + mapping.bytes <= address + bytes;
}

/** Whether the second goes on in memory and in the region where the first ends. */
function continues(first: Mapping, second: Mapping): boolean {
  return (
    first.region === second.region &&
    first.address + first.bytes === second.address &&
    first.offset + first.bytes === second.offset
  );
}

function sameProtection(a: Mapping, b: Mapping): boolean {
  return a.readable === b.readable && a.writable === b.writable && a.line === b.line;
}
