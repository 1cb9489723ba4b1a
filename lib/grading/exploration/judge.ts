/**
 * Judges a check by what exploring a run came to. Three things are told apart: it holds in all
 * interleavings (proved), it is violated in one (refuted, with the schedule), or it was not violated in
 * as much as the bounds allowed; then the student isn't charged, and the explanation says so.
 */
import { assertNever } from '../../abi/assert-never';
import { withFairness } from '../../explorer/liveness/program-starvation';
import type { ExplorationResult, FoundViolation } from '../../explorer/result';
import type { CheckFailure } from '../checks/check';
import { failed } from '../checks/check';
import type { ExplorationCheck } from './exploration-check';
import type { ExploredRun } from './explore-run';
import { refutes } from './explore-run';
import { judgeOutputs } from './possible-and-impossible';
import { violationText } from './violation-text';

export type ExplorationOutcome =
  | {
      readonly kind: 'passed';
      readonly claim: 'proved' | 'within-bounds';
      readonly explanation: string;
    }
  | {
      readonly kind: 'failed';
      readonly failure: CheckFailure;
      /** In which execution; null: what should be possible happens in none. */
      readonly violation: FoundViolation | null;
    };

export function judgeExploration(
  check: ExplorationCheck,
  { result, fairness, reached }: ExploredRun,
): ExplorationOutcome {
  if (check.kind === 'outputs') {
    const failure = judgeOutputs(check, result);
    return failure === null ? passedWithin(result) : { kind: 'failed', ...failure };
  }
  const violation = result.violations.find((each) => refutes(each, check));
  if (violation !== undefined) return refuted(violation);
  switch (check.kind) {
    case 'no-deadlock':
      return passedWithin(result);
    case 'explore':
    case 'no-race':
    case 'no-busy-wait':
      return isStuckInALoop(result) ? notJudged() : passedWithin(result);
    case 'fair':
      if (fairness?.kind === 'starvation') return refuted(fairness.violation);
      return passedWithin(fairness === null ? result : withFairness(result, fairness));
    case 'invariant':
    case 'mutual-exclusion':
      return reached.has(check.id) || !result.complete ? passedWithin(result) : unreachable(check);
    default:
      return assertNever(check);
  }
}

function refuted(violation: FoundViolation): ExplorationOutcome {
  const { summary, detail } = violationText(violation);
  return {
    kind: 'failed',
    failure: failed(summary, { detail, line: violation.location?.line ?? null }),
    violation,
  };
}

/**
 * No execution came to its end, and not since it is a program that never does: somebody loops alone, so
 * that what comes after the loop was not seen. That nothing was wrong before is no merit.
 */
function isStuckInALoop({ outputs, violations }: ExplorationResult): boolean {
  return (
    violations.some(({ kind }) => kind === 'budget') &&
    outputs.every(({ status }) => status === null)
  );
}

function notJudged(): ExplorationOutcome {
  const summary = 'Could not be judged: in no order does the program come out of a loop.';
  return { kind: 'failed', failure: failed(summary), violation: null };
}

function unreachable(
  check: Extract<ExplorationCheck, { kind: 'invariant' | 'mutual-exclusion' }>,
): ExplorationOutcome {
  const summary = 'What should be possible happens in no order of steps.';
  const detail =
    check.kind === 'invariant'
      ? `It should be possible that ${check.sometimes ?? ''}.`
      : `It should be possible that ${check.possible} are in ${check.functions.join(' or ')} at the same time.`;
  return { kind: 'failed', failure: failed(summary, { detail }), violation: null };
}

function passedWithin({ complete, states, cutBy }: ExplorationResult): ExplorationOutcome {
  return complete
    ? {
        kind: 'passed',
        claim: 'proved',
        explanation: `Proved: holds in every order, ${states === 1 ? 'one state was' : `${states} states were`} explored.`,
      }
    : {
        kind: 'passed',
        claim: 'within-bounds',
        explanation: `No violation in the ${states} states that were explored; there are more (${cutBy === null ? 'cut' : `the bound on ${cutBy}`}).`,
      };
}
