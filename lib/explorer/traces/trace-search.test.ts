import { describe, expect, it } from 'vitest';
import { searchPlain } from '../plain/plain-search';
import { searchStates } from '../states/state-search';
import { findingsOf } from '../testing/classes';
import { indexer, lastzero, readers, writers } from '../testing/literature';
import type { Model } from '../testing/model';
import { ModelSystem } from '../testing/model-system';
import { randomModel } from '../testing/random-models';
import { searchTraces } from './trace-search';

function traces(model: Model) {
  return findingsOf(new ModelSystem(model), searchTraces);
}

describe('a search of traces', () => {
  it.each([
    ['lastzero(5)', lastzero(5), 64],
    // (n + 3) * 2^(n - 2)
    ['lastzero(8)', lastzero(8), 704],
    ['readers(2)', readers(2), 4],
    ['readers(8)', readers(8), 256],
    ['indexer(12)', indexer(12), 8],
    ['indexer(13)', indexer(13), 64],
    ['writers(5)', writers(5), 120],
  ])('explores as many executions of %s as is published', (_, model, count) => {
    const { result, classes } = traces(model);
    expect(result).toMatchObject({ complete: true, schedules: count, blocked: 0 });
    expect(classes.size).toBe(count);
  });

  it('explores one execution of each class, and none in vain, whatever models do', () => {
    let compared = 0;
    let interleavings = 0;
    let deadlocks = 0;
    for (let seed = 0; seed < 800; seed++) {
      const threads = 2 + (seed % 3);
      const model = randomModel(seed, threads, threads === 2 ? 6 : 11 - 2 * threads);
      const all = findingsOf(new ModelSystem(model), searchPlain, { schedules: 400 });
      if (!all.result.complete) continue;
      compared++;
      interleavings += all.result.schedules;
      if ([...all.ends].some((end) => end.startsWith('deadlock'))) deadlocks++;
      const reduced = traces(model);
      const found = { ends: [...reduced.ends].sort(), classes: [...reduced.classes.keys()].sort() };
      const wanted = { ends: [...all.ends].sort(), classes: [...all.classes.keys()].sort() };
      expect({ seed, ...found }).toEqual({ seed, ...wanted });
      const { complete, schedules, blocked } = reduced.result;
      expect({ seed, complete, schedules, blocked }).toEqual({
        seed,
        complete: true,
        schedules: all.classes.size,
        blocked: 0,
      });
    }
    expect(compared).toBeGreaterThan(500);
    expect(interleavings).toBeGreaterThan(10_000);
    expect(deadlocks).toBeGreaterThan(200);
  });

  it('finds the last states that a search of states finds', () => {
    for (let seed = 0; seed < 200; seed++) {
      const model = randomModel(seed, 3, 4);
      const states = findingsOf(new ModelSystem(model), searchStates);
      const reduced = findingsOf(new ModelSystem(model), searchTraces, { schedules: 2000 });
      if (!reduced.result.complete) continue;
      expect({ seed, ends: [...reduced.ends].sort() }).toEqual({
        seed,
        ends: [...states.ends].sort(),
      });
    }
  });

  it('says what cut it off', () => {
    const cut = (bounds: {
      schedules?: number;
      transitions?: number;
      depth?: number;
      preemptions?: number;
    }) => findingsOf(new ModelSystem(writers(4)), searchTraces, bounds).result;
    expect(cut({ schedules: 5 })).toMatchObject({
      complete: false,
      cutBy: 'schedules',
      schedules: 5,
    });
    expect(cut({ transitions: 9 })).toMatchObject({
      complete: false,
      cutBy: 'transitions',
      transitions: 9,
    });
    expect(cut({ depth: 3 })).toMatchObject({ complete: false, cutBy: 'depth', schedules: 0 });
    expect(cut({ schedules: 24, depth: 4 })).toMatchObject({ complete: true, schedules: 24 });
    expect(() => cut({ preemptions: 1 })).toThrow('bounds neither');
  });
});
