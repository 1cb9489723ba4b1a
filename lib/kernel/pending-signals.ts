/** The signals that wait to be delivered to a process: each standard one once, real-time ones queued. */
import { SIGNAL_MAX } from '../abi/signals';
import type { PendingSignal, Process } from './process';
import { bit, has, type SignalSet } from './signal-set';

/** The set of what is pending. */
export function pendingSet(process: Process): SignalSet {
  return process.signals.pending.reduce((set, { signal }) => set | bit(signal), 0n);
}

/** Forgets what is pending of some signals. */
export function discardPending(process: Process, set: SignalSet): void {
  const { signals } = process;
  if (signals.pending.length === 0) return;
  signals.pending = signals.pending.filter(({ signal }) => !has(set, signal));
}

/** Takes the oldest pending one of a signal. */
export function takePending(process: Process, signal: number): PendingSignal {
  const { pending } = process.signals;
  const at = pending.findIndex((candidate) => candidate.signal === signal);
  const found = pending[at];
  if (found === undefined) throw new Error(`signal ${signal} is not pending`);
  process.signals.pending = pending.filter((_, k) => k !== at);
  return found;
}

/** The lowest pending signal of a set, or null. */
export function lowestPending(process: Process, set: SignalSet): number | null {
  const candidates = pendingSet(process) & set;
  if (candidates === 0n) return null;
  for (let signal = 1; signal <= SIGNAL_MAX; signal++) if (has(candidates, signal)) return signal;
  return null;
}
