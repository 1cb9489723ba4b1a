import { ArrowRight, Check, CircleCheck } from 'lucide-react';
import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { NavLink } from '@/app/_components/site/nav-link';
import { Button } from '@/app/_components/ui/button';
import type { LessonForReader } from '@/lib/data/lessons';
import { markLessonAction } from './actions';

type LessonEndProps = {
  readonly lesson: LessonForReader;
};

const KINDS = { lesson: 'the lesson', quiz: 'the quiz', exercise: 'the exercise' } as const;

/** A lesson is read when its reader says so: nothing else can know it. */
export function LessonEnd({ lesson: { courseSlug, lesson, standing, follows } }: LessonEndProps) {
  const readAt = standing?.readAt ?? null;
  const onward = follows === null ? null : `${KINDS[follows.kind]} “${follows.title}”`;
  return (
    <section
      aria-label="End of the lesson"
      className="mt-12 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border bg-surface px-5 py-4 print:hidden"
    >
      {readAt === null ? (
        <>
          <p className="min-w-52 flex-1">
            {onward === null ? 'That is the end of it.' : `Next comes ${onward}.`}
          </p>
          <form action={markLessonAction.bind(null, courseSlug, lesson.slug, true)}>
            <Button type="submit" look="primary">
              <Check aria-hidden />
              {follows === null ? 'Mark as read' : 'Mark as read and go on'}
            </Button>
          </form>
        </>
      ) : (
        <>
          <p className="flex min-w-52 flex-1 items-center gap-2">
            <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
            <span>
              Marked as read, <DateTime at={readAt} isShort />
            </span>
          </p>
          <form action={markLessonAction.bind(null, courseSlug, lesson.slug, false)}>
            <Button type="submit" look="quiet">
              Mark as not read
            </Button>
          </form>
          {follows !== null && (
            <Button asChild look="primary">
              <NavLink href={itemPath(courseSlug, follows)} aria-label={`Go on: ${follows.title}`}>
                Go on
                <ArrowRight aria-hidden />
              </NavLink>
            </Button>
          )}
        </>
      )}
    </section>
  );
}
