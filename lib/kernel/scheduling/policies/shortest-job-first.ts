/**
 * Shortest job first: the ready process with the shortest next processor burst runs until it blocks.
 * The preemptive form, shortest remaining time first, decides again whenever a process becomes ready.
 * Burst lengths are announced by the program or predicted: see burst-prediction.ts.
 */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { leastBy } from '../ready-queue';

export function shortestJobFirst(): Scheduler {
  const scheduler: Scheduler = {
    name: 'sjf',
    choose: (point): Choice => ({ pid: shortest(point), until: { kind: 'blocked' } }),
    clone: () => scheduler,
  };
  return scheduler;
}

export function shortestRemainingTimeFirst(): Scheduler {
  const scheduler: Scheduler = {
    name: 'srtf',
    choose: (point): Choice => ({
      pid: shortest(point),
      until: { kind: 'blocked' },
      preemptible: true,
    }),
    clone: () => scheduler,
  };
  return scheduler;
}

function shortest({ ready, factsOf }: SchedulingPoint): Choice['pid'] {
  return leastBy(ready, (pid) => factsOf(pid).burstLeftNs);
}
