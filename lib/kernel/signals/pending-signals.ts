/**
 * The signals that wait to be delivered, to a process or to one of its threads: each standard one once,
 * real-time ones queued.
 */
import { SIGNAL_MAX } from '../../abi/signals';
import { bit, has, type SignalSet } from './signal-set';
import type { SignalInfo } from './signal-info';

export interface PendingSignal {
  readonly signal: number;
  readonly info: SignalInfo;
}

/** Where signals wait: a process's, for any of its threads, or a thread's own. */
export interface SignalQueue {
  /** In order of arrival. Replaced, not changed. */
  pending: readonly PendingSignal[];
}

/** The set of what is pending in some queues. */
export function pendingSet(...queues: readonly SignalQueue[]): SignalSet {
  let set = 0n;
  for (const { pending } of queues) for (const { signal } of pending) set |= bit(signal);
  return set;
}

/** Forgets what is pending of some signals. */
export function discardPending(queue: SignalQueue, set: SignalSet): void {
  if (queue.pending.length === 0) return;
  queue.pending = queue.pending.filter(({ signal }) => !has(set, signal));
}

/** Takes the oldest pending one of a signal, from the first queue that has it. */
export function takePending(signal: number, ...queues: readonly SignalQueue[]): PendingSignal {
  for (const queue of queues) {
    const at = queue.pending.findIndex((candidate) => candidate.signal === signal);
    const found = queue.pending[at];
    if (found === undefined) continue;
    queue.pending = queue.pending.filter((_, k) => k !== at);
    return found;
  }
  throw new Error(`signal ${signal} is not pending`);
}

/** The lowest pending signal of a set, or null. */
export function lowestPending(set: SignalSet, ...queues: readonly SignalQueue[]): number | null {
  const candidates = pendingSet(...queues) & set;
  if (candidates === 0n) return null;
  for (let signal = 1; signal <= SIGNAL_MAX; signal++) if (has(candidates, signal)) return signal;
  return null;
}
