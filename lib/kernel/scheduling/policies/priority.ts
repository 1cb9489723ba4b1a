/**
 * Priorities: the ready process with the lowest nice value runs, the oldest among equals. Preemptive: a
 * process that becomes ready takes the processor from a less favoured one. Aging: each `agingNs` of
 * waiting in the ready queue count as one nice value less. With a quantum, equals take turns, and what
 * aging has changed is looked at again after each.
 */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { checkQuantum, leastBy } from '../ready-queue';
import type { Pid } from '../../pid';

export interface PriorityOptions {
  readonly preemptive: boolean;
  /** null: no aging. */
  readonly agingNs: number | null;
  /** Instructions; null: until it blocks. */
  readonly quantum: number | null;
}

export function priority(options: PriorityOptions): Scheduler {
  const { preemptive, agingNs, quantum } = options;
  if (quantum !== null) checkQuantum(quantum);
  if (agingNs !== null && !(agingNs > 0)) throw new Error(`bad aging ${agingNs}`);
  const words = ['priority'];
  if (!preemptive) words.push('nonpreemptive');
  if (agingNs !== null) words.push(`aging=${agingNs}`);
  if (quantum !== null) words.push(`quantum=${quantum}`);
  const scheduler: Scheduler = {
    name: words.join(' '),
    choose: (point): Choice => ({
      pid: leastBy(point.ready, (pid) => effectiveNice(point, pid, agingNs)),
      until: quantum === null ? { kind: 'blocked' } : { kind: 'instructions', count: quantum },
      ...(preemptive ? { preemptible: true } : {}),
    }),
    clone: () => scheduler,
  };
  return scheduler;
}

function effectiveNice(point: SchedulingPoint, pid: Pid, agingNs: number | null): number {
  const { nice, readySinceNs } = point.factsOf(pid);
  if (agingNs === null) return nice;
  return nice - Math.floor(Math.max(0, point.timeNs - readySinceNs) / agingNs);
}
