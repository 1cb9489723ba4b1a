/**
 * First come, first served: the oldest ready process runs until it blocks, yields or ends.
 * Not preemptive, so a busy wait runs for ever.
 */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { oldest } from '../ready-queue';

export function firstComeFirstServed(): Scheduler {
  const scheduler: Scheduler = {
    name: 'fcfs',
    choose: (point: SchedulingPoint): Choice => ({
      pid: oldest(point.ready),
      until: { kind: 'blocked' },
    }),
    clone: () => scheduler,
  };
  return scheduler;
}
