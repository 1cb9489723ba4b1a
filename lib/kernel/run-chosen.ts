/**
 * The main loop of a run in which everything is chosen (`Timing`): who runs until where, when a timer
 * rings, when a signal is delivered, who gets a mutex back. Explorers make such runs, and a schedule that
 * one of them has found is made again here. One processor; nothing takes time.
 */
import { grouped } from './budgets';
import { execute } from '../vm/processor';
import type { Trap } from '../vm/trap';
import { contextOf, endRun, processOf, threadOf, type Kernel } from './kernel';
import { canWriteOn, writeOn } from './files/pipes';
import { checkMemory } from './memory/memory-budget';
import { factsOf, startRunning } from './scheduling/dispatcher';
import { record } from './scheduling/choice-log';
import { currentProcessor } from './scheduling/processors';
import { sharesOwnMemory, type Process } from './processes/process';
import { recordOf } from './scheduling/scheduling-record';
import type { Choice, ChosenEvent, PossibleEvent, Scheduler } from './scheduling/scheduler';
import { deliverToThread, hasDeliverable } from './signals/signal-delivery';
import { hasHandler } from './signals/signals';
import { waitsForInput } from './terminal/terminal';
import { acquireChosen, canAcquire } from './threads/mutexes';
import type { Thread } from './threads/thread';
import { endTimer } from './time/end-timer';
import { isOfProcess, removeFirstOfProcess, removeTimer } from './time/timers';
import { handleTrap } from './traps';
import { endQuantum, endStuckRun, EXECUTE_MAX, runMode, type RunState } from './run-loop';

export function runChosen(kernel: Kernel, scheduler: Scheduler, instructionsMax: number): RunState {
  const workEnd = kernel.state.work + instructionsMax;
  for (;;) {
    const { state } = kernel;
    if (state.outcome !== null) return 'finished';
    const processor = currentProcessor(state);
    if (processor.running !== null) {
      if (state.work >= workEnd) return 'paused';
      handleRunningTrap(kernel, executeRunning(kernel, workEnd - state.work));
      continue;
    }
    const events = possibleEvents(kernel);
    if (state.ready.length === 0 && events.length === 0) {
      if (waitsForInput(kernel)) return 'waiting-for-input';
      endStuckRun(kernel);
      continue;
    }
    const choice = scheduler.choose({
      reason: processor.freedBy,
      processor: processor.index,
      previous: processor.previous,
      ready: state.ready,
      events,
      timeNs: state.timeNs,
      factsOf: (id) => factsOf(kernel, id),
    });
    begin(kernel, choice);
  }
}

/** What may happen without anybody running, in order of thread ids. */
function possibleEvents(kernel: Kernel): readonly PossibleEvent[] {
  const { timers, threads } = kernel.state;
  const events: PossibleEvent[] = [];
  for (const [id, thread] of threads) {
    if (hasDeliverable(kernel, thread)) events.push({ pid: id, kind: 'signal' });
    if (canAcquire(kernel, thread) || canWriteOn(kernel, thread))
      events.push({ pid: id, kind: 'acquire' });
  }
  for (const timer of timers)
    events.push({ pid: timer.pid, kind: isOfProcess(timer) ? 'alarm' : 'timeout' });
  return events;
}

/** Records a choice and makes it: an event happens whole, a thread begins to run. */
export function begin(kernel: Kernel, choice: Choice): void {
  const { state } = kernel;
  const { until } = choice;
  state.choices = record(state.choices, choice);
  switch (until.kind) {
    case 'timeout':
    case 'alarm':
    case 'signal':
    case 'acquire':
      happen(kernel, choice.pid, until.kind);
      return;
    case 'instructions':
    case 'visible':
    case 'blocked':
      state.way = choice.way ?? 0;
      startRunning(kernel, choice);
  }
}

function happen(kernel: Kernel, id: Choice['pid'], event: ChosenEvent): void {
  const { state } = kernel;
  const impossible = (): Error => new Error(`no ${event} of ${id} is possible now`);
  switch (event) {
    case 'timeout':
    case 'alarm': {
      const timer =
        event === 'alarm'
          ? removeFirstOfProcess(state, id)
          : (removeTimer(state, id, 'wake') ?? removeTimer(state, id, 'device'));
      if (timer === null) throw impossible();
      state.timeNs = Math.max(state.timeNs, timer.untilNs);
      endTimer(kernel, timer);
      return;
    }
    case 'signal': {
      const thread = threadOf(kernel, id);
      if (!hasDeliverable(kernel, thread)) throw impossible();
      deliverToThread(kernel, thread);
      return;
    }
    case 'acquire': {
      const thread = threadOf(kernel, id);
      if (canWriteOn(kernel, thread)) {
        writeOn(kernel, thread);
        return;
      }
      if (!canAcquire(kernel, thread)) throw impossible();
      acquireChosen(kernel, thread);
    }
  }
}

/** Several threads use or used the memory of the process, or handlers of signals do between any two accesses. */
function isMemoryShared(process: Process): boolean {
  return sharesOwnMemory(process) || hasHandler(process);
}

/** Lets the running thread execute until it traps. */
export function executeRunning(kernel: Kernel, workMax: number): Trap {
  const { state, budgets } = kernel;
  const processor = currentProcessor(state);
  const thread = running(kernel);
  const process = processOf(kernel, thread.process);
  const context = contextOf(kernel, thread.id);
  const { slice } = processor;
  const count = Math.max(
    1,
    Math.min(
      workMax,
      budgets.instructionsMax - state.work,
      slice.kind === 'counted' ? slice.left : Infinity,
      EXECUTE_MAX,
    ),
  );
  const before = context.instructions;
  const trap = execute(context, count, runMode(slice), isMemoryShared(process));
  const executed = context.instructions - before;
  state.step += executed;
  state.work += executed;
  if (slice.kind === 'counted') slice.left -= executed;
  if (slice.kind === 'visible') slice.through = false;
  recordOf(state, thread.id).executed += executed;
  return trap;
}

/** What follows from the trap, for the thread that ran. Signals that it sent to itself are delivered at once. */
export function handleRunningTrap(kernel: Kernel, trap: Trap): void {
  const { state, budgets } = kernel;
  const processor = currentProcessor(state);
  const thread = running(kernel);
  const process = processOf(kernel, thread.process);
  handleTrap(kernel, process, thread, contextOf(kernel, thread.id), trap);
  if (trap.kind === 'system-call') state.way = 0;
  if (state.signaled.includes(thread.id) && state.threads.has(thread.id))
    deliverToThread(kernel, thread);
  if (state.step >= state.memoryCheckStep) checkMemory(kernel, process.pid);
  if (state.work >= budgets.instructionsMax)
    endRun(kernel, {
      kind: 'budget',
      budget: 'instructionsMax',
      limit: budgets.instructionsMax,
      pid: process.pid,
      message: `The program executed more than ${grouped(budgets.instructionsMax)} instructions. Is there a loop that never ends?`,
    });
  endQuantum(kernel, processor, thread);
}

function running(kernel: Kernel): Thread {
  const { running: id } = currentProcessor(kernel.state);
  if (id === null) throw new Error('nobody runs');
  return threadOf(kernel, id);
}
