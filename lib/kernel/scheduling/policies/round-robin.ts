/** Round robin: the oldest ready process runs for at most one quantum, counted in instructions. */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { checkQuantum, oldest } from '../ready-queue';

export function roundRobin(quantum: number): Scheduler {
  checkQuantum(quantum);
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
