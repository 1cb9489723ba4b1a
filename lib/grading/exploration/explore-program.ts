/** Exploring as grading and quizzes do it: the machine of a run, and the same budget of steps everywhere. */
import type { ProgramImage } from '../../abi/image';
import { encodeUtf8 } from '../../abi/utf8';
import {
  explainViolation,
  type ExplainedViolation,
  type ExplainOptions,
} from '../../explorer/counterexamples/explain';
import { explore, type ExploreOptions } from '../../explorer/explore';
import { type Fairness, judgeFairness } from '../../explorer/liveness/program-starvation';
import type { ExploredMachine, ExploredProgram } from '../../explorer/machine/explored-program';
import type { Budgets } from '../../kernel/report';
import type { ExplorationResult, FoundViolation } from '../../explorer/result';
import { exploredMachine, exploredProgram } from '../run';
import type { ExplorationBounds } from './check-schemas';

/**
 * Steps and states of one exploration: a verdict is the same on every machine, since time has no say in
 * it. The exercises' own solutions need some thousand. Grading time is limited outside (lib/jobs), and
 * only as a safety net.
 */
const TRANSITIONS_MAX = 200_000;
const STATES_MAX = 100_000;

/** Of the whole graph, every step of every state: what fairness is judged by. */
const FAIRNESS_STATES_MAX = 20_000;

/** Of one execution: who does or prints more goes round for ever, and each turn would be a state of its own. */
const budgets: Partial<Budgets> = { instructionsMax: 10_000_000, outputBytesMax: 2048 };

export interface ExploredInput {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly bounds?: ExplorationBounds;
  /** So many times the common budget: for those who want to know more than a verdict says. */
  readonly effort?: number;
}

export function exploreProgram(
  image: ProgramImage,
  input: ExploredInput,
  options: Partial<Omit<ExploreOptions, 'program' | 'machine' | 'bounds'>> = {},
): ExplorationResult {
  const { bounds = {}, effort = 1 } = input;
  return explore({
    ...options,
    program: programOf(image, input),
    machine: machine(),
    bounds: {
      transitions: TRANSITIONS_MAX * effort,
      states: STATES_MAX * effort,
      ...(bounds.preemptions === undefined ? {} : { preemptions: bounds.preemptions }),
      ...(bounds.depth === undefined ? {} : { depth: bounds.depth }),
    },
  });
}

export function judgeFairnessOf(image: ProgramImage, input: ExploredInput): Fairness {
  return judgeFairness(programOf(image, input), machine(), FAIRNESS_STATES_MAX);
}

/** The same violation by the simplest schedule that can be found, with its story. */
export function explainProgram(
  image: ProgramImage,
  input: ExploredInput,
  violation: FoundViolation,
  options: Omit<ExplainOptions, 'program' | 'machine' | 'timing'>,
): ExplainedViolation {
  return explainViolation(violation, {
    ...options,
    program: programOf(image, input),
    machine: machine(),
    timing: 'any',
  });
}

/** What is explored, and on what machine. */
export function exploredBy(
  image: ProgramImage,
  input: ExploredInput,
): { readonly program: ExploredProgram; readonly machine: ExploredMachine } {
  return { program: programOf(image, input), machine: machine() };
}

function programOf(image: ProgramImage, { args, stdin }: ExploredInput): ExploredProgram {
  return exploredProgram(image, args, encodeUtf8(stdin));
}

function machine(): ExploredMachine {
  return exploredMachine(budgets);
}
