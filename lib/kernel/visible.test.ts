import { describe, expect, it } from 'vitest';
import { randomState, nextBelow } from './random';
import type { Choice, Scheduler, SchedulingPoint } from './scheduling/scheduler';
import { bootMain } from './testing/c-program';

/** Chooses at random who goes on to its next visible operation. */
function visibleSteps(seed: number, points: SchedulingPoint[]): Scheduler {
  const state = randomState(seed);
  const scheduler: Scheduler = {
    name: 'visible steps',
    choose: (point): Choice => {
      points.push({ ...point, ready: [...point.ready] });
      const pid = point.ready[nextBelow(state, point.ready.length)];
      if (pid === undefined) throw new Error('nobody is ready');
      return { pid, until: { kind: 'visible' } };
    },
    clone: () => scheduler,
  };
  return scheduler;
}

describe('choices until the next visible operation', () => {
  it('interleave accesses to shared memory, and lose an update', () => {
    const results = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const points: SchedulingPoint[] = [];
      const machine = bootMain(
        `
        int *counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        for (int k = 0; k < 2; k++)
          if (fork() == 0) { *counter = *counter + 1; _exit(0); }
        while (wait(NULL) > 0);
        printf("%d", *counter);`,
        { scheduler: visibleSteps(seed, points) },
      );
      machine.closeInput();
      while (machine.run(1_000_000) === 'paused');
      expect(machine.report().outcome).toEqual({ kind: 'finished' });
      expect(points.length).toBeLessThan(60);
      results.add(machine.report().stdout);
    }
    expect([...results].sort()).toEqual(['1', '2']);
  });
});
