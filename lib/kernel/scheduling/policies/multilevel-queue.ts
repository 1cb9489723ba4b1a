/**
 * Multilevel queue: two fixed classes. Foreground processes (nice 0 or less) take turns by a quantum and
 * always come before background ones, which run first come, first served.
 */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { checkQuantum, oldest } from '../ready-queue';

export function multilevelQueue(quantum: number): Scheduler {
  checkQuantum(quantum);
  const scheduler: Scheduler = {
    name: `mlq quantum=${quantum}`,
    choose: ({ ready, factsOf }: SchedulingPoint): Choice => {
      const foreground = ready.find((pid) => factsOf(pid).nice <= 0);
      return foreground === undefined
        ? { pid: oldest(ready), until: { kind: 'blocked' }, preemptible: true }
        : { pid: foreground, until: { kind: 'instructions', count: quantum } };
    },
    clone: () => scheduler,
  };
  return scheduler;
}
