/**
 * The short-term scheduler's side of the machine: asks the policy who runs next, switches to it, and
 * takes the processor away when its choice is used up.
 */
import { note, setState, threadOf, type Kernel } from './kernel';
import { record } from './choice-log';
import type { Slice } from './kernel-state';
import type { Thread } from './thread';
import type { Choice, Scheduler, SchedulingPoint } from './scheduler';
import { CONTEXT_SWITCH_NS } from './virtual-time';

/** What a choice and a context switch cost the host, in instructions. */
const DISPATCH_WORK = 100;

/** Precondition: nobody runs and somebody is ready. */
export function dispatch(kernel: Kernel, scheduler: Scheduler): void {
  const { state } = kernel;
  const choice = scheduler.choose({
    reason: state.freedBy,
    previous: state.previous,
    ready: state.ready,
    timeNs: state.timeNs,
  });
  const thread = threadOf(kernel, choice.pid);
  if (thread.state !== 'ready') throw new Error(`thread ${choice.pid} is not ready`);
  state.choices = record(state.choices, choice);
  state.work += DISPATCH_WORK;
  if (state.previous !== thread.id) {
    if (state.previous !== null) {
      state.contextSwitches++;
      state.timeNs += CONTEXT_SWITCH_NS;
    }
    note(kernel, thread.id, { kind: 'switched', from: state.previous });
  }
  state.slice = sliceOf(choice, thread);
  thread.beforeVisible = false;
  state.previous = thread.id;
  setState(kernel, thread, 'running');
}

/** Takes the processor away from the running thread, which stays ready. */
export function preempt(kernel: Kernel, thread: Thread, reason: SchedulingPoint['reason']): void {
  kernel.state.freedBy = reason;
  setState(kernel, thread, 'ready');
}

function sliceOf({ until }: Choice, thread: Thread): Slice {
  switch (until.kind) {
    case 'instructions':
      if (until.count < 1) throw new Error(`a choice of ${until.count} instructions`);
      return { kind: 'counted', left: until.count };
    case 'visible':
      return { kind: 'visible', through: thread.beforeVisible };
    case 'blocked':
      return { kind: 'blocked' };
  }
}
