/** How the processes that the first one made end: with which exit status, or by which signal. */
import type { ExitStatus } from '../../kernel/events';
import type { Check } from '../exercise';
import { fatalFinding } from '../explain-run';
import { failed, type JudgeRun, passed } from './check';

type EndingsCheck = Extract<Check, { kind: 'endings' }>;

export const judgeEndings: JudgeRun<EndingsCheck> = (check, { report }) => {
  const actual = report.processes.slice(1).map(({ status }) => endingText(status));
  const expected = check.expected.map((ending) =>
    'exit' in ending ? `exit status ${ending.exit}` : ending.signal,
  );
  const surplus = [...actual];
  const missing = expected.filter((ending) => {
    const at = surplus.indexOf(ending);
    if (at !== -1) surplus.splice(at, 1);
    return at === -1;
  });
  if (missing.length === 0 && surplus.length === 0) return passed;
  const crash = fatalFinding(report);
  const parts = [
    ...(missing.length > 0 ? [`Nobody ended so: ${missing.join(', ')}.`] : []),
    ...(surplus.length > 0 ? [`Somebody ended so, and should not: ${surplus.join(', ')}.`] : []),
    ...(crash === null ? [] : [crash.message]),
  ];
  return failed('The children do not all end as they should.', {
    detail: parts.join(' '),
    line: crash?.at?.line ?? null,
    expected: [...expected].sort().join('\n'),
    actual: [...actual].sort().join('\n'),
  });
};

function endingText(status: ExitStatus | null): string {
  if (status === null) return 'did not end';
  return status.kind === 'exited' ? `exit status ${status.code}` : status.signal;
}
