'use client';

import { ChevronRight, CircleCheck, CircleDashed, CircleX, Footprints } from 'lucide-react';
import type { CheckResult, Evidence, Verdict } from '@/lib/grading/verdict';
import { LineLink } from '../editor/line-link';
import { pointNumber, pointsText } from '../site/points';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';

type VerdictViewProps = {
  readonly verdict: Verdict;
  readonly onLine: (line: number) => void;
  readonly onStep: OnStep;
};

export type EvidenceRun = NonNullable<Evidence['run']>;

/** Opens the run that shows what is wrong in a stepper. */
type OnStep = (title: string, run: EvidenceRun) => void;

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
          <ul>
            {passed.map((check) => (
              <CheckLine key={check.id} check={check} />
            ))}
          </ul>
        </section>
      )}
      {first !== undefined && (
        <section aria-label="First thing to mend">
          <h3 className="eyebrow mb-1">
            {others.length === 0 ? 'To mend' : 'First thing to mend'}
          </h3>
          <FailedCheck check={first} onLine={onLine} onStep={onStep} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="After that">
          <h3 className="eyebrow mb-1">After that</h3>
          <div className="space-y-2">
            {others.map((check) => (
              <details key={check.id} className="group rounded-lg border bg-surface">
                <summary className="flex list-none items-start gap-1.5 px-3 py-2 [&::-webkit-details-marker]:hidden">
                  <ChevronRight
                    aria-hidden
                    className="mt-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
                  />
                  <CheckTitle check={check} />
                </summary>
                <div className="px-3 pb-3">
                  <Explanation check={check} onLine={onLine} onStep={onStep} />
                </div>
              </details>
            ))}
          </div>
        </section>
      )}
      {notRun.length > 0 && (
        <section aria-label="Not tried yet">
          <h3 className="eyebrow mb-1">Not tried yet, since the program does not get that far</h3>
          <ul>
            {notRun.map((check) => (
              <CheckLine key={check.id} check={check} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function CheckLine({ check }: { readonly check: CheckResult }) {
  return (
    <li className="py-0.5">
      <CheckTitle check={check} />
    </li>
  );
}

const STATUS_LOOKS = {
  passed: { Icon: CircleCheck, color: 'text-good', text: 'Passed' },
  failed: { Icon: CircleX, color: 'text-bad', text: 'Failed' },
  'not-run': { Icon: CircleDashed, color: 'text-muted', text: 'Not tried' },
} as const;

function CheckTitle({
  check: { status, title, visible, points, pointsMax, claim },
}: {
  readonly check: CheckResult;
}) {
  const { Icon, color, text } = STATUS_LOOKS[status];
  return (
    <span className="inline-flex w-full items-start gap-2 align-top" data-check-status={status}>
      <Icon aria-label={text} className={`mt-1 size-4 shrink-0 ${color}`} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        {title}
        {!visible && <Badge>hidden check</Badge>}
        {status === 'passed' && claim !== undefined && claim !== 'refuted' && (
          <Badge>
            {claim === 'proved' ? 'proved for every order' : 'no violation within the bounds'}
          </Badge>
        )}
      </span>
      <span className="shrink-0 text-sm text-muted tabular-nums">
        {pointNumber(points)} / {pointNumber(pointsMax)}
      </span>
    </span>
  );
}

type FailedCheckProps = {
  readonly check: CheckResult;
  readonly onLine: (line: number) => void;
  readonly onStep: OnStep;
};

function FailedCheck({ check, onLine, onStep }: FailedCheckProps) {
  return (
    <div className="rounded-lg border border-bad/40 bg-bad-soft p-3">
      <CheckTitle check={check} />
      <Explanation check={check} onLine={onLine} onStep={onStep} />
    </div>
  );
}

function Explanation({ check, onLine, onStep }: FailedCheckProps) {
  const { title, explanation, line, evidence } = check;
  const run = evidence?.run ?? null;
  return (
    <div className="mt-2 space-y-3">
      <p className="whitespace-pre-line">
        {explanation}
        {line !== null && (
          <>
            {' '}
            Look at <LineLink line={line} onLine={onLine} />.
          </>
        )}
      </p>
      {evidence !== null && <EvidenceView evidence={evidence} />}
      {run !== null && (
        <Button size="sm" onClick={() => onStep(title, run)}>
          <Footprints aria-hidden />
          Step through this run
        </Button>
      )}
    </div>
  );
}

function EvidenceView({ evidence: { expected, actual, run } }: { readonly evidence: Evidence }) {
  return (
    <div className="space-y-2 text-sm">
      {expected !== null && <Quoted title="Expected" text={expected} />}
      {actual !== null && <Quoted title="Found" text={actual} />}
      {run !== null && run.args.length > 0 && (
        <p className="text-muted">
          Run with the arguments <code>{run.args.join(' ')}</code>
        </p>
      )}
      {run !== null && run.stdin !== '' && <Quoted title="Input" text={run.stdin} />}
    </div>
  );
}

function Quoted({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <p className="eyebrow">{title}</p>
      <pre
        tabIndex={0}
        className="mt-0.5 max-h-52 overflow-auto rounded-md border bg-surface px-2.5 py-1.5 whitespace-pre-wrap"
      >
        {text === '' ? <span className="text-muted">(nothing)</span> : text}
      </pre>
    </div>
  );
}
