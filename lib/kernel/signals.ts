/**
 * Sending signals: pending sets, what is ignored, stop and continue. What a signal does to its process
 * is signal-delivery.ts. Leaves out: real-time signals and queueing (a second pending one is lost, as
 * Linux does below 32).
 */
import { defaultAction, Signal, signalName } from '../abi/signals';
import { note, setState, type Kernel } from './kernel';
import type { Pid } from './pid';
import type { Process, SignalAction } from './process';

const DEFAULT: SignalAction = { kind: 'default' };
const SIGNAL_MAX = 31;

export function isSignal(signal: number): boolean {
  return Number.isInteger(signal) && signal >= 1 && signal <= SIGNAL_MAX;
}

export function bit(signal: number): number {
  return 1 << (signal - 1);
}

const STOP_SIGNALS =
  bit(Signal.SIGSTOP) | bit(Signal.SIGTSTP) | bit(Signal.SIGTTIN) | bit(Signal.SIGTTOU);
/** Can be neither caught, blocked nor ignored. */
export const UNBLOCKABLE = bit(Signal.SIGKILL) | bit(Signal.SIGSTOP);

export function actionOf(process: Process, signal: number): SignalAction {
  return process.signals.actions[signal - 1] ?? DEFAULT;
}

export function ignores(process: Process, signal: number): boolean {
  const action = actionOf(process, signal);
  return (
    action.kind === 'ignore' || (action.kind === 'default' && defaultAction(signal) === 'ignore')
  );
}

/** Makes a signal pending; the machine delivers it before anything else runs. `from` null: the kernel. */
export function send(kernel: Kernel, process: Process, signal: number, from: Pid | null): void {
  const { signals } = process;
  if (process.state === 'zombie') return;
  if (signal === Signal.SIGCONT) {
    signals.pending &= ~STOP_SIGNALS;
    resume(kernel, process, from);
  } else if ((bit(signal) & STOP_SIGNALS) !== 0) signals.pending &= ~bit(Signal.SIGCONT);
  if ((signals.blocked & bit(signal)) === 0 && ignores(process, signal)) {
    noteSignal(kernel, process, signal, from, 'ignore');
    return;
  }
  if (
    signal === Signal.SIGCONT &&
    actionOf(process, signal).kind === 'default' &&
    (signals.blocked & bit(signal)) === 0
  )
    return;
  signals.pending |= bit(signal);
  signals.senders.set(signal, from);
  kernel.state.signaled.push(process.pid);
}

export function noteSignal(
  kernel: Kernel,
  process: Process,
  signal: number,
  from: Pid | null,
  action: 'terminate' | 'core' | 'ignore' | 'stop' | 'continue' | 'handle',
): void {
  const name = signalName.get(signal);
  if (name === undefined) throw new Error(`no signal ${signal}`);
  note(kernel, process.pid, { kind: 'signal', signal: name, from, action });
}

/** SIGCONT goes on with a stopped process even where it is blocked or ignored. */
function resume(kernel: Kernel, process: Process, from: Pid | null): void {
  if (process.stopped === null) return;
  process.stopped = null;
  noteSignal(kernel, process, Signal.SIGCONT, from, 'continue');
  if (process.wait === null) setState(kernel, process, 'ready');
  kernel.state.signaled.push(process.pid);
}
