/**
 * Which bytes of a function's locals are certainly assigned at some point of it: the value of the
 * data flow in definite-assignment.ts. Objects longer than 64 bytes are never assured.
 */
import type { LocalVariable } from '../typed-tree';

const BYTES_MAX = 64;

/** Bits of assigned bytes, by variable. null: no path leads here, so anything holds. */
export type Assigned = ReadonlyMap<LocalVariable, bigint> | null;

const NONE: Assigned = new Map();

export class AssignedBytes {
  #value: Assigned;

  private constructor(value: Assigned) {
    this.#value = value;
  }

  static nothing(): AssignedBytes {
    return new AssignedBytes(NONE);
  }

  static of(value: Assigned): AssignedBytes {
    return new AssignedBytes(value);
  }

  static same(a: Assigned, b: Assigned): boolean {
    if (a === null || b === null || a === b) return a === b;
    return a.size === b.size && [...a].every(([variable, bits]) => b.get(variable) === bits);
  }

  get(): Assigned {
    return this.#value;
  }

  set(value: Assigned): void {
    this.#value = value;
  }

  has(variable: LocalVariable, offset: number, bytes: number): boolean {
    if (this.#value === null) return true;
    if (offset + bytes > BYTES_MAX) return false;
    const wanted = bitsOf(offset, bytes);
    return ((this.#value.get(variable) ?? 0n) & wanted) === wanted;
  }

  add(variable: LocalVariable, offset: number, bytes: number): void {
    if (offset + bytes > BYTES_MAX || this.has(variable, offset, bytes)) return;
    const grown = new Map(this.#value);
    grown.set(variable, (grown.get(variable) ?? 0n) | bitsOf(offset, bytes));
    this.#value = grown;
  }

  forget(variable: LocalVariable): void {
    if (this.#value?.has(variable) !== true) return;
    const less = new Map(this.#value);
    less.delete(variable);
    this.#value = less;
  }

  /** Two paths meet: what both have assigned. */
  meet(other: Assigned): void {
    if (other === null || other === this.#value) return;
    if (this.#value === null) {
      this.#value = other;
      return;
    }
    const met = new Map<LocalVariable, bigint>();
    for (const [variable, bits] of this.#value) {
      const both = bits & (other.get(variable) ?? 0n);
      if (both !== 0n) met.set(variable, both);
    }
    this.#value = met;
  }

  /** Both have happened: what either has assigned. */
  join(other: Assigned): void {
    if (this.#value === null || other === this.#value) return;
    if (other === null) {
      this.#value = null;
      return;
    }
    const joined = new Map(this.#value);
    for (const [variable, bits] of other) joined.set(variable, (joined.get(variable) ?? 0n) | bits);
    this.#value = joined;
  }
}

function bitsOf(offset: number, bytes: number): bigint {
  return ((1n << BigInt(bytes)) - 1n) << BigInt(offset);
}
