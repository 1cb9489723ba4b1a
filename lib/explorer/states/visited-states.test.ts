import { describe, expect, it } from 'vitest';
import { VisitedStates } from './visited-states';

describe('states that were visited', () => {
  it('have one number each, in the order in which they are met', () => {
    const visited = new VisitedStates();
    const keys = Array.from({ length: 5000 }, (_, k) => `state ${k}`);
    expect(keys.map((key) => visited.meet(key))).toEqual(keys.map((_, k) => k));
    expect(keys.map((key) => visited.meet(key))).toEqual(keys.map((_, k) => k));
    expect(visited.size).toBe(5000);
  });

  it('differ by any unit of a key that is a hash', () => {
    const visited = new VisitedStates();
    const keys = ['abcdef', 'Abcdef', 'aBcdef', 'abCdef', 'abcDef', 'abcdEf', 'abcdeF'];
    expect(keys.map((key) => visited.meet(key))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('keep what was asleep in them, and whether they are on the path, as there get to be more', () => {
    const visited = new VisitedStates();
    for (let k = 0; k < 3000; k++) {
      const state = visited.meet(String(k));
      visited.putToSleep(state, k % 3 === 0 ? [] : [k % 3, 7]);
      if (k % 2 === 0) visited.enter(state);
    }
    visited.enter(4);
    visited.leave(4);
    visited.leave(8);
    expect(visited.asleepIn(2999)).toEqual([2, 7]);
    expect(visited.asleepIn(3)).toEqual([]);
    expect([3, 4, 6, 8].map((state) => visited.isOnPath(state))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
