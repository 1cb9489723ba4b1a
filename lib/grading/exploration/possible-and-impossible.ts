/**
 * Judges which outputs are possible. An output of an execution that did not end is no output of the
 * program: that is for the check on deadlocks, except that what must never come out may not come out there either.
 */
import type { ExplorationResult, FoundViolation, Output } from '../../explorer/result';
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
  /** The output that should not be possible; null: one that should is not. */
  readonly violation: FoundViolation | null;
}

/** Not as demanded. What never may come out may not come out either where the program doesn't end. */
export function isUnwanted(
  { only, never }: OutputsDemand,
  { stdout, status }: Pick<Output, 'stdout' | 'status'>,
): boolean {
  if (never.some((expected) => fits(expected, stdout))) return true;
  return status !== null && only.length > 0 && !only.some((expected) => fits(expected, stdout));
}

/** null: as demanded, as far as was explored. */
export function judgeOutputs(
  demand: OutputsDemand,
  { outputs, complete }: ExplorationResult,
): OutputsFailure | null {
  const whole = outputs.filter(({ status }) => status !== null);
  if (whole.length === 0 && complete)
    return {
      failure: failed('The program does not end in any order, so it has no output to judge.'),
      violation: null,
    };
  const unwanted = outputs.find((output) => isUnwanted(demand, output));
  if (unwanted !== undefined) return impossibleSeen(unwanted, whole, demand);
  const missing = missingOutput(demand, { outputs });
  if (missing === undefined || !complete) return null;
  return {
    failure: failed('An output that should be possible comes out in no order.', {
      detail:
        whole.length === 1
          ? 'Whatever the order, only one output comes out, and it is another one.'
          : `In all orders together ${whole.length} different outputs come out, and this one is not among them.`,
      ...(typeof missing === 'string' ? { expected: missing } : {}),
      actual: [...new Set(whole.map(({ stdout }) => stdout))].slice(0, SHOWN_MAX).join('—\n'),
    }),
    violation: null,
  };
}

/** The first that should be possible and doesn't come out of any execution that ends. */
export function missingOutput(
  { possible }: OutputsDemand,
  { outputs }: Pick<ExplorationResult, 'outputs'>,
): ExpectedOutput | undefined {
  const whole = outputs.filter(({ status }) => status !== null);
  return possible.find((expected) => !whole.some(({ stdout }) => fits(expected, stdout)));
}

const SHOWN_MAX = 4;

function impossibleSeen(
  { stdout, schedule }: Output,
  whole: readonly Output[],
  demand: OutputsDemand,
): OutputsFailure {
  const isRightElsewhere = whole.some((output) => !isUnwanted(demand, output));
  const [first] = demand.only;
  return {
    failure: failed(
      isRightElsewhere
        ? 'There is an order of steps in which the output is wrong.'
        : 'The output is wrong, whatever the order of steps.',
      {
        detail: isRightElsewhere
          ? 'In other orders it is right, so the program may run well many times before this happens.'
          : null,
        ...(demand.only.length === 1 && typeof first === 'string' ? { expected: first } : {}),
        actual: stdout,
      },
    ),
    violation: {
      kind: 'output',
      message: `The output is ${JSON.stringify(stdout)}.`,
      location: null,
      details: { stdout },
      schedule,
      steps: 0,
    },
  };
}

function fits(expected: ExpectedOutput, stdout: string): boolean {
  const text = normalizedLines(stdout).join('\n');
  return typeof expected === 'string'
    ? normalizedLines(expected).join('\n') === text
    : new RegExp(expected.pattern, 'su').test(stdout);
}
