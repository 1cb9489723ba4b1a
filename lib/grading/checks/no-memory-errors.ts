/** No process used memory wrongly, in any of the runs. */
import { assertNever } from '../../abi/assert-never';
import type { FindingKind } from '../../kernel/events';
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';

export const judgeNoMemoryErrors: JudgeRun<Extract<Check, { kind: 'no-memory-errors' }>> = (
  check,
  { report },
) => {
  const found = report.findings.filter(({ kind }) => isMemoryError(kind, check.leaks));
  const first = found[0];
  if (first === undefined) return passed;
  return failed(first.message, {
    detail:
      found.length > 1
        ? `${found.length - 1} more like this in the same run.`
        : `It happened in process ${first.pid}.`,
    line: first.at?.line ?? null,
  });
};

function isMemoryError(kind: FindingKind, leaks: boolean): boolean {
  switch (kind) {
    case 'leak':
      return leaks;
    case 'division-by-zero':
    case 'signed-overflow':
    case 'shift-out-of-range':
    case 'conversion-out-of-range':
    case 'assertion':
      return false;
    case 'null-pointer':
    case 'wild-pointer':
    case 'out-of-bounds':
    case 'uninitialized':
    case 'invalid-size':
    case 'overlapping-copy':
    case 'missing-return':
    case 'invalid-argument':
    case 'use-after-free':
    case 'use-after-return':
    case 'read-only':
    case 'protected-memory':
    case 'past-mapped-file':
    case 'double-free':
    case 'invalid-free':
    case 'stack-overflow':
    case 'bad-call':
      return true;
    default:
      return assertNever(kind);
  }
}
