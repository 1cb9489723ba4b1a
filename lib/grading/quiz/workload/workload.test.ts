import { describe, expect, it } from 'vitest';
import { drawInteger, randomFrom } from '../drawing/random';
import { decisionsOf, whyNot } from './decisions';
import { slotsOf } from './run-workload';
import { hasOneChart, textbookSlots } from './textbook';
import { timeValues } from './times';
import type { Policy, Workload } from './workload';

function workload(
  policy: Policy,
  ...rows: readonly (readonly [number, number, number?])[]
): Workload {
  return {
    unit: 'ms',
    policy,
    processes: rows.map(([arrival, burst, priority = 0], at) => ({
      name: `P${at + 1}`,
      arrival,
      burst,
      priority,
    })),
  };
}

const POLICIES: readonly Policy[] = [
  { scheduler: 'fcfs' },
  { scheduler: 'sjf' },
  { scheduler: 'srtf' },
  { scheduler: 'rr', quantum: 1 },
  { scheduler: 'rr', quantum: 2 },
  { scheduler: 'rr', quantum: 4 },
  { scheduler: 'priority', preemptive: false },
  { scheduler: 'priority', preemptive: true },
];

/** "P1*3 P2*1": who runs for how long. */
function text(slots: readonly string[]): string {
  const turns: { name: string; length: number }[] = [];
  for (const name of slots) {
    const last = turns.at(-1);
    if (last?.name === name) last.length++;
    else turns.push({ name, length: 1 });
  }
  return turns.map(({ name, length }) => `${name}*${length}`).join(' ');
}

describe('a workload', () => {
  it('is run by the kernel as textbooks have it', () => {
    const classic = [
      [0, 8],
      [1, 4],
      [2, 9],
      [3, 5],
    ] as const;
    expect(text(slotsOf(workload({ scheduler: 'srtf' }, ...classic)))).toBe(
      'P1*1 P2*4 P4*5 P1*7 P3*9',
    );
    expect(text(slotsOf(workload({ scheduler: 'sjf' }, ...classic)))).toBe('P1*8 P2*4 P4*5 P3*9');
    expect(text(slotsOf(workload({ scheduler: 'rr', quantum: 4 }, [0, 24], [0, 3], [0, 3])))).toBe(
      'P1*4 P2*3 P3*3 P1*20',
    );
    expect(text(slotsOf(workload({ scheduler: 'fcfs' }, [0, 2], [5, 1])))).toBe('P1*2 -*3 P2*1');
    const priorities = workload(
      { scheduler: 'priority', preemptive: false },
      [0, 10, 3],
      [0, 1, 1],
      [0, 2, 4],
      [0, 1, 5],
      [0, 5, 2],
    );
    expect(timeValues(priorities, slotsOf(priorities))).toMatchObject({
      waiting: { P1: 6, P2: 0, P3: 16, P4: 18, P5: 1 },
      averageWaiting: 8.2,
    });
  });

  it('comes out the same on paper as in the kernel, for any that has one chart', () => {
    const random = randomFrom('workloads');
    let compared = 0;
    for (let k = 0; k < 300; k++) {
      const policy = POLICIES[k % POLICIES.length] ?? { scheduler: 'fcfs' };
      const rows = Array.from({ length: drawInteger(random, 2, 5) }, (_row, at) => {
        const arrival = at === 0 ? 0 : drawInteger(random, 0, 8);
        return [arrival, drawInteger(random, 1, 7), drawInteger(random, 1, 6)] as const;
      });
      const drawn = workload(policy, ...rows);
      if (!hasOneChart(drawn)) continue;
      compared++;
      expect({ drawn, chart: text(slotsOf(drawn)) }).toEqual({
        drawn,
        chart: text(textbookSlots(drawn)),
      });
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('has no one chart where equals meet', () => {
    expect(hasOneChart(workload({ scheduler: 'sjf' }, [0, 2], [0, 2]))).toBe(false);
    // P2 comes as the quantum of P1 ends.
    expect(hasOneChart(workload({ scheduler: 'rr', quantum: 2 }, [0, 4], [1, 3], [2, 1]))).toBe(
      false,
    );
    expect(hasOneChart(workload({ scheduler: 'fcfs' }, [0, 2], [0, 2]))).toBe(true);
  });

  it('knows where somebody is chosen, and why not the others', () => {
    const drawn = workload({ scheduler: 'srtf' }, [0, 8], [1, 4], [2, 9], [3, 5]);
    const slots = slotsOf(drawn);
    const decisions = decisionsOf(drawn, slots);
    expect(decisions.map(({ time, chosen }) => `${time} ${chosen}`)).toEqual([
      '1 P2',
      '2 P2',
      '3 P2',
      '5 P4',
      '10 P1',
    ]);
    const [first] = decisions;
    if (first === undefined) throw new Error('no decision');
    expect(first.candidates).toEqual(['P1', 'P2']);
    expect(whyNot(drawn, slots, first, 'P1')).toBe('P1 still needs 7 ms, P2 only 4.');
  });
});
