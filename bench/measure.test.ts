import { describe, expect, it } from 'vitest';
import { geometricMean, median, pairMs, quantile } from './measure';

describe('quantiles', () => {
  it('are figures that were measured', () => {
    const figures = [40, 10, 30, 20];
    expect(median(figures)).toBe(20);
    expect(quantile(figures, 0.95)).toBe(40);
    expect(quantile(figures, 0)).toBe(10);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('of twenty leave one above p95', () => {
    const figures = Array.from({ length: 20 }, (_, k) => k + 1);
    expect(quantile(figures, 0.95)).toBe(19);
  });
});

describe('a pair', () => {
  it('is measured in turn, after one round that does not count', () => {
    const order: string[] = [];
    const side = (name: string, figures: number[]) => () => {
      order.push(name);
      return figures.shift() ?? NaN;
    };
    const pair = pairMs(side('a', [1000, 10, 30, 20]), side('b', [1000, 5, 5, 40]), 3);
    expect(order.join('')).toBe('abababab');
    // The ratio is that of the pairs: 2, 6 and 0.5.
    expect(pair).toEqual({ aMs: 20, bMs: 5, ratio: 2 });
  });
});

describe('the geometric mean', () => {
  it('of a ratio and its inverse is 1', () => {
    expect(geometricMean([4, 0.25])).toBeCloseTo(1);
    expect(geometricMean([2, 8])).toBeCloseTo(4);
  });
});
