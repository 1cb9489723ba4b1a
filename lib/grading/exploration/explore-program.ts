/** Exploring as grading and quizzes do it: the machine of a run, and the same budget of steps everywhere. */
import type { ProgramImage } from '../../abi/image';
import { encodeUtf8 } from '../../abi/utf8';
import { explore, type ExploreOptions } from '../../explorer/explore';
import type { ExplorationResult } from '../../explorer/result';
import { exploredMachine, exploredProgram } from '../run';
import type { ExplorationBounds } from './check-schemas';

/**
 * Steps and states of one exploration: a verdict is the same on every machine, since time has no say in
 * it. The exercises' own solutions need some thousand. Grading time is limited outside (lib/jobs), and
 * only as a safety net.
 */
const TRANSITIONS_MAX = 200_000;
const STATES_MAX = 100_000;

export interface ExploredInput {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly bounds?: ExplorationBounds;
  /** So many times the common budget: for those who want to know more than a verdict says. */
  readonly effort?: number;
}

export function exploreProgram(
  image: ProgramImage,
  { args, stdin, bounds = {}, effort = 1 }: ExploredInput,
  options: Partial<Omit<ExploreOptions, 'program' | 'machine' | 'bounds'>> = {},
): ExplorationResult {
  return explore({
    ...options,
    program: exploredProgram(image, args, encodeUtf8(stdin)),
    machine: exploredMachine(),
    bounds: {
      transitions: TRANSITIONS_MAX * effort,
      states: STATES_MAX * effort,
      ...(bounds.preemptions === undefined ? {} : { preemptions: bounds.preemptions }),
      ...(bounds.depth === undefined ? {} : { depth: bounds.depth }),
    },
  });
}
