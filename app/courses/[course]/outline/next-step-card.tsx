import { ArrowRight, CircleCheck } from 'lucide-react';
import { assertNever } from '@/lib/abi/assert-never';
import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { NavLink } from '@/app/_components/site/nav-link';
import { wayOn } from '@/app/_components/site/way-on';
import { pointsText } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import { Progress } from '@/app/_components/ui/progress';
import type { CourseOutline } from '@/lib/data/courses';
import type { NextStep } from '@/lib/data/next-step';
import { DONE_PERCENT } from '@/lib/data/outline';
import { KINDS } from './item-kinds';

/** Where the student is, and the one thing to do now. */
export function NextStepCard({
  course: { slug, next, progress },
}: {
  readonly course: CourseOutline;
}) {
  const { points, pointsMax, stepsDone, stepsTotal } = progress;
  return (
    <section aria-label="Where you are" className="rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4 p-5">
        {next === null ? (
          <p className="flex items-center gap-2 text-lg font-semibold">
            <CircleCheck aria-hidden className="size-5 text-good" />
            You have done everything here.
          </p>
        ) : (
          <>
            <div className="min-w-0 flex-1 basis-64">
              <p className="eyebrow">{KINDS[next.item.kind].name}</p>
              <p className="text-xl leading-snug font-semibold">{next.item.title}</p>
              <p className="mt-0.5 text-sm text-muted">
                <Why next={next} />
              </p>
            </div>
            <Button asChild look="primary" className="max-sm:w-full">
              <NavLink
                href={itemPath(slug, next.item)}
                aria-label={`${wayOn(next)}: ${next.item.title}`}
              >
                {wayOn(next)}
                <ArrowRight aria-hidden />
              </NavLink>
            </Button>
          </>
        )}
      </div>
      <div className="border-t px-5 py-4">
        <Progress value={stepsDone} max={stepsTotal} label="Steps done" />
        <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-sm tabular-nums">
          <span>
            {stepsDone} of {stepsTotal} steps done
          </span>
          <span>{pointsText(points, pointsMax)}</span>
        </p>
        <p className="mt-1 text-sm text-muted">
          A lesson is done when you mark it as read, a quiz or an exercise from {DONE_PERCENT}% of
          its points.
        </p>
      </div>
    </section>
  );
}

function Why({ next: { item, because } }: { readonly next: NextStep }) {
  switch (because) {
    case 'clock-is-running':
      return item.attemptEndsAt === null ? null : (
        <>
          Your time is running, until <DateTime at={item.attemptEndsAt} relative />
        </>
      );
    case 'due-soon':
      return item.dueAt === null ? null : (
        <>
          Due <DateTime at={item.dueAt} relative />
        </>
      );
    case 'next-in-order':
      return item.kind !== 'quiz' && item.minutes !== null
        ? `Comes next, about ${item.minutes} minutes`
        : 'Comes next';
    default:
      return assertNever(because);
  }
}
