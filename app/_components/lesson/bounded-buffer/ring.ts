/**
 * The bounded buffer as a circle of slots with `in` and `out`, in two forms: without a count, where full must
 * look different from empty and one slot stays free; and with two semaphores that count free and full slots.
 */

export type RingForm = 'in-out' | 'semaphores';

export type Ring = {
  readonly form: RingForm;
  readonly slots: readonly (string | null)[];
  readonly in: number;
  readonly out: number;
  /** Semaphores; in the other form what they would be. */
  readonly empty: number;
  readonly full: number;
  readonly produced: number;
  readonly consumed: readonly string[];
  /** Who wants to go on and can't. */
  readonly waiting: 'producer' | 'consumer' | null;
};

export function emptyRing(form: RingForm, size: number): Ring {
  return {
    form,
    slots: Array.from({ length: size }, () => null),
    in: 0,
    out: 0,
    empty: size,
    full: 0,
    produced: 0,
    consumed: [],
    waiting: null,
  };
}

export function isFull({ form, slots, in: next, out, empty }: Ring): boolean {
  return form === 'in-out' ? (next + 1) % slots.length === out : empty === 0;
}

export function isEmpty({ form, in: next, out, full }: Ring): boolean {
  return form === 'in-out' ? next === out : full === 0;
}

/** The producer puts its next item, or waits; a consumer that waited then goes on. */
export function produce(ring: Ring): Ring {
  if (isFull(ring)) return { ...ring, waiting: 'producer' };
  const item = itemName(ring.produced);
  const after: Ring = {
    ...ring,
    slots: ring.slots.with(ring.in, item),
    in: (ring.in + 1) % ring.slots.length,
    empty: ring.empty - 1,
    full: ring.full + 1,
    produced: ring.produced + 1,
    waiting: null,
  };
  return ring.waiting === 'consumer' ? consume(after) : after;
}

export function consume(ring: Ring): Ring {
  const item = ring.slots[ring.out];
  if (isEmpty(ring) || item === null || item === undefined) return { ...ring, waiting: 'consumer' };
  const after: Ring = {
    ...ring,
    slots: ring.slots.with(ring.out, null),
    out: (ring.out + 1) % ring.slots.length,
    empty: ring.empty + 1,
    full: ring.full - 1,
    consumed: [...ring.consumed, item],
    waiting: null,
  };
  return ring.waiting === 'producer' ? produce(after) : after;
}

/** a, b, … z, a2, b2, … */
function itemName(number: number): string {
  const letter = String.fromCodePoint(97 + (number % 26));
  const round = Math.floor(number / 26);
  return round === 0 ? letter : `${letter}${round + 1}`;
}
