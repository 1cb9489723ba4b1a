/** Round robin: the oldest ready process runs for at most one quantum, counted in instructions. */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { oldest } from '../ready-queue';

export function roundRobin(quantum: number): Scheduler {
  if (!Number.isSafeInteger(quantum) || quantum < 1) throw new Error(`bad quantum ${quantum}`);
  const scheduler: Scheduler = {
    name: `rr quantum=${quantum}`,
    choose: (point: SchedulingPoint): Choice => ({
      pid: oldest(point.ready),
      until: { kind: 'instructions', count: quantum },
    }),
    clone: () => scheduler,
  };
  return scheduler;
}
