import { describe, expect, it } from 'vitest';
import { waysOfConditions } from './critical-sections';
import { explored } from './explored';

describe('a bounded buffer with a mutex and two conditions', () => {
  it('of one producer and one consumer goes two ways for one item', () => {
    // The consumer comes first and waits, or it comes second.
    expect(waysOfConditions({ threads: 1, items: 1, size: 2 })).toBe(2);
  });

  it.each([
    { threads: 1, items: 2 },
    { threads: 2, items: 1 },
  ])('goes as many ways as mode traces explores: %o', ({ threads, items }) => {
    const ways = waysOfConditions({ threads, items, size: 2 });
    const { result } = explored('conditions', { K: threads, N: items }, 'traces');
    expect(result).toMatchObject({ complete: true, schedules: ways, blocked: 0 });
  });

  it('goes fewer ways the less somebody has to wait', () => {
    const [small, middle, large] = [1, 2, 4].map((size) =>
      waysOfConditions({ threads: 2, items: 2, size }),
    );
    expect(small).toBeGreaterThan(middle ?? Infinity);
    expect(middle).toBeGreaterThan(large ?? Infinity);
  });
});
