/**
 * Sending signals: what becomes pending, what is ignored, stop and continue. What a signal does to its
 * process is signal-delivery.ts. A second standard signal is lost while the first is pending; real-time
 * ones (from 32) queue with their information, in order, as signal(7) tells.
 */
import { Errno } from '../../abi/errno';
import { defaultAction, REAL_TIME_MIN, Signal, signalName, SIGNAL_MAX } from '../../abi/signals';
import type { SignalName } from '../../abi/signals';
import { makeReady, note, threadsOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import { discardPending, type SignalQueue } from './pending-signals';
import type { Process, SignalAction } from '../processes/process';
import { senderOf, sentBy, SignalCode, type SignalInfo } from './signal-info';
import { bit, has, type SignalSet } from './signal-set';
import type { Thread } from '../threads/thread';
import { goOnAfterStop } from './repeated-call';
import { cpuTicksOf } from '../processes/resource-usage';
import { settlePollers } from '../readiness/pollers';
import { SigactionFlag } from './signal-flags';
import { tellParent } from '../processes/wait';

const DEFAULT: SignalAction = { kind: 'default', flags: 0, mask: 0n, restorer: 0 };
/** Signals queued to one process (RLIMIT_SIGPENDING). */
const QUEUED_MAX = 1024;

export function isSignal(signal: number): boolean {
  return Number.isInteger(signal) && signal >= 1 && signal <= SIGNAL_MAX;
}

const STOP_SIGNALS =
  bit(Signal.SIGSTOP) | bit(Signal.SIGTSTP) | bit(Signal.SIGTTIN) | bit(Signal.SIGTTOU);

export function actionOf(process: Process, signal: number): SignalAction {
  return process.signals.actions[signal - 1] ?? DEFAULT;
}

/** Some signal has a handler. */
export function hasHandler({ signals }: Process): boolean {
  for (const { kind } of signals.actions) if (kind === 'handle') return true;
  return false;
}

export function nameOf(signal: number): SignalName {
  const name = signalName.get(signal);
  if (name === undefined) throw new Error(`no signal ${signal}`);
  return name;
}

export function ignores(process: Process, signal: number): boolean {
  const action = actionOf(process, signal);
  return (
    action.kind === 'ignore' || (action.kind === 'default' && defaultAction(signal) === 'ignore')
  );
}

/** A handler would run if the signal came now. */
export function catches(process: Process, thread: Thread, signal: number): boolean {
  return actionOf(process, signal).kind === 'handle' && !has(thread.signals.blocked, signal);
}

/** As kill(2) sends it; `from` null: the kernel. */
export function send(kernel: Kernel, process: Process, signal: number, from: Pid | null): void {
  sendInfo(kernel, process, signal, sentBy(from));
}

/**
 * Makes a signal pending for a process; a thread that doesn't block it takes it before anything else
 * runs, the first thread if it can. 0, or -EAGAIN: the queue of real-time signals is full.
 */
export function sendInfo(
  kernel: Kernel,
  process: Process,
  signal: number,
  info: SignalInfo,
): number {
  if (process.state === 'zombie') return 0;
  const threads = threadsOf(kernel, process).filter(({ wait }) => wait?.kind !== 'other-threads');
  const blocked = threads.every((thread) => has(thread.signals.blocked, signal));
  return enqueue(kernel, process, process.signals, blocked, threads, signal, info);
}

/** Makes a signal pending for one thread: pthread_kill, and errors that the thread makes itself. */
export function sendToThread(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  signal: number,
  info: SignalInfo,
): number {
  const blocked = has(thread.signals.blocked, signal);
  return enqueue(kernel, process, thread.signals, blocked, [thread], signal, info);
}

function enqueue(
  kernel: Kernel,
  process: Process,
  queue: SignalQueue,
  blocked: boolean,
  takers: readonly Thread[],
  signal: number,
  info: SignalInfo,
): number {
  if (signal === Signal.SIGCONT) {
    discardEverywhere(kernel, process, STOP_SIGNALS);
    resume(kernel, process, senderOf(info));
    if (!blocked && actionOf(process, signal).kind !== 'handle') return 0;
  } else if (has(STOP_SIGNALS, signal)) discardEverywhere(kernel, process, bit(Signal.SIGCONT));
  if (!blocked && ignores(process, signal)) {
    noteSignal(kernel, process, signal, senderOf(info), 'ignore');
    return 0;
  }
  const waits = queue.pending.some((other) => other.signal === signal);
  if (waits && signal < REAL_TIME_MIN && info.kind !== 'timer') return 0;
  if (queue.pending.length >= QUEUED_MAX) return -Errno.EAGAIN;
  queue.pending = [...queue.pending, { signal, info }];
  for (const { id } of takers) kernel.state.signaled.push(id);
  settlePollers(kernel);
  return 0;
}

/** From the process's queue and from those of its threads. */
export function discardEverywhere(kernel: Kernel, process: Process, set: SignalSet): void {
  discardPending(process.signals, set);
  for (const { signals } of threadsOf(kernel, process)) discardPending(signals, set);
}

export function sendToGroup(kernel: Kernel, group: number, signal: number, from: Pid | null): void {
  for (const process of [...kernel.state.processes.values()])
    if (process.group === group) send(kernel, process, signal, from);
}

export function noteSignal(
  kernel: Kernel,
  process: Process,
  signal: number,
  from: Pid | null,
  action: 'terminate' | 'core' | 'ignore' | 'stop' | 'continue' | 'handle',
): void {
  note(kernel, process.pid, { kind: 'signal', signal: nameOf(signal), from, action });
}

/** SIGCONT goes on with a stopped process even where it is blocked or ignored. */
function resume(kernel: Kernel, process: Process, from: Pid | null): void {
  if (process.stopped === null) return;
  process.stopped = null;
  process.continued = true;
  noteSignal(kernel, process, Signal.SIGCONT, from, 'continue');
  for (const thread of threadsOf(kernel, process)) {
    goOnAfterStop(kernel, thread);
    if (thread.wait === null) makeReady(kernel, thread);
    kernel.state.signaled.push(thread.id);
  }
  tellParent(kernel, process);
  sendChildSignal(kernel, process, SignalCode.CLD_CONTINUED, Signal.SIGCONT);
}

/** SIGCHLD for a child that stopped or goes on, where the parent wants to know of such. */
export function sendChildSignal(
  kernel: Kernel,
  child: Process,
  code: number,
  status: number,
): void {
  const parent = kernel.state.processes.get(child.parent);
  if (parent === undefined) return;
  const ofStops = code === SignalCode.CLD_STOPPED || code === SignalCode.CLD_CONTINUED;
  if (ofStops && (actionOf(parent, Signal.SIGCHLD).flags & SigactionFlag.SA_NOCLDSTOP) !== 0)
    return;
  const ticks = cpuTicksOf(kernel, child);
  sendInfo(kernel, parent, Signal.SIGCHLD, {
    kind: 'child',
    code,
    from: child.pid,
    status,
    userTicks: ticks.user,
    systemTicks: ticks.system,
  });
}
