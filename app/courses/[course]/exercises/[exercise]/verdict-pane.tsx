'use client';

import { LoaderCircle } from 'lucide-react';
import { DateTime } from '@/app/_components/site/date-time';
import { Callout } from '@/app/_components/ui/callout';
import type { EvidenceRun } from '@/app/_components/verdict/check-result';
import { VerdictView } from '@/app/_components/verdict/verdict-view';
import type { SubmissionControls, SubmissionLine } from './use-submissions';

type VerdictPaneProps = {
  readonly submissions: SubmissionControls;
  readonly onLine: (line: number) => void;
  readonly onStep: (source: string, title: string, run: EvidenceRun) => void;
};

export function VerdictPane({ submissions, onLine, onStep }: VerdictPaneProps) {
  const { submissions: lines, opened, openedId, problem, isSubmitting } = submissions;
  const line = lines.find(({ id }) => id === openedId);
  return (
    <div>
      {problem !== null && (
        <Callout tone="bad" role="alert" className="mb-4">
          {problem}
        </Callout>
      )}
      {line !== undefined && (
        <p className="mb-4 text-sm text-muted">
          Submitted <DateTime at={line.receivedAt} relative />
        </p>
      )}
      <div role="status" className="empty:hidden">
        {(isSubmitting || (line !== undefined && opened === null)) && <Waiting line={line} />}
        {opened?.status.kind === 'graded' && (
          <p className="sr-only">The verdict is here.</p>
        )}
      </div>
      {opened !== null && opened.status.kind === 'failed' && (
        <Callout tone="bad" title="This could not be graded">
          <p>{opened.status.message}</p>
        </Callout>
      )}
      {opened !== null && !opened.isCurrentVersion && (
        <Callout tone="info" className="mb-4">
          <p>The exercise has changed since; this verdict speaks of the version of that day.</p>
        </Callout>
      )}
      {opened !== null && opened.verdict !== null && (
        <VerdictView
          verdict={opened.verdict}
          onLine={onLine}
          onStep={(title, run) => onStep(opened.source, title, run)}
        />
      )}
      {line === undefined && !isSubmitting && problem === null && (
        <p className="text-muted">
          Submit your program, and what is right and what is to mend will be here, check by check. You may submit as
          often as you like: the best one counts.
        </p>
      )}
    </div>
  );
}

function Waiting({ line }: { readonly line: SubmissionLine | undefined }) {
  return (
    <p className="flex items-center gap-2">
      <LoaderCircle aria-hidden className="size-4 animate-spin text-accent" />
      {waitingText(line)}
    </p>
  );
}

function waitingText(line: SubmissionLine | undefined): string {
  switch (line?.status.kind) {
    case undefined:
      return 'Submitting…';
    case 'queued':
      return 'Received; waiting for its turn…';
    case 'grading':
      return 'Being graded…';
    case 'graded':
    case 'failed':
      return 'Opening…';
  }
}
