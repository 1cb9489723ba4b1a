/**
 * The short-term scheduler's side of the machine: asks the policy who runs next, switches to it, and
 * takes the processor away when its choice is used up.
 */
import { note, processOf, setState, threadOf, type Kernel } from '../kernel';
import { record } from './choice-log';
import type { Pid } from '../pid';
import { currentProcessor, processorOf, readyFor } from './processors';
import type { Slice } from './processor-state';
import type { Choice, Scheduler, SchedulingFacts, SchedulingPoint } from './scheduler';
import { burstLeftNs, recordOf } from './scheduling-record';
import { makeRoom } from './swapping';
import type { Thread } from '../threads/thread';

/** What a choice and a context switch cost the host, in instructions. */
const DISPATCH_WORK = 100;

/** Precondition: nobody runs on the current processor and somebody is ready. */
export function dispatch(kernel: Kernel, scheduler: Scheduler): void {
  const { state } = kernel;
  const processor = currentProcessor(state);
  const choice = scheduler.choose({
    reason: processor.freedBy,
    processor: processor.index,
    previous: processor.previous,
    ready: readyFor(state, processor),
    events: [],
    timeNs: state.timeNs,
    factsOf: (pid) => factsOf(kernel, pid),
  });
  state.choices = record(state.choices, choice);
  state.work += DISPATCH_WORK;
  startRunning(kernel, choice);
}

/** The current processor turns to the chosen thread. */
export function startRunning(kernel: Kernel, choice: Choice): void {
  const { state } = kernel;
  const processor = currentProcessor(state);
  const thread = threadOf(kernel, choice.pid);
  if (thread.state !== 'ready') throw new Error(`thread ${choice.pid} is not ready`);
  if (processor.previous !== thread.id) {
    if (processor.previous !== null) {
      state.contextSwitches++;
      state.timeNs += kernel.costs.contextSwitchNs;
    }
    note(kernel, thread.id, {
      kind: 'switched',
      from: processor.previous,
      processor: processor.index,
    });
  }
  makeRoom(kernel, thread.id);
  processor.slice = sliceOf(choice, thread);
  processor.arrival = false;
  thread.beforeVisible = false;
  processor.previous = thread.id;
  processor.timeNs = state.timeNs;
  setState(kernel, thread, 'running');
}

/** Takes the processor away from a running thread, which stays ready. */
export function preempt(kernel: Kernel, thread: Thread, reason: SchedulingPoint['reason']): void {
  const { state } = kernel;
  const processor = processorOf(state, thread.id);
  setState(kernel, thread, 'ready');
  if (processor === null) return;
  processor.freedBy = reason;
  // It has not had its turn yet.
  if (reason === 'wake') state.ready.unshift(...state.ready.splice(-1));
  if (reason === 'quantum') state.timeNs += kernel.costs.tickNs;
}

export function factsOf(kernel: Kernel, id: Pid): SchedulingFacts {
  const facts = recordOf(kernel.state, id);
  return {
    nice: processOf(kernel, threadOf(kernel, id).process).nice,
    readySinceNs: facts.readySinceNs,
    executed: facts.executed,
    burstLeftNs: burstLeftNs(facts),
  };
}

function sliceOf(choice: Choice, thread: Thread): Slice {
  const preemptible = choice.preemptible === true;
  const { until } = choice;
  switch (until.kind) {
    case 'instructions':
      if (until.count < 1) throw new Error(`a choice of ${until.count} instructions`);
      return { kind: 'counted', left: until.count, preemptible };
    case 'visible':
      return { kind: 'visible', through: thread.beforeVisible, preemptible };
    case 'blocked':
      return { kind: 'blocked', preemptible };
    default:
      throw new Error(`a choice of ${until.kind} where the clock decides`);
  }
}
