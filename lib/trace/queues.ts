/**
 * The chapter's scheduling queues over a run: who was in the job queue, the ready queue and the queue of
 * each device, in order of arrival (a policy may choose in another one). Needs a full trace.
 */
import type { ProcessState, TraceEvent, WaitReason } from '../kernel/events';
import type { Pid } from '../kernel/pid';
import type { Moment } from './process-tree';

export interface Queues {
  readonly from: Moment;
  readonly jobs: readonly Pid[];
  readonly ready: readonly Pid[];
  /** Those that are served first. Only devices that somebody waits for. */
  readonly devices: readonly { readonly device: number; readonly queue: readonly Pid[] }[];
}

/** One for each moment at which a queue changed. */
export function queuesOverTime(events: readonly TraceEvent[]): readonly Queues[] {
  let jobs: readonly Pid[] = [];
  let ready: readonly Pid[] = [];
  const devices = new Map<number, readonly Pid[]>();
  const result: Queues[] = [];
  const leave = (pid: Pid, from: ProcessState): void => {
    if (from === 'new') jobs = without(jobs, pid);
    if (from === 'ready') ready = without(ready, pid);
    if (from !== 'waiting') return;
    for (const [device, queue] of devices) {
      const left = without(queue, pid);
      if (left.length === 0) devices.delete(device);
      else devices.set(device, left);
    }
  };
  const enter = (pid: Pid, to: ProcessState, reason: WaitReason | null): void => {
    if (to === 'new') jobs = [...jobs, pid];
    if (to === 'ready') ready = [...ready, pid];
    if (reason?.kind === 'device')
      devices.set(reason.device, [...(devices.get(reason.device) ?? []), pid]);
  };
  for (const event of events) {
    if (event.kind === 'created') enter(event.pid, 'new', null);
    else if (event.kind === 'state') {
      leave(event.pid, event.from);
      enter(event.pid, event.to, event.reason);
    } else continue;
    const now: Queues = {
      from: { step: event.step, timeNs: event.timeNs },
      jobs,
      ready,
      devices: [...devices].map(([device, queue]) => ({ device, queue })),
    };
    if (result.at(-1)?.from.timeNs === now.from.timeNs) result.pop();
    result.push(now);
  }
  return result;
}

function without(queue: readonly Pid[], pid: Pid): readonly Pid[] {
  return queue.filter((other) => other !== pid);
}
