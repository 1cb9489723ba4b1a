/**
 * Footprints by number, and which of them conflict. A search compares the same few footprints over
 * and over, so each pair is compared once.
 */
import type { Footprint } from '../system';

/** A footprint's number. */
export type FootprintId = number;

interface Branch {
  id: FootprintId | undefined;
  /** By object, read and write apart. */
  readonly next: Map<number, Branch>;
}

const unknown = 0;
const no = 1;
const yes = 2;

/** Beyond so many the table would be larger than what it saves. */
const tabledMax = 4096;

export class Footprints {
  private readonly root: Branch = { id: undefined, next: new Map() };
  private readonly known: Footprint[] = [];
  private capacity = 64;
  private conflicts = new Uint8Array(this.capacity * this.capacity);
  private readonly effects = new Map<number, boolean>();

  /** The same for footprints that touch the same objects in the same order. */
  numberOf(footprint: Footprint): FootprintId {
    let branch = this.root;
    for (const [object, use] of footprint) {
      const key = object * 2 + (use === 'write' ? 1 : 0);
      let next = branch.next.get(key);
      if (next === undefined) {
        next = { id: undefined, next: new Map() };
        branch.next.set(key, next);
      }
      branch = next;
    }
    if (branch.id !== undefined) return branch.id;
    branch.id = this.known.length;
    this.known.push(new Map(footprint));
    if (branch.id >= this.capacity && this.capacity < tabledMax) this.grow();
    return branch.id;
  }

  footprint(id: FootprintId): Footprint {
    const footprint = this.known[id];
    if (footprint === undefined) throw new Error(`no footprint ${id}`);
    return footprint;
  }

  /** What either touches. */
  union(a: FootprintId, b: FootprintId): FootprintId {
    if (a === b) return a;
    const both = new Map(this.footprint(a));
    for (const [object, use] of this.footprint(b))
      if (use === 'write' || !both.has(object)) both.set(object, use);
    return this.numberOf(both);
  }

  /** Whether some object is touched by both, and written by one of them. */
  conflict(a: FootprintId, b: FootprintId): boolean {
    if (a >= this.capacity || b >= this.capacity) return this.compare(a, b);
    const at = a * this.capacity + b;
    const known = this.conflicts[at];
    if (known !== unknown) return known === yes;
    const answer = this.compare(a, b);
    this.conflicts[at] = answer ? yes : no;
    this.conflicts[b * this.capacity + a] = answer ? yes : no;
    return answer;
  }

  /** Whether the first writes something that the second touches. */
  affects(writer: FootprintId, other: FootprintId): boolean {
    const key = writer * 0x400_0000 + other;
    let answer = this.effects.get(key);
    if (answer === undefined) {
      const touched = this.footprint(other);
      answer = [...this.footprint(writer)].some(
        ([object, use]) => use === 'write' && touched.has(object),
      );
      this.effects.set(key, answer);
    }
    return answer;
  }

  private compare(a: FootprintId, b: FootprintId): boolean {
    const touched = this.footprint(b);
    for (const [object, use] of this.footprint(a)) {
      const other = touched.get(object);
      if (other !== undefined && (use === 'write' || other === 'write')) return true;
    }
    return false;
  }

  private grow(): void {
    const before = this.capacity;
    const old = this.conflicts;
    this.capacity *= 2;
    this.conflicts = new Uint8Array(this.capacity * this.capacity);
    for (let row = 0; row < before; row++)
      this.conflicts.set(old.subarray(row * before, (row + 1) * before), row * this.capacity);
  }
}
