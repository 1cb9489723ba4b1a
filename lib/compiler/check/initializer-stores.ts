/**
 * The stores that an initializer has come to, in order. A designator may come back to a part that has
 * a value already: the later one replaces it (C11 6.7.9:19).
 */
import { sizeOf } from '../type-layout';
import type { Expression, Initialization } from '../typed-tree';
import type { Target } from './designators';

export type Store = Exclude<Initialization, { kind: 'zero' }>;

export class InitializerStores {
  #stores: Store[] = [];
  /** A designator may come back to a part that has a value already. */
  designated = false;
  /** By place, so that it can be replaced. */
  readonly #given = new Map<string, Store>();
  readonly #records = new Set<Extract<Store, { kind: 'store' }>>();
  readonly #replaced = new Set<Store>();

  get count(): number {
    return this.#stores.length;
  }

  /** Without what was replaced. */
  result(): readonly Store[] {
    if (this.#replaced.size === 0) return this.#stores;
    return this.#stores.filter((store) => !this.#replaced.has(store));
  }

  add(target: Target, value: Expression): void {
    this.#replace(target);
    const store = {
      kind: 'store' as const,
      offset: target.offset,
      type: target.type,
      ...(target.bits === undefined ? {} : { bits: target.bits }),
      value,
    };
    this.#stores.push(store);
    this.#given.set(keyOf(target), store);
    if (target.type.type.kind === 'record') this.#records.add(store);
  }

  addBytes(offset: number, bytes: Uint8Array, size: number): void {
    this.#stores.push({ kind: 'bytes', offset, bytes, size });
  }

  /** A list of its own replaces all that the part was given before (6.7.9:19). */
  forget(target: Target): void {
    if (!this.designated) return;
    const end = target.offset + sizeOf(target.type.type);
    this.#stores = this.#stores.filter(
      (store) => store.offset < target.offset || store.offset >= end,
    );
    this.#recordsThatHold(target);
  }

  /**
   * A scalar's later value replaces its earlier one, which is then not evaluated; and, in gcc, a whole
   * record's value is forgotten when a part of it is named later.
   */
  #replace(target: Target): void {
    if (!this.designated) return;
    const earlier = this.#given.get(keyOf(target));
    if (earlier !== undefined) this.#replaced.add(earlier);
    this.#recordsThatHold(target);
  }

  #recordsThatHold({ offset, type }: Target): void {
    const bytes = sizeOf(type.type);
    for (const store of this.#records) {
      const size = sizeOf(store.type.type);
      if (store.offset <= offset && offset + bytes <= store.offset + size && bytes < size) {
        this.#replaced.add(store);
        this.#records.delete(store);
      }
    }
  }
}

/** How many bytes the stores write, bit-fields left out. */
export function coveredBytes(stores: readonly Store[]): number {
  return stores.reduce((sum, store) => {
    if (store.kind === 'bytes') return sum + store.size;
    return store.bits === undefined ? sum + sizeOf(store.type.type) : sum;
  }, 0);
}

function keyOf({ offset, bits }: Target): string {
  return `${offset} ${bits?.offset ?? ''}`;
}
