/** What each process, and each further thread, did when: the bars of a Gantt chart. Needs a full trace. */
import type { ProcessState, TraceEvent, WaitReason } from '../kernel/events';
import type { Pid } from '../kernel/pid';
import type { Moment } from './process-tree';

export interface StateInterval {
  readonly state: ProcessState;
  /** What a waiting process waits for. */
  readonly reason: WaitReason | null;
  readonly from: Moment;
  /** The trace's last moment for what hasn't ended. Intervals of no length are left out. */
  readonly to: Moment;
}

export interface ProcessIntervals {
  /** A process's first thread has its pid, the others ids of their own. */
  readonly pid: Pid;
  /** In order of time, without gaps from creation to reaping. */
  readonly intervals: readonly StateInterval[];
}

/** In order of creation. */
export function stateIntervals(events: readonly TraceEvent[]): readonly ProcessIntervals[] {
  const rows = new Map<Pid, { pid: Pid; intervals: StateInterval[]; open: Open | null }>();
  let last: Moment = { step: 0, timeNs: 0 };
  for (const event of events) {
    last = { step: event.step, timeNs: event.timeNs };
    if (event.kind === 'created' || event.kind === 'thread-created') {
      const open: Open = { state: 'new', reason: null, from: last };
      rows.set(event.pid, { pid: event.pid, intervals: [], open });
    }
    const row = rows.get(event.pid);
    if (event.kind !== 'state' || row === undefined) continue;
    close(row, last);
    row.open =
      event.to === 'terminated' ? null : { state: event.to, reason: event.reason, from: last };
  }
  for (const row of rows.values()) close(row, last);
  return [...rows.values()].map(({ pid, intervals }) => ({ pid, intervals }));
}

interface Open {
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
  readonly from: Moment;
}

function close(row: { intervals: StateInterval[]; open: Open | null }, to: Moment): void {
  const { open } = row;
  row.open = null;
  if (open === null || open.from.timeNs >= to.timeNs) return;
  row.intervals.push({ ...open, to });
}
