/**
 * Who had which processor when: the rows of a Gantt chart, one for each processor. Needs a full trace.
 */
import type { TraceEvent } from '../kernel/events';
import type { Pid } from '../kernel/pid';
import type { Moment } from './process-tree';

export interface ProcessorInterval {
  /** A process, or a thread by its id; null: nobody. The time of a context switch is nobody's. */
  readonly pid: Pid | null;
  readonly from: Moment;
  readonly to: Moment;
}

export interface ProcessorRow {
  /** From 0. */
  readonly processor: number;
  /** In order of time, without gaps, from the boot to the last one that ran here. */
  readonly intervals: readonly ProcessorInterval[];
}

const BOOT: Moment = { step: 0, timeNs: 0 };

/** Of each processor that ever ran somebody. Turns of one process right after each other are one. */
export function processorRows(events: readonly TraceEvent[]): readonly ProcessorRow[] {
  const rows = new Map<number, ProcessorInterval[]>();
  /** Where each ran last. */
  const places = new Map<Pid, number>();
  const running = new Map<Pid, Moment>();
  let last = BOOT;
  for (const event of events) {
    last = { step: event.step, timeNs: event.timeNs };
    if (event.kind === 'switched') places.set(event.pid, event.processor);
    if (event.kind !== 'state') continue;
    if (event.from === 'running') close(event.pid, last);
    if (event.to === 'running') running.set(event.pid, last);
  }
  for (const pid of running.keys()) close(pid, last);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([processor, intervals]) => ({ processor, intervals }));

  function close(pid: Pid, to: Moment): void {
    const from = running.get(pid);
    const processor = places.get(pid);
    running.delete(pid);
    if (from === undefined || processor === undefined || from.timeNs >= to.timeNs) return;
    const row = rows.get(processor) ?? [];
    rows.set(processor, row);
    const before = row.at(-1);
    const end = before?.to ?? BOOT;
    if (before?.pid === pid && end.timeNs === from.timeNs) {
      row[row.length - 1] = { ...before, to };
      return;
    }
    if (from.timeNs > end.timeNs) row.push({ pid: null, from: end, to: from });
    row.push({ pid, from, to });
  }
}
