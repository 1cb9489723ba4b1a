/**
 * Numbers of what no program sees: open file descriptions and shared regions. Where everything is chosen
 * they are told by who made them, so that two processes that open files in either order come to the
 * same state; else they count up.
 */
import { threadOf, type Kernel } from './kernel';
import { currentProcessor } from './scheduling/processors';

/** More than one thread makes. */
const NUMBERS_PER_THREAD = 2 ** 24;

export function numberFor(kernel: Kernel, counter: 'nextDescription' | 'nextRegion'): number {
  const { state, timing } = kernel;
  const { running } = currentProcessor(state);
  if (timing === 'clock' || running === null) return state[counter]++;
  const maker = threadOf(kernel, running);
  return maker.id * NUMBERS_PER_THREAD + maker.numbersGiven++;
}
