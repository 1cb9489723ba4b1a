import { describe, expect, it } from 'vitest';
import { searchPlain } from '../plain/plain-search';
import type { Search } from '../search';
import { findingsOf } from '../testing/classes';
import { lastzero, readers } from '../testing/literature';
import { model, type Model, type Operation } from '../testing/model';
import { ModelSystem } from '../testing/model-system';
import { randomModel } from '../testing/random-models';
import { Futures } from './futures';
import { searchStates } from './state-search';

/** As `explore` does: again as long as something new is seen. */
function withFutures(of: Model) {
  const futures = new Futures();
  const search: Search<ModelSystem> = (system, options) =>
    searchStates(system, { ...options, observers: [], futures });
  for (let rounds = 1; ; rounds++) {
    const found = findingsOf(new ModelSystem(of), search);
    if (found.result.cutBy !== 'misjudged') return { ...found, rounds };
    if (futures.isUnfit) return null;
  }
}

function states(of: Model) {
  return findingsOf(new ModelSystem(of), (system: ModelSystem, options) =>
    searchStates(system, { ...options, observers: [] }),
  );
}

describe('a search of persistent sets', () => {
  it('finds all ends of random models, in fewer states', () => {
    let compared = 0;
    let deadlocks = 0;
    let all = 0;
    let left = 0;
    for (let seed = 0; seed < 600; seed++) {
      const threads = 2 + (seed % 3);
      const tried = randomModel(seed, threads, threads === 2 ? 6 : 11 - 2 * threads);
      const reduced = withFutures(tried);
      if (reduced === null) continue;
      const whole = states(tried);
      compared++;
      if ([...whole.ends].some((end) => end.startsWith('deadlock'))) deadlocks++;
      expect({ seed, ends: [...reduced.ends].sort() }).toEqual({
        seed,
        ends: [...whole.ends].sort(),
      });
      all += whole.result.states;
      left += reduced.result.states;
    }
    expect(compared).toBeGreaterThan(500);
    expect(deadlocks).toBeGreaterThan(150);
    expect(left).toBeLessThan(all / 2);
  });

  it('finds what a search without any reduction finds', () => {
    for (let seed = 0; seed < 300; seed++) {
      const tried = randomModel(seed, 3, 4);
      const plain = findingsOf(new ModelSystem(tried), searchPlain, { schedules: 2000 });
      const reduced = withFutures(tried);
      if (!plain.result.complete || reduced === null) continue;
      expect({ seed, ends: [...reduced.ends].sort() }).toEqual({
        seed,
        ends: [...plain.ends].sort(),
      });
    }
  });

  it.each([
    ['readers(6)', readers(6)],
    ['lastzero(5)', lastzero(5)],
  ])('finds all ends of %s', (_name, of) => {
    const reduced = withFutures(of);
    const { ends, result } = states(of);
    expect([...(reduced?.ends ?? [])].sort()).toEqual([...ends].sort());
    expect(reduced?.result.states).toBeLessThan(result.states / 2);
  });

  it('tries no orders of what is done under a lock that all need', () => {
    const guarded: readonly Operation[] = [
      { kind: 'lock', lock: 0 },
      { kind: 'read', variable: 0, local: 0 },
      { kind: 'write', variable: 0, value: { op: '+', left: { local: 0 }, right: 1 } },
      { kind: 'unlock', lock: 0 },
    ];
    const reduced = withFutures(
      model({ variables: [0], locks: 1, threads: [guarded, guarded, guarded] }),
    );
    expect(reduced?.ends.size).toBe(1);
    // Who has been there already, and how far on somebody is who has the lock: the others stand still.
    expect(reduced?.result.states).toBeLessThanOrEqual(8 + 12 * 3);
  });

  it('is none of a program that comes back to where it was', () => {
    const spinning: readonly Operation[] = [
      { kind: 'read', variable: 0, local: 0 },
      { kind: 'jump-if-zero', value: { local: 0 }, to: 0 },
    ];
    const setting: readonly Operation[] = [{ kind: 'write', variable: 0, value: 1 }];
    expect(withFutures(model({ variables: [0], threads: [spinning, setting] }))).toBeNull();
  });
});
