/**
 * The machine's main loop: choose who runs, let the processor execute until it traps, handle the trap,
 * pass the time. What happens here depends on nothing but the state and the scheduler's choices, never
 * on how a host cuts a run into slices.
 */
import { execute, RunMode } from '../vm/processor';
import { Signal } from '../abi/signals';
import { dispatch, preempt } from './dispatcher';
import type { WaitReason } from './events';
import {
  complete,
  contextOf,
  endRun,
  processOf,
  threadOf,
  waitReason,
  type Kernel,
} from './kernel';
import { checkMemory } from './memory-budget';
import { cpuTimeLeft, passCpuTime } from './interval-timers';
import type { Timer } from './kernel-state';
import type { Pid } from './pid';
import type { Process } from './process';
import type { Thread } from './thread';
import { endPolling } from './readiness';
import type { Scheduler } from './scheduler';
import { deliverSignals } from './signal-delivery';
import { send } from './signals';
import { waitsForInput } from './terminal';
import { timeoutResult } from './timeouts';
import { handleTrap } from './traps';
import { addTimer, INSTRUCTION_NS, nextTimerNs } from './virtual-time';
import { leaveQueues } from './wait-queues';

/** finished: there is an outcome. paused: `instructionsMax` is used up. */
export type RunState = 'finished' | 'waiting-for-input' | 'paused';

export function runLoop(kernel: Kernel, scheduler: Scheduler, instructionsMax: number): RunState {
  const workEnd = kernel.state.work + instructionsMax;
  for (;;) {
    const { state } = kernel;
    deliverSignals(kernel);
    wakeSleepers(kernel);
    if (state.outcome !== null) return 'finished';
    if (state.signaled.length > 0) continue;
    const running = state.running === null ? null : threadOf(kernel, state.running);
    if (running === null) {
      if (state.ready.length === 0) {
        if (passIdleTime(kernel)) continue;
        return 'waiting-for-input';
      }
      dispatch(kernel, scheduler);
      continue;
    }
    if (state.work >= workEnd) return 'paused';
    runSlice(kernel, running, workEnd - state.work);
  }
}

function runSlice(kernel: Kernel, thread: Thread, workMax: number): void {
  const { state, budgets } = kernel;
  const context = contextOf(kernel, thread.id);
  const process = processOf(kernel, thread.process);
  const { slice } = state;
  const untilTimer = Math.ceil((nextTimerNs(state) - state.timeNs) / INSTRUCTION_NS);
  const count = Math.max(
    1,
    Math.min(
      workMax,
      budgets.instructionsMax - state.work,
      untilTimer,
      Math.ceil(cpuTimeLeft(process) / INSTRUCTION_NS),
      slice.kind === 'counted' ? slice.left : Infinity,
      EXECUTE_MAX,
    ),
  );
  const before = context.instructions;
  const reservedBefore = context.memory.reservedBytes;
  const trap = execute(context, count, runMode(kernel));
  const executed = context.instructions - before;
  state.step += executed;
  state.work += executed;
  state.timeNs += executed * INSTRUCTION_NS;
  if (slice.kind === 'counted') slice.left -= executed;
  if (slice.kind === 'visible') slice.through = false;
  const systemBefore = process.usage.systemNs;
  handleTrap(kernel, process, thread, context, trap);
  passCpuTime(kernel, process, executed * INSTRUCTION_NS, process.usage.systemNs - systemBefore);
  if (context.memory.reservedBytes !== reservedBefore || state.step >= state.memoryCheckStep)
    checkMemory(kernel, process.pid);
  if (state.work >= budgets.instructionsMax)
    endRun(kernel, {
      kind: 'budget',
      budget: 'instructionsMax',
      limit: budgets.instructionsMax,
      pid: process.pid,
      message: `The program executed more than ${budgets.instructionsMax} instructions. Is there a loop that never ends?`,
    });
  if (state.running === null) {
    if (trap.kind !== 'visible') state.freedBy = freedBy(thread);
  } else if (slice.kind === 'counted' && slice.left <= 0) preempt(kernel, thread, 'quantum');
}

/** execute counts in 32-bit integers. */
const EXECUTE_MAX = 1_000_000_000;

function runMode(kernel: Kernel): RunMode {
  const { slice } = kernel.state;
  if (slice.kind !== 'visible') return RunMode.free;
  return slice.through ? RunMode.throughVisible : RunMode.untilVisible;
}

function freedBy(thread: Thread): 'blocked' | 'ended' | 'yield' {
  if (thread.state === 'waiting') return 'blocked';
  return thread.state === 'ready' ? 'yield' : 'ended';
}

/** Everybody whose time has come: sleepers go on, alarms ring. */
function wakeSleepers(kernel: Kernel): void {
  const { state } = kernel;
  while (nextTimerNs(state) <= state.timeNs) {
    const timer = state.timers.shift();
    if (timer === undefined) return;
    if (timer.kind === 'wake') {
      const thread = threadOf(kernel, timer.pid);
      if (thread.wait?.kind === 'poll') {
        endPolling(kernel, thread, thread.wait);
        continue;
      }
      const result = timeoutResult(thread.wait);
      leaveQueues(kernel, thread);
      complete(kernel, thread, result);
    } else ring(kernel, processOf(kernel, timer.pid), timer);
  }
}

function ring(kernel: Kernel, process: Process, timer: Timer): void {
  const { state } = kernel;
  if (timer.intervalNs > 0) {
    const missed = Math.floor((state.timeNs - timer.untilNs) / timer.intervalNs);
    addTimer(state, { ...timer, untilNs: timer.untilNs + (missed + 1) * timer.intervalNs });
  }
  send(kernel, process, Signal.SIGALRM, null);
}

/**
 * Nobody is ready: time jumps to the next timer, or the run is over (all ended, or a deadlock). False:
 * only input from outside can make somebody go on.
 */
function passIdleTime(kernel: Kernel): boolean {
  const { state } = kernel;
  const untilNs = nextTimerNs(state);
  if (untilNs < Infinity) {
    state.timeNs = Math.max(state.timeNs, untilNs);
    state.freedBy = 'wake';
    return true;
  }
  if (waitsForInput(kernel)) return false;
  const waiting: { readonly pid: Pid; readonly process: Pid; readonly reason: WaitReason }[] = [];
  for (const thread of state.threads.values())
    if (thread.state === 'waiting')
      waiting.push({ pid: thread.id, process: thread.process, reason: waitReason(thread) });
  endRun(kernel, waiting.length === 0 ? { kind: 'finished' } : { kind: 'deadlock', waiting });
  return true;
}
