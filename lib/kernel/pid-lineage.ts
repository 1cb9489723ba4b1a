/**
 * Numbers of processes and threads by descent: the n-th that a thread makes always has the same number,
 * in whatever order others make theirs. So what happens in one process does not depend on when another
 * forks, and a search need not tell these orders apart. A program that relies on which of two processes
 * has the greater number is not explored in that respect.
 */
import { FIRST_PID } from './pid';

const CHILDREN_MAX = 99;
const SECOND_GENERATION = 1_000;
const GENERATION_FACTOR = 100;
/** More generations or children than have a place are numbered in order from here on. */
export const PAST_LINEAGE = 2_000_000;

/** The number of the n-th that `maker` makes, from 1; null: it has no place of its own. */
export function descendant(maker: number, n: number): number | null {
  if (n > CHILDREN_MAX) return null;
  if (maker === FIRST_PID) return FIRST_PID + n;
  if (maker <= FIRST_PID + CHILDREN_MAX)
    return SECOND_GENERATION + (maker - FIRST_PID) * GENERATION_FACTOR + n;
  const thirdMax = SECOND_GENERATION + (CHILDREN_MAX + 1) * GENERATION_FACTOR;
  return maker < thirdMax ? maker * GENERATION_FACTOR + n : null;
}
