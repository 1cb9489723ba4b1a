import { describe, expect, it } from 'vitest';
import { consume, emptyRing, isEmpty, isFull, produce, type Ring } from './ring';

function times(count: number, ring: Ring, action: (ring: Ring) => Ring): Ring {
  return count === 0 ? ring : times(count - 1, action(ring), action);
}

describe('the bounded buffer', () => {
  it('holds one item less than slots without a count, and as many as slots with one', () => {
    for (const size of [2, 3, 6]) {
      expect(isFull(times(size - 1, emptyRing('in-out', size), produce))).toBe(true);
      expect(isFull(times(size - 1, emptyRing('semaphores', size), produce))).toBe(false);
      expect(isFull(times(size, emptyRing('semaphores', size), produce))).toBe(true);
    }
  });

  it('gives items in their order, round and round', () => {
    let ring = emptyRing('in-out', 3);
    for (let k = 0; k < 20; k++) ring = consume(produce(ring));
    expect(ring.consumed.join('')).toBe('abcdefghijklmnopqrst');
    expect(isEmpty(ring)).toBe(true);
  });

  it('lets who waits go on as soon as it can', () => {
    let ring = times(3, emptyRing('semaphores', 2), produce);
    expect(ring.waiting).toBe('producer');
    ring = consume(ring);
    expect([ring.waiting, ring.full, ring.consumed]).toEqual([null, 2, ['a']]);
    ring = consume(emptyRing('semaphores', 2));
    expect(ring.waiting).toBe('consumer');
    expect(produce(ring).consumed).toEqual(['a']);
  });
});
