/**
 * The table that a textbook sets below a Gantt chart, of each thread: when it arrived, how long it ran, how
 * long it was in the ready queue (waiting time), from arrival to its end (turnaround), and from arrival
 * until it ran first (response). As the kernel keeps them (scheduling-record.ts); of a whole run.
 */
import type { ProcessState, TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';

export interface SchedulingTimes {
  readonly id: Pid;
  readonly arrivalNs: number;
  /** Had a processor, context switches to it included. */
  readonly runningNs: number;
  /** Was ready. */
  readonly waitingNs: number;
  /** Waited for an event. */
  readonly blockedNs: number;
  /** null: it never ended. */
  readonly turnaroundNs: number | null;
  /** null: it never ran. */
  readonly responseNs: number | null;
}

interface Growing {
  readonly times: { -readonly [K in keyof SchedulingTimes]: SchedulingTimes[K] };
  state: ProcessState;
  sinceNs: number;
}

/** In order of creation. */
export function schedulingTimes(events: readonly TraceEvent[]): readonly SchedulingTimes[] {
  const all = new Map<Pid, Growing>();
  let endNs = 0;
  for (const event of events) {
    const { pid, timeNs } = event;
    endNs = Math.max(endNs, timeNs);
    if (event.kind === 'created' || event.kind === 'thread-created')
      all.set(pid, { times: newTimes(pid, timeNs), state: 'new', sinceNs: timeNs });
    const growing = all.get(pid);
    if (event.kind !== 'state' || growing === undefined) continue;
    pass(growing, timeNs);
    growing.state = event.to;
    const { times } = growing;
    if (event.to === 'running') times.responseNs ??= timeNs - times.arrivalNs;
    if (event.to === 'zombie') times.turnaroundNs = timeNs - times.arrivalNs;
  }
  // Those that are still there at the end.
  for (const growing of all.values()) pass(growing, endNs);
  return [...all.values()].map(({ times }) => times);
}

function newTimes(id: Pid, timeNs: number): Growing['times'] {
  return {
    id,
    arrivalNs: timeNs,
    runningNs: 0,
    waitingNs: 0,
    blockedNs: 0,
    turnaroundNs: null,
    responseNs: null,
  };
}

function pass(growing: Growing, timeNs: number): void {
  const { times, state } = growing;
  const spentNs = Math.max(0, timeNs - growing.sinceNs);
  growing.sinceNs = timeNs;
  if (state === 'running') times.runningNs += spentNs;
  if (state === 'ready') times.waitingNs += spentNs;
  if (state === 'waiting') times.blockedNs += spentNs;
}
