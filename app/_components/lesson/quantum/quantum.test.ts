import { describe, expect, it } from 'vitest';
import { costOf, turnsOf } from './quantum';

describe('time sharing', () => {
  it('loses ten of 110 milliseconds with the chapter’s numbers', () => {
    expect(costOf({ quantum: 100, switching: 10, processes: 2 }).overhead).toBeCloseTo(10 / 110);
  });

  it('costs what its turns show', () => {
    for (const quantum of [1, 5, 20, 100])
      for (const switching of [0, 0.5, 2, 10])
        for (const processes of [2, 3, 10]) {
          const sharing = { quantum, switching, processes };
          const rounds = processes * (quantum + switching) * 3;
          const turns = turnsOf(sharing, rounds);
          const lost = turns
            .filter(({ process }) => process === null)
            .reduce((sum, { from, to }) => sum + to - from, 0);
          expect(lost / rounds).toBeCloseTo(costOf(sharing).overhead, 6);
          // The first one to be switched from comes again after this long.
          const first = turns.filter(({ process }) => process === 0);
          const waited = (first[1]?.from ?? 0) - (first[0]?.to ?? 0);
          expect(waited).toBeCloseTo(costOf(sharing).response, 6);
        }
  });

  it('switches to nobody if there is one process', () => {
    expect(costOf({ quantum: 5, switching: 1, processes: 1 })).toEqual({
      overhead: 0,
      response: 0,
    });
    expect(turnsOf({ quantum: 5, switching: 1, processes: 1 }, 100)).toHaveLength(1);
  });
});
