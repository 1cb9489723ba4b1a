'use client';

import { DateTime } from '@/app/_components/site/date-time';
import { NavLink } from '@/app/_components/site/nav-link';
import { pointsText } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import type { SubmissionState } from './actions';
import type { SubmissionControls } from './use-submissions';

type SubmissionsPaneProps = {
  readonly course: string;
  readonly submissions: SubmissionControls;
  readonly onOpen: (id: string) => void;
  readonly onRestore: (source: string) => void;
};

export function SubmissionsPane({ course, submissions, onOpen, onRestore }: SubmissionsPaneProps) {
  const { submissions: lines, openedId, opened } = submissions;
  if (lines.length === 0) {
    return <p className="text-muted">Everything that you submit is kept and listed here.</p>;
  }
  return (
    <ol className="space-y-2">
      {lines.map(({ id, receivedAt, status }, i) => (
        <li
          key={id}
          className={cn('rounded-lg border bg-surface p-3', id === openedId && 'border-accent bg-accent-soft')}
        >
          <p className="flex justify-between gap-3">
            <span className="font-medium">Submission {lines.length - i}</span>
            <span className="text-sm tabular-nums">{statusText(status)}</span>
          </p>
          <p className="text-sm text-muted">
            <DateTime at={receivedAt} relative />
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onOpen(id)}>
              Show verdict
            </Button>
            <Button size="sm" look="quiet" asChild>
              <NavLink href={`/courses/${course}/submissions/${id}`}>On its own page</NavLink>
            </Button>
            {id === openedId && opened !== null && (
              <Button size="sm" onClick={() => onRestore(opened.source)}>
                Put this source in the editor
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function statusText(status: SubmissionState): string {
  switch (status.kind) {
    case 'queued':
      return 'waiting';
    case 'grading':
      return 'being graded';
    case 'graded':
      return pointsText(status.points, status.pointsMax);
    case 'failed':
      return 'not graded';
  }
}
