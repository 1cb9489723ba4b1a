/**
 * The chapter's scheduling queues over a run: who was in the job queue, the ready queue and the queue of
 * each device, in order of arrival (a policy may choose in another one); and who waits for something else.
 * Needs a full trace.
 */
import type { ProcessState, TraceEvent, WaitReason } from '../kernel/events';
import type { Pid } from '../kernel/pid';
import type { Moment } from './process-tree';

export interface QueuesAt {
  readonly jobs: readonly Pid[];
  readonly ready: readonly Pid[];
  /** Those that are served first. Only devices that somebody waits for. */
  readonly devices: readonly { readonly device: number; readonly queue: readonly Pid[] }[];
  /** Who waits for what is no device, in order of arrival. */
  readonly others: readonly { readonly pid: Pid; readonly reason: WaitReason }[];
}

export interface Queues extends QueuesAt {
  readonly from: Moment;
}

/** One for each moment at which a queue changed. */
export function queuesOverTime(events: readonly TraceEvent[]): readonly Queues[] {
  const queues = new GrowingQueues();
  const result: Queues[] = [];
  for (const event of events) {
    if (!queues.add(event)) continue;
    const now: Queues = { from: { step: event.step, timeNs: event.timeNs }, ...queues.now() };
    if (result.at(-1)?.from.timeNs === now.from.timeNs) result.pop();
    result.push(now);
  }
  return result;
}

/** Events between two moments whose queues are kept. */
const INTERVAL = 512;

/** The queues after any number of a trace's events, without going through all of them. */
export class QueueHistory {
  /** After 0, 512, 1024 ... events. */
  private readonly kept: GrowingQueues[] = [];

  constructor(private readonly events: readonly TraceEvent[]) {
    const queues = new GrowingQueues();
    events.forEach((event, k) => {
      if (k % INTERVAL === 0) this.kept.push(queues.copy());
      queues.add(event);
    });
  }

  after(count: number): QueuesAt {
    const piece = Math.min(Math.floor(count / INTERVAL), this.kept.length - 1);
    const queues = this.kept[piece]?.copy() ?? new GrowingQueues();
    for (let k = Math.max(0, piece) * INTERVAL; k < count; k++) {
      const event = this.events[k];
      if (event !== undefined) queues.add(event);
    }
    return queues.now();
  }
}

class GrowingQueues {
  private jobs: readonly Pid[] = [];
  private ready: readonly Pid[] = [];
  private readonly devices = new Map<number, readonly Pid[]>();
  private readonly others = new Map<Pid, WaitReason>();

  copy(): GrowingQueues {
    const copy = new GrowingQueues();
    copy.jobs = this.jobs;
    copy.ready = this.ready;
    for (const [device, queue] of this.devices) copy.devices.set(device, queue);
    for (const [pid, reason] of this.others) copy.others.set(pid, reason);
    return copy;
  }

  /** Whether it changes a queue. */
  add(event: TraceEvent): boolean {
    if (event.kind === 'created') this.enter(event.pid, 'new', null);
    else if (event.kind === 'state') {
      this.leave(event.pid, event.from);
      this.enter(event.pid, event.to, event.reason);
    } else return false;
    return true;
  }

  now(): QueuesAt {
    return {
      jobs: this.jobs,
      ready: this.ready,
      devices: [...this.devices].map(([device, queue]) => ({ device, queue })),
      others: [...this.others].map(([pid, reason]) => ({ pid, reason })),
    };
  }

  private leave(pid: Pid, from: ProcessState): void {
    if (from === 'new') this.jobs = without(this.jobs, pid);
    if (from === 'ready') this.ready = without(this.ready, pid);
    if (from !== 'waiting') return;
    this.others.delete(pid);
    for (const [device, queue] of this.devices) {
      const left = without(queue, pid);
      if (left.length === 0) this.devices.delete(device);
      else this.devices.set(device, left);
    }
  }

  private enter(pid: Pid, to: ProcessState, reason: WaitReason | null): void {
    if (to === 'new') this.jobs = [...this.jobs, pid];
    if (to === 'ready') this.ready = [...this.ready, pid];
    if (reason?.kind === 'device')
      this.devices.set(reason.device, [...(this.devices.get(reason.device) ?? []), pid]);
    else if (reason !== null) this.others.set(pid, reason);
  }
}

function without(queue: readonly Pid[], pid: Pid): readonly Pid[] {
  return queue.filter((other) => other !== pid);
}
