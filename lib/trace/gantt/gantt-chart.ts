/**
 * The Gantt chart of a run: a row for each processor, who had it when, and a row for each thread, in which
 * state it was when. Made once; what is visible of a row is found by bars.ts. Needs a full trace.
 */
import type { ProcessState, TraceEvent, WaitReason } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { processorRows } from '../processor-intervals';
import { stateIntervals } from '../state-intervals';
import { Moments } from './moments';

export interface GanttChart {
  readonly processors: readonly ProcessorLine[];
  /** In order of creation, threads of a process together. */
  readonly threads: readonly ThreadLine[];
  readonly moments: Moments;
  /** Steps at which a processor turned to somebody else, in order. */
  readonly switches: Float64Array;
  readonly endNs: number;
}

/** Intervals in order of time, without overlaps: `values[k]` from `from[k]` to `to[k]`. */
export interface Line {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly values: Int32Array;
}

/** Values: the id of a thread, or NOBODY. */
export interface ProcessorLine extends Line {
  readonly processor: number;
}

/** Values: an index of STATE_CODES. */
export interface ThreadLine extends Line {
  readonly id: Pid;
  readonly process: Pid;
  /** What it waits for, where it waits. */
  readonly reasons: readonly (WaitReason | null)[];
}

export const NOBODY = -1;

export const STATE_CODES = [
  'new',
  'ready',
  'running',
  'waiting',
  'zombie',
  'terminated',
] as const satisfies readonly ProcessState[];

export function ganttChart(events: readonly TraceEvent[]): GanttChart {
  const moments = new Moments(events);
  const processOf = new Map<Pid, Pid>();
  const switches: number[] = [];
  for (const event of events) {
    if (event.kind === 'thread-created') processOf.set(event.pid, event.process);
    if (event.kind === 'switched') switches.push(event.step);
  }
  return {
    processors: processorRows(events).map(({ processor, intervals }) => ({
      processor,
      ...line(intervals, ({ pid }) => pid ?? NOBODY),
    })),
    threads: stateIntervals(events)
      .map(({ pid, intervals }) => ({
        id: pid,
        process: processOf.get(pid) ?? pid,
        reasons: intervals.map(({ reason }) => reason),
        ...line(intervals, ({ state }) => STATE_CODES.indexOf(state)),
      }))
      .sort((a, b) => a.process - b.process || a.id - b.id),
    moments,
    switches: Float64Array.from(switches),
    endNs: moments.endNs,
  };
}

interface Interval {
  readonly from: { readonly timeNs: number };
  readonly to: { readonly timeNs: number };
}

function line<T extends Interval>(intervals: readonly T[], value: (interval: T) => number): Line {
  return {
    from: Float64Array.from(intervals, ({ from }) => from.timeNs),
    to: Float64Array.from(intervals, ({ to }) => to.timeNs),
    values: Int32Array.from(intervals, value),
  };
}
