import { ChevronRight, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutlineItem } from '@/lib/data/outline';
import type { OutlinePart } from './outline-groups';

type OutlineSectionProps = {
  readonly part: OutlinePart;
  /** For students: how much of it they have done. */
  readonly showsState: boolean;
  readonly isOpen: boolean;
  readonly line: (item: OutlineItem) => ReactNode;
};

/** A part of the course; it folds without a script. */
export function OutlineSection({ part, showsState, isOpen, line }: OutlineSectionProps) {
  const groups = (
    <ol className="space-y-1 p-2">
      {part.groups.map(({ lesson, tasks }) => (
        <li key={lesson?.slug ?? ''}>
          {lesson !== null && line(lesson)}
          {tasks.length > 0 && (
            <ul>
              {tasks.map((task) => (
                <li key={`${task.kind} ${task.slug}`}>{line(task)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
  if (part.title === null) return <div className="rounded-lg border bg-surface">{groups}</div>;
  return (
    <details open={isOpen} className="group rounded-lg border bg-surface">
      <summary className="flex cursor-pointer items-center gap-3 rounded-lg px-4 py-3 select-none hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        <h2 className="min-w-0 flex-1 text-lg">{part.title}</h2>
        <PartStanding part={part} showsState={showsState} />
      </summary>
      <div className="border-t">{groups}</div>
    </details>
  );
}

function PartStanding({ part, showsState }: Pick<OutlineSectionProps, 'part' | 'showsState'>) {
  const { items } = part;
  if (!showsState) {
    const lessons = items.filter(({ kind }) => kind === 'lesson').length;
    return lessons === 0 ? null : (
      <span className="shrink-0 text-sm text-muted">
        {lessons} {lessons === 1 ? 'lesson' : 'lessons'}
      </span>
    );
  }
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-sm text-muted tabular-nums">
      {done === items.length && <CircleCheck aria-hidden className="size-4 text-good" />}
      <span>
        {done} of {items.length}
        <span className="max-sm:sr-only"> done</span>
      </span>
    </span>
  );
}
