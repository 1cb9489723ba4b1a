/**
 * What the machine keeps of each process for scheduling: the times that a textbook's table has, and the
 * length of processor bursts. A burst is the processor time between two waits. The next one is predicted
 * by exponential averaging of those before, half the weight on the last one, unless the program has
 * announced it (forkyard/workload.h).
 */
import type { ProcessState } from '../events';
import type { Pid } from '../pid';

export interface SchedulingRecord {
  arrivalNs: number;
  readySinceNs: number;
  /** Time in the ready queue. */
  waitingNs: number;
  firstRunNs: number | null;
  endedNs: number | null;
  /** Processor time. */
  cpuNs: number;
  /** Instructions, those of announced bursts included. */
  executed: number;
  /** Processor time of the present burst so far. */
  burstNs: number;
  predictedNs: number;
  /** What the program has said of the present burst, and of the one after. */
  announcedNs: number | null;
  nextAnnouncedNs: number | null;
  /** Processor time that a burst call has still to use. */
  spendNs: number;
  /** When its state changed last. */
  changedNs: number;
  /** Of a process's first thread: the process is not in main memory. */
  swapped: boolean;
}

/** The first guess. */
const FIRST_BURST_NS = 10_000;

export function newRecord(timeNs: number): SchedulingRecord {
  return {
    arrivalNs: timeNs,
    readySinceNs: timeNs,
    waitingNs: 0,
    firstRunNs: null,
    endedNs: null,
    cpuNs: 0,
    executed: 0,
    burstNs: 0,
    predictedNs: FIRST_BURST_NS,
    announcedNs: null,
    nextAnnouncedNs: null,
    spendNs: 0,
    changedNs: timeNs,
    swapped: false,
  };
}

export function recordOf(
  { scheduling }: { readonly scheduling: ReadonlyMap<Pid, SchedulingRecord> },
  pid: Pid,
): SchedulingRecord {
  const record = scheduling.get(pid);
  if (record === undefined) throw new Error(`no scheduling record of ${pid}`);
  return record;
}

export function burstLeftNs(record: SchedulingRecord): number {
  return Math.max(0, (record.announcedNs ?? record.predictedNs) - record.burstNs);
}

export function passRunningTime(record: SchedulingRecord, executed: number, timeNs: number): void {
  record.executed += executed;
  record.cpuNs += timeNs;
  record.burstNs += timeNs;
}

/** A change of state; `timeNs` is when. */
export function recordTransition(
  record: SchedulingRecord,
  from: ProcessState,
  to: ProcessState,
  timeNs: number,
): void {
  record.changedNs = timeNs;
  if (from === 'ready') record.waitingNs += Math.max(0, timeNs - record.readySinceNs);
  if (to === 'ready') record.readySinceNs = timeNs;
  if (to === 'running') record.firstRunNs ??= timeNs;
  if (from === 'running' && to === 'waiting') endBurst(record);
  if (to === 'zombie') record.endedNs = timeNs;
}

function endBurst(record: SchedulingRecord): void {
  record.predictedNs = (record.burstNs + record.predictedNs) / 2;
  record.burstNs = 0;
  record.announcedNs = record.nextAnnouncedNs;
  record.nextAnnouncedNs = null;
}
