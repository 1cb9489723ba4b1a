/**
 * Judges which outputs are possible. An output of an execution that did not end is no output of the
 * program: that is for the check on deadlocks, except that what must never come out may not come out there either.
 */
import type { ExplorationResult, Output } from '../../explorer/result';
import { type CheckFailure, failed } from '../checks/check';
import { normalizedLines } from '../output-text';
import type { ExpectedOutput } from './check-schemas';

export interface OutputsDemand {
  readonly only: readonly ExpectedOutput[];
  readonly possible: readonly ExpectedOutput[];
  readonly never: readonly ExpectedOutput[];
}

export interface OutputsFailure {
  readonly failure: CheckFailure;
  /** Of the output that should not be possible. */
  readonly schedule: string | null;
}

/** null: as demanded, as far as was explored. */
export function judgeOutputs(
  { only, possible, never }: OutputsDemand,
  { outputs, complete }: ExplorationResult,
): OutputsFailure | null {
  const whole = outputs.filter(({ status }) => status !== null);
  if (whole.length === 0 && complete)
    return {
      failure: failed('The program does not end in any order, so it has no output to judge.'),
      schedule: null,
    };
  const forbidden =
    outputs.find(({ stdout }) => never.some((expected) => fits(expected, stdout))) ??
    (only.length === 0
      ? undefined
      : whole.find(({ stdout }) => !only.some((expected) => fits(expected, stdout))));
  if (forbidden !== undefined) return impossibleSeen(forbidden, whole, only);
  const missing = possible.find((expected) => !whole.some(({ stdout }) => fits(expected, stdout)));
  if (missing === undefined || !complete) return null;
  return {
    failure: failed('An output that should be possible comes out in no order.', {
      detail: `Of all orders there are ${whole.length === 1 ? 'only one output comes out' : `${whole.length} different outputs come out`}, and this one is not among them.`,
      ...(typeof missing === 'string' ? { expected: missing } : {}),
      actual: [...new Set(whole.map(({ stdout }) => stdout))].slice(0, SHOWN_MAX).join('—\n'),
    }),
    schedule: null,
  };
}

const SHOWN_MAX = 4;

function impossibleSeen(
  { stdout, schedule }: Output,
  whole: readonly Output[],
  only: readonly ExpectedOutput[],
): OutputsFailure {
  const right =
    only.length === 0
      ? []
      : whole.filter((output) => only.some((expected) => fits(expected, output.stdout)));
  const [first] = only;
  return {
    failure: failed('There is an order of steps in which the output is wrong.', {
      detail:
        right.length > 0
          ? 'In other orders it is right, so the program may run well many times before this happens.'
          : 'It is so in every order.',
      ...(only.length === 1 && typeof first === 'string' ? { expected: first } : {}),
      actual: stdout,
    }),
    schedule,
  };
}

function fits(expected: ExpectedOutput, stdout: string): boolean {
  const text = normalizedLines(stdout).join('\n');
  return typeof expected === 'string'
    ? normalizedLines(expected).join('\n') === text
    : new RegExp(expected.pattern, 'su').test(stdout);
}
