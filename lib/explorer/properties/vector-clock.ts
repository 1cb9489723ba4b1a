/**
 * Vector clocks (Fidge 1988, Mattern 1989): of each thread, how many of its steps happened before. Not
 * changed once made, so that copies of a state share them.
 */
import type { ThreadId } from '../system';

export type VectorClock = ReadonlyMap<ThreadId, number>;

export const startOfTime: VectorClock = new Map();

export function ticked(clock: VectorClock, thread: ThreadId): VectorClock {
  const next = new Map(clock);
  next.set(thread, (clock.get(thread) ?? 0) + 1);
  return next;
}

export function joined(a: VectorClock, b: VectorClock): VectorClock {
  if (a === b || includes(a, b)) return a;
  const both = new Map(a);
  for (const [thread, time] of b) if (time > (both.get(thread) ?? 0)) both.set(thread, time);
  return both;
}

/** Whether all that is in `b` is in `a`. */
function includes(a: VectorClock, b: VectorClock): boolean {
  for (const [thread, time] of b) if (time > (a.get(thread) ?? 0)) return false;
  return true;
}
