import type { ReactNode } from 'react';
import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { NavLink } from '@/app/_components/site/nav-link';
import { pointNumber } from '@/app/_components/site/points';
import { Badge } from '@/app/_components/ui/badge';
import { cn } from '@/app/_components/ui/class-names';
import type { OutlineItem } from '@/lib/data/outline';
import { KINDS } from './item-kinds';
import { StateMark } from './state-mark';

type OutlineLineProps = {
  readonly course: string;
  readonly item: OutlineItem;
  readonly isNext: boolean;
  /** For students: their own. */
  readonly showsState: boolean;
  /** For instructors, at the end of the line. */
  readonly children?: ReactNode;
};

/** A lesson, or a task below it: smaller, and further in. */
export function OutlineLine({ course, item, isNext, showsState, children }: OutlineLineProps) {
  const { name, Icon } = KINDS[item.kind];
  const isLesson = item.kind === 'lesson';
  return (
    <div
      className={cn(
        'relative flex items-start gap-2.5 rounded-md pr-3 hover:bg-hover',
        isLesson ? 'py-2.5 pl-3' : 'py-1.5 pl-3 sm:pl-10',
        isNext && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="flex h-6 items-center">
        {showsState ? (
          <StateMark {...item} />
        ) : (
          isLesson && <Icon aria-hidden className="size-[1.15rem] shrink-0 text-muted" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <p className={cn('flex gap-2', isLesson ? 'font-semibold' : 'text-[0.95rem]')}>
          {!isLesson && <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />}
          <NavLink
            href={itemPath(course, item)}
            className="after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {!isLesson && <span className="sr-only">{name}: </span>}
            {item.title}
          </NavLink>
        </p>
        <DueLine item={item} />
      </div>
      <span className={cn('shrink-0 pt-0.5', children !== undefined && 'max-sm:hidden')}>
        <Measure item={item} />
      </span>
      {children}
    </div>
  );
}

function DueLine({ item: { kind, dueAt, grade, state } }: { readonly item: OutlineItem }) {
  if (dueAt === null) return null;
  return (
    <p className={cn('text-sm text-muted', kind !== 'lesson' && 'pl-6')}>
      {grade?.isLate === true ? 'Handed in late; was due ' : 'Due '}
      <DateTime at={dueAt} relative={state !== 'done'} />
    </p>
  );
}

/** Of a lesson how long it takes, of a task what it gives. */
function Measure({
  item: { kind, minutes, pointsMax, grade, state },
}: {
  readonly item: OutlineItem;
}) {
  if (kind === 'lesson') {
    return minutes === null ? null : (
      <span className="text-sm text-muted tabular-nums">{minutes} min</span>
    );
  }
  if (grade === null) {
    return <span className="text-sm text-muted tabular-nums">{pointNumber(pointsMax)} points</span>;
  }
  return (
    <Badge look={state === 'done' ? 'good' : 'plain'} className="text-sm tabular-nums">
      {pointNumber(grade.points)} / {pointNumber(grade.pointsMax)}
      <span className="sr-only"> points</span>
      {grade.isLate && <span className="font-normal">, late</span>}
    </Badge>
  );
}
