'use client';

import type { Verdict } from '@/lib/grading/verdict';
import { pointsText } from '../site/points';
import { Progress } from '../ui/progress';
import { CheckTitle, FailedCheck, FoldedCheck, type OnStep } from './check-result';

type VerdictViewProps = {
  readonly verdict: Verdict;
  readonly onLine: (line: number) => void;
  readonly onStep: OnStep;
};

/** What is right, then the first thing to mend, then the rest. */
export function VerdictView({ verdict, onLine, onStep }: VerdictViewProps) {
  const { points, pointsMax, checks } = verdict;
  const passed = checks.filter(({ status }) => status === 'passed');
  const [first, ...others] = checks.filter(({ status }) => status === 'failed');
  const notRun = checks.filter(({ status }) => status === 'not-run');
  return (
    <div className="space-y-5">
      <div>
        <p className="text-xl font-semibold tabular-nums">{pointsText(points, pointsMax)}</p>
        <Progress
          value={points}
          max={pointsMax}
          label="Points of this submission"
          className="mt-2"
        />
        {first === undefined && notRun.length === 0 && (
          <p className="mt-2 text-good">Everything is right. Well done.</p>
        )}
      </div>
      {passed.length > 0 && (
        <section aria-label="What is right">
          <h3 className="eyebrow mb-1">What is right</h3>
          <ul className="space-y-1">
            {passed.map((check) => (
              <li key={check.id}>
                <CheckTitle check={check} hasPoints />
              </li>
            ))}
          </ul>
        </section>
      )}
      {first !== undefined && (
        <section aria-label="First thing to mend">
          <h3 className="eyebrow mb-1">
            {others.length === 0 ? 'To mend' : 'First thing to mend'}
          </h3>
          <FailedCheck check={first} hasPoints onLine={onLine} onStep={onStep} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="After that">
          <h3 className="eyebrow mb-1">After that</h3>
          <div className="space-y-2">
            {others.map((check) => (
              <FoldedCheck key={check.id} check={check} hasPoints onLine={onLine} onStep={onStep} />
            ))}
          </div>
        </section>
      )}
      {notRun.length > 0 && (
        <section aria-label="Not tried yet">
          <h3 className="eyebrow mb-1">Not tried yet, since the program does not get that far</h3>
          <ul className="space-y-1">
            {notRun.map((check) => (
              <li key={check.id}>
                <CheckTitle check={check} hasPoints />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
