/**
 * What a student can ask of a program before handing it in: a run that checks explore, with those of the
 * exercise's checks that the student may know, and what no program should do besides. Judged as grading
 * judges it, by the same budget of steps, so that what is found here is what a verdict will say.
 */
import type { ProgramImage } from '../../abi/image';
import type { Progress } from '../../explorer/explore';
import {
  DEFAULT_KINDS,
  type ExplorationResult,
  type FoundViolation,
  type Verdict,
} from '../../explorer/result';
import { defaultRun } from '../default-run';
import type { Check, RunSpec } from '../exercise';
import { explorationResult, type Gradable } from '../grade';
import type { CheckResult } from '../verdict';
import { explainProgram } from './explore-program';
import { isExplorationCheck } from './exploration-check';
import { exploreRun, refutes } from './explore-run';

/** One run's exploration: every output, each check, and what goes wrong besides. */
export interface RunExploration {
  readonly run: string;
  readonly args: readonly string[];
  readonly stdin: string;
  /** Over the checks and what goes wrong besides. */
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  /** What no check asks about. */
  readonly others: readonly ToldViolation[];
  readonly result: ExplorationResult;
}

/** By its cheapest counterexample, in the program's lines. */
export interface ToldViolation extends FoundViolation {
  readonly story: readonly string[];
}

export interface ExploringOptions {
  readonly effort?: number;
  readonly keepGoing?: (progress: Progress) => boolean;
}

/** Names of the runs that checks explore; the usual run where there are none. */
export function runsToExplore(checks: readonly Check[]): readonly string[] {
  const names = new Set(checks.filter(isExplorationCheck).map(({ run }) => run));
  return names.size === 0 ? ['default'] : [...names];
}

export function exploreExercise(
  image: ProgramImage,
  run: string,
  { checks, runs }: Gradable,
  options: ExploringOptions = {},
): RunExploration {
  const spec = runs[run] ?? defaultRun;
  const asked = checks.filter(isExplorationCheck).filter((check) => check.run === run);
  const explored = exploreRun(image, spec, asked, {
    kinds: DEFAULT_KINDS,
    outputs: true,
    ...options,
  });
  const { result } = explored;
  const judged = asked.map((check) => explorationResult(image, check, explored));
  const others = result.violations
    .filter((violation) => !asked.some((check) => refutes(violation, check)))
    .map((violation) => told(violation, image, spec));
  const isRefuted = others.length > 0 || judged.some(({ status }) => status === 'failed');
  return {
    run,
    args: spec.args,
    stdin: spec.stdin,
    verdict: isRefuted ? 'refuted' : result.complete ? 'proved' : 'no-violation-within-bounds',
    checks: judged,
    others,
    result,
  };
}

function told(found: FoundViolation, image: ProgramImage, spec: RunSpec): ToldViolation {
  const { story, ...violation } = explainProgram(image, spec, found, { properties: [] });
  return { ...violation, story: story.sentences };
}
