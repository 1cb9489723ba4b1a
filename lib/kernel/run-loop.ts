/**
 * The machine's main loop: choose who runs, let the processor execute until it traps, handle the trap,
 * pass the time. What happens here depends on nothing but the state and the scheduler's choices, never
 * on how a host cuts a run into slices.
 */
import { grouped } from './budgets';
import { execute, RunMode } from '../vm/processor';
import { dispatch, preempt } from './scheduling/dispatcher';
import type { WaitReason } from './events';
import { contextOf, endRun, processOf, threadOf, waitReason, type Kernel } from './kernel';
import { needsNoKernel, semaphoresAreDirect } from './ipc/posix-semaphores';
import { checkMemory } from './memory/memory-budget';
import { cpuTimeLeft, passCpuTime } from './time/interval-timers';
import { admitOne } from './scheduling/job-queue';
import type { KernelState } from './kernel-state';
import { readyFor, selectProcessor, someProcessorIsIdle } from './scheduling/processors';
import type { Processor, Slice } from './scheduling/processor-state';
import { passRunningTime, recordOf, type SchedulingRecord } from './scheduling/scheduling-record';
import type { Pid } from './pid';
import { checkCpuLimit, cpuLimitLeft } from './processes/cpu-limit';
import { withTime } from './processes/process-usage';
import type { Thread } from './threads/thread';
import type { Scheduler } from './scheduling/scheduler';
import { deliverSignals } from './signals/signal-delivery';
import { waitsForInput } from './terminal/terminal';
import { endTimer } from './time/end-timer';
import { handleTrap } from './traps';
import { nextTimerNs } from './time/timers';

/**
 * finished: there is an outcome. paused: `instructionsMax` is used up. sleeping: nobody can go on before
 * the next timer, which rings only after the time that the host has let pass.
 */
export type RunState = 'finished' | 'waiting-for-input' | 'sleeping' | 'paused';

/** `idleUntilNs`: while nobody is ready, time passes so far and no further. */
export function runLoop(
  kernel: Kernel,
  scheduler: Scheduler,
  instructionsMax: number,
  idleUntilNs = Infinity,
): RunState {
  const workEnd = kernel.state.work + instructionsMax;
  for (;;) {
    const { state } = kernel;
    deliverSignals(kernel);
    const processor = selectProcessor(state);
    wakeSleepers(kernel);
    if (state.outcome !== null) return 'finished';
    if (state.signaled.length > 0) continue;
    if (processor === null) {
      const passed = state.ready.length > 0 ? 'passed' : passIdleTime(kernel, idleUntilNs);
      if (passed === 'passed') continue;
      return passed;
    }
    if (processor.running === null) {
      dispatch(kernel, scheduler);
      continue;
    }
    const running = threadOf(kernel, processor.running);
    if (isPreempted(state, processor)) {
      preempt(kernel, running, 'wake');
      continue;
    }
    if (state.work >= workEnd) return 'paused';
    runSlice(kernel, processor, running, workEnd - state.work);
    processor.timeNs = state.timeNs;
  }
}

/** Somebody has become ready whom only this processor could take, and its choice allows for that. */
function isPreempted(state: KernelState, processor: Processor): boolean {
  const { slice, arrival } = processor;
  return (
    arrival &&
    slice.preemptible &&
    !someProcessorIsIdle(state) &&
    readyFor(state, processor).length > 0
  );
}

function runSlice(kernel: Kernel, processor: Processor, thread: Thread, workMax: number): void {
  const { state, budgets, costs } = kernel;
  const context = contextOf(kernel, thread.id);
  const process = processOf(kernel, thread.process);
  const record = recordOf(state, thread.id);
  const { slice } = processor;
  const untilNs = Math.min(
    nextTimerNs(state) - state.timeNs,
    cpuTimeLeft(process),
    cpuLimitLeft(kernel, process),
    state.turnEndNs - state.timeNs,
  );
  const count = Math.max(
    1,
    Math.min(
      workMax,
      budgets.instructionsMax - state.work,
      Math.ceil(untilNs / costs.instructionNs),
      slice.kind === 'counted' ? slice.left : Infinity,
      EXECUTE_MAX,
    ),
  );
  if (record.spendNs > 0) {
    spend(kernel, processor, thread, record, count);
    return;
  }
  const before = context.instructions;
  const reservedBefore = context.memory.reservedBytes;
  const trap = execute(
    context,
    count,
    runMode(slice),
    process.threads.length > 1,
    semaphoresAreDirect(kernel, thread),
  );
  const executed = context.instructions - before;
  state.step += executed;
  state.work += executed;
  state.timeNs += executed * costs.instructionNs;
  if (slice.kind === 'counted') slice.left -= executed;
  if (slice.kind === 'visible') slice.through = false;
  processor.busyNs += executed * costs.instructionNs;
  passRunningTime(record, executed, executed * costs.instructionNs);
  const systemBefore = process.usage.systemNs;
  if (trap.kind === 'system-call' && !needsNoKernel(kernel, process, context, trap.number))
    passRunningTime(record, 0, costs.systemCallNs);
  handleTrap(kernel, process, thread, context, trap);
  passCpuTime(
    kernel,
    process,
    executed * costs.instructionNs,
    process.usage.systemNs - systemBefore,
  );
  checkCpuLimit(kernel, process);
  if (context.memory.reservedBytes !== reservedBefore || state.step >= state.memoryCheckStep)
    checkMemory(kernel, process.pid);
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

/** An announced burst passes: time, and nothing else. */
function spend(
  kernel: Kernel,
  processor: Processor,
  thread: Thread,
  record: SchedulingRecord,
  countMax: number,
): void {
  const { state, costs } = kernel;
  const process = processOf(kernel, thread.process);
  const count = Math.min(countMax, Math.ceil(record.spendNs / costs.instructionNs));
  const timeNs = Math.min(record.spendNs, count * costs.instructionNs);
  record.spendNs -= timeNs;
  state.timeNs += timeNs;
  state.work += SPEND_WORK;
  processor.busyNs += timeNs;
  passRunningTime(record, count, timeNs);
  process.usage = withTime(process.usage, timeNs, 0);
  passCpuTime(kernel, process, timeNs, 0);
  checkCpuLimit(kernel, process);
  const { slice } = processor;
  if (slice.kind === 'counted') slice.left -= count;
  endQuantum(kernel, processor, thread);
}

/** What a part of an announced burst costs the host, in instructions. */
const SPEND_WORK = 20;

export function endQuantum(kernel: Kernel, processor: Processor, thread: Thread): void {
  const { slice } = processor;
  if (processor.running === thread.id && slice.kind === 'counted' && slice.left <= 0)
    preempt(kernel, thread, 'quantum');
}

/** execute counts in 32-bit integers. */
export const EXECUTE_MAX = 1_000_000_000;

export function runMode(slice: Slice): RunMode {
  if (slice.kind !== 'visible') return RunMode.free;
  return slice.through ? RunMode.throughVisible : RunMode.untilVisible;
}

/** Everybody whose time has come: sleepers go on, alarms ring. */
function wakeSleepers(kernel: Kernel): void {
  const { state } = kernel;
  while (nextTimerNs(state) <= state.timeNs) {
    const timer = state.timers.shift();
    if (timer === undefined) return;
    endTimer(kernel, timer);
  }
}

/**
 * Nobody is ready: time jumps to the next timer, if it rings by `limitNs`, or the run is over (all ended,
 * or a deadlock). waiting-for-input: only input from outside, or more time, can make somebody go on.
 */
function passIdleTime(
  kernel: Kernel,
  limitNs: number,
): 'passed' | 'sleeping' | 'waiting-for-input' {
  const { state } = kernel;
  const nextNs = nextTimerNs(state);
  if (nextNs < Infinity && nextNs <= limitNs) {
    state.timeNs = Math.max(state.timeNs, nextNs);
    for (const processor of state.processors) processor.freedBy = 'wake';
    return 'passed';
  }
  if (admitOne(kernel)) return 'passed';
  const waits = waitsForInput(kernel);
  if (nextNs === Infinity && !waits) {
    endStuckRun(kernel);
    return 'passed';
  }
  if (limitNs < Infinity) state.timeNs = Math.max(state.timeNs, limitNs);
  return waits ? 'waiting-for-input' : 'sleeping';
}

/** Nobody will ever run again: all have ended, or those that are left wait for each other. */
export function endStuckRun(kernel: Kernel): void {
  const waiting: { readonly pid: Pid; readonly process: Pid; readonly reason: WaitReason }[] = [];
  for (const thread of kernel.state.threads.values())
    if (thread.state === 'waiting')
      waiting.push({ pid: thread.id, process: thread.process, reason: waitReason(kernel, thread) });
  endRun(kernel, waiting.length === 0 ? { kind: 'finished' } : { kind: 'deadlock', waiting });
}
