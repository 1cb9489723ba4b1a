/** Sleep sets: steps of the present state that need not be taken, since what they lead to is explored elsewhere. */
import type { Footprint, Move } from '../system';

/** A move in one number: the thread, and the way. */
export type MoveNumber = number;

const WAYS_MAX = 1024;

export function moveNumber(thread: number, way: number): MoveNumber {
  if (way >= WAYS_MAX) throw new Error(`a step in more than ${WAYS_MAX} ways`);
  return thread * WAYS_MAX + way;
}

export function moveOf(number: MoveNumber): Move {
  return { thread: Math.floor(number / WAYS_MAX), way: number % WAYS_MAX };
}

export function threadOf(number: MoveNumber): number {
  return Math.floor(number / WAYS_MAX);
}

/** Whether neither touches what the other changes. */
export function areIndependent(a: Footprint, b: Footprint): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const [object, use] of small) {
    const other = large.get(object);
    if (other !== undefined && (use === 'write' || other === 'write')) return false;
  }
  return true;
}

/** Sets are small: plain arrays. */
export function intersection(
  a: readonly MoveNumber[],
  b: readonly MoveNumber[],
): readonly MoveNumber[] {
  if (a.length === 0) return a;
  return a.filter((each) => b.includes(each));
}

export function difference(
  a: readonly MoveNumber[],
  b: readonly MoveNumber[],
): readonly MoveNumber[] {
  if (a.length === 0 || b.length === 0) return a;
  return a.filter((each) => !b.includes(each));
}
