import { AppError } from '../errors';
import type { Verdict } from '../grading/verdict';

/**
 * A stored verdict as it may be shown. grade() leaves evidence out of hidden checks already; this is the last
 * door, and holds for verdicts of every age.
 */
export function verdictForStudent(stored: unknown): Verdict {
  if (!isVerdict(stored)) throw new AppError('unavailable', 'A stored verdict can not be read.');
  return {
    ...stored,
    checks: stored.checks.map((check) => (check.visible ? check : { ...check, evidence: null })),
  };
}

function isVerdict(value: unknown): value is Verdict {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'checks' in value &&
    Array.isArray(value.checks)
  );
}
