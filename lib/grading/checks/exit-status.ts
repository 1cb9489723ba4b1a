/** The exit status of the first process, as a shell would see it. */
import type { Check } from '../exercise';
import { fatalFinding, statusText } from '../explain-run';
import { failed, type JudgeRun, passed } from './check';

export const judgeExitStatus: JudgeRun<Extract<Check, { kind: 'exit-status' }>> = (
  check,
  { report },
) => {
  const { status } = report;
  if (status?.kind === 'exited' && status.code === check.expected) return passed;
  const crash = fatalFinding(report);
  return failed(`The program ${statusText(status)}.${crash === null ? '' : ` ${crash.message}`}`, {
    detail: `It should end with exit status ${check.expected}: that is what main returns, or what exit is given.`,
    line: crash?.at?.line ?? null,
    expected: String(check.expected),
    actual: status?.kind === 'exited' ? String(status.code) : statusText(status),
  });
};
