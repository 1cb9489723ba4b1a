/**
 * When the timer of a timerfd rings next. It is in the machine's list of timers until its first
 * expiration only, and again once that has been read, as on Linux: so one that nobody reads keeps
 * nobody awake.
 */
import type { Kernel } from '../kernel';
import { addTimer, removeDescriptorTimer } from '../time/timers';
import { expirations, type TimerObject } from './event-object';

export function schedule({ state }: Kernel, inode: number, { nextNs, setBy }: TimerObject): void {
  removeDescriptorTimer(state, inode);
  if (nextNs !== null && nextNs > state.timeNs)
    addTimer(state, { kind: 'descriptor', untilNs: nextNs, pid: setBy, inode });
}

/** How often it has rung; from now on it counts anew. */
export function takeExpirations(kernel: Kernel, inode: number, object: TimerObject): number {
  const count = expirations(object, kernel.state.timeNs);
  if (count === 0 || object.nextNs === null) return 0;
  object.nextNs = object.intervalNs === 0 ? null : object.nextNs + count * object.intervalNs;
  schedule(kernel, inode, object);
  return count;
}
