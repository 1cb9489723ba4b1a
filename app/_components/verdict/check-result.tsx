'use client';

import { CircleCheck, CircleDashed, CircleX, ChevronRight, Footprints } from 'lucide-react';
import type { CheckResult, Evidence } from '@/lib/grading/verdict';
import { LineLink } from '../editor/line-link';
import { WithCode } from '../editor/with-code';
import { pointNumber } from '../site/points';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';

export type EvidenceRun = NonNullable<Evidence['run']>;

/** Opens the run that shows what is wrong in a stepper. */
export type OnStep = (title: string, run: EvidenceRun) => void;

const STATUS_LOOKS = {
  passed: { Icon: CircleCheck, color: 'text-good', text: 'Passed' },
  failed: { Icon: CircleX, color: 'text-bad', text: 'Failed' },
  'not-run': { Icon: CircleDashed, color: 'text-muted', text: 'Not tried' },
} as const;

type CheckProps = {
  readonly check: CheckResult;
  /** Where points are given. */
  readonly hasPoints: boolean;
};

type FailedCheckProps = CheckProps & {
  readonly onLine: (line: number) => void;
  readonly onStep: OnStep;
};

export function CheckTitle({
  check: { status, title, visible, points, pointsMax, claim },
  hasPoints,
}: CheckProps) {
  const { Icon, color, text } = STATUS_LOOKS[status];
  const isBounded = status === 'passed' && claim === 'within-bounds';
  return (
    <span className="flex w-full items-start gap-2" data-check-status={status} data-claim={claim}>
      {isBounded ? (
        <CircleDashed aria-label={text} className="mt-1 size-4 shrink-0 text-warn" />
      ) : (
        <Icon aria-label={text} className={`mt-1 size-4 shrink-0 ${color}`} />
      )}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
        {title}
        {!visible && <Badge>hidden check</Badge>}
        {status === 'passed' && claim === 'proved' && <Badge look="good">proved</Badge>}
        {isBounded && <Badge look="warn">within bounds</Badge>}
      </span>
      {hasPoints && (
        <span className="shrink-0 text-sm text-muted tabular-nums">
          {pointNumber(points)} / {pointNumber(pointsMax)}
        </span>
      )}
    </span>
  );
}

/** The first thing to mend. */
export function FailedCheck({ check, hasPoints, onLine, onStep }: FailedCheckProps) {
  return (
    <div className="rounded-lg border border-bad/40 bg-bad-soft p-3">
      <div className="font-medium">
        <CheckTitle check={check} hasPoints={hasPoints} />
      </div>
      <Explanation check={check} onLine={onLine} onStep={onStep} />
    </div>
  );
}

/** One of those after it. */
export function FoldedCheck({ check, hasPoints, onLine, onStep }: FailedCheckProps) {
  return (
    <details className="group rounded-lg border bg-surface">
      <summary className="flex list-none items-start gap-1.5 px-3 py-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <CheckTitle check={check} hasPoints={hasPoints} />
      </summary>
      <div className="px-3 pb-3">
        <Explanation check={check} onLine={onLine} onStep={onStep} />
      </div>
    </details>
  );
}

function Explanation({ check, onLine, onStep }: Omit<FailedCheckProps, 'hasPoints'>) {
  const { title, explanation, line, evidence } = check;
  const run = evidence?.run ?? null;
  return (
    <div className="mt-2 space-y-3">
      <p className="whitespace-pre-line">
        <WithCode text={explanation} />
        {line !== null && (
          <>
            {' '}
            Look at <LineLink line={line} onLine={onLine} />.
          </>
        )}
      </p>
      {evidence?.story !== undefined && evidence.story.length > 0 && (
        <ol aria-label="How it happens" className="list-decimal space-y-1 pl-5">
          {evidence.story.map((sentence, k) => (
            <li key={k}>
              <WithCode text={sentence} />
            </li>
          ))}
        </ol>
      )}
      {evidence !== null && <EvidenceView evidence={evidence} />}
      {run !== null && (
        <Button size="sm" onClick={() => onStep(title, run)}>
          <Footprints aria-hidden />
          Step through this run
          <span className="sr-only">: {title}</span>
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
