import { ArrowRight, BookOpen, CircleCheck, ListChecks, SquareTerminal } from 'lucide-react';
import type { Metadata } from 'next';
import { cache } from 'react';
import { NavLink } from '@/app/_components/site/nav-link';
import { readable } from '@/app/_server/readable';
import { SignInInvitation } from '@/app/_components/site/sign-in-invitation';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { pointNumber, pointsText } from '@/app/_components/site/points';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import { Progress } from '@/app/_components/ui/progress';
import { currentActor } from '@/lib/auth/session';
import { type CourseOutline, getCourse, type OutlineItem } from '@/lib/data/courses';
import { CourseTabs } from './course-tabs';
import { JoinCode } from './join-code';
import { OpenToReaders } from './open-to-readers';

type CoursePageProps = { readonly params: Promise<{ readonly course: string }> };

const load = cache(async (slug: string) => {
  const reader = await currentActor();
  return {
    isSignedIn: reader !== null,
    course: await readable(reader, `/courses/${slug}`, getCourse(reader, slug)),
  };
});

export async function generateMetadata({ params }: CoursePageProps): Promise<Metadata> {
  const { course } = await load((await params).course);
  const lessons = course.items.filter(({ kind }) => kind === 'lesson').length;
  return {
    title: course.title,
    description: `${lessons} lessons with live figures and programs that run in the page, with quizzes and exercises in C.`,
  };
}

export default async function CoursePage({ params }: CoursePageProps) {
  const { course, isSignedIn } = await load((await params).course);
  const { reader } = course;
  const next = reader === 'student' ? nextItem(course.items) : null;
  return (
    <Page>
      <Breadcrumbs crumbs={[{ label: 'Courses', href: '/courses' }]} />
      <h1 className="text-3xl">{course.title}</h1>
      <CourseTabs course={course.slug} reader={reader} current="outline" />
      {reader === 'visitor' && (
        <div className="mt-6">
          <SignInInvitation path={`/courses/${course.slug}`} isSignedIn={isSignedIn}>
            {isSignedIn
              ? 'You can read every lesson. Members of the course take the quizzes and do the exercises too: your instructor has the code with which you join.'
              : 'Every lesson is open to read and to try out. Sign in to take the quizzes, do the exercises and keep your place.'}
          </SignInInvitation>
        </div>
      )}
      {course.joinCode !== null && (
        <>
          <JoinCode course={course.slug} code={course.joinCode} />
          <OpenToReaders course={course.slug} isOpen={course.isOpen} />
        </>
      )}
      {reader === 'student' && <Standing course={course} next={next} />}
      {course.items.length === 0 ? (
        <p className="mt-8 text-muted">
          Nothing is published yet. Lessons and exercises will be listed here.
        </p>
      ) : (
        <ol className="mt-8 divide-y rounded-lg border bg-surface">
          {course.items.map((item) => (
            <OutlineLine
              key={`${item.kind} ${item.slug}`}
              course={course}
              item={item}
              isNext={item === next}
            />
          ))}
        </ol>
      )}
      {course.items.some(({ kind }) => kind === 'lesson') && (
        <p className="mt-4 text-sm">
          <NavLink href={`/courses/${course.slug}/print`} prefetch={false} className="link">
            All lessons on one page, to print
          </NavLink>
        </p>
      )}
    </Page>
  );
}

function Standing({
  course,
  next,
}: {
  readonly course: CourseOutline;
  readonly next: OutlineItem | null;
}) {
  const { points, pointsMax, itemsDone, itemsTotal } = course.progress;
  return (
    <section
      aria-label="Where you are"
      className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4"
    >
      <div className="min-w-52 flex-1">
        <Progress value={points} max={pointsMax} label="Points in this course" />
        <p className="mt-2 text-sm text-muted">
          {pointsText(points, pointsMax)}, {itemsDone} of {itemsTotal} tasks with full marks
        </p>
      </div>
      {next !== null && (
        <Button asChild look="primary" className="max-w-full">
          <NavLink href={itemPath(course.slug, next)}>
            <span className="truncate">Next: {next.title}</span>
            <ArrowRight aria-hidden />
          </NavLink>
        </Button>
      )}
    </section>
  );
}

const KINDS = {
  lesson: { name: 'Lesson', Icon: BookOpen },
  quiz: { name: 'Quiz', Icon: ListChecks },
  exercise: { name: 'Exercise', Icon: SquareTerminal },
} as const;

type OutlineLineProps = {
  readonly course: CourseOutline;
  readonly item: OutlineItem;
  readonly isNext: boolean;
};

function OutlineLine({ course, item, isNext }: OutlineLineProps) {
  const { name, Icon } = KINDS[item.kind];
  return (
    <li
      className={cn(
        'relative flex items-center gap-4 px-4 py-3.5 first:rounded-t-lg last:rounded-b-lg hover:bg-hover sm:px-5',
        isNext && 'bg-accent-soft',
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <NavLink
          href={itemPath(course.slug, item)}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-sm focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {item.title}
        </NavLink>
        <p className="text-sm text-muted">
          {name}
          {item.dueAt !== null && (
            <>
              , due <DateTime at={item.dueAt} relative />
            </>
          )}
        </p>
      </div>
      <Result item={item} />
    </li>
  );
}

function Result({ item }: { readonly item: OutlineItem }) {
  if (item.pointsMax === 0) return null;
  if (item.grade === null) {
    return (
      <span className="shrink-0 text-sm text-muted tabular-nums">
        {pointNumber(item.pointsMax)} points
      </span>
    );
  }
  const { points, pointsMax } = item.grade;
  const isFull = points >= pointsMax;
  return (
    <Badge look={isFull ? 'good' : 'plain'} className="shrink-0 text-sm tabular-nums">
      {isFull && <CircleCheck aria-hidden className="size-3.5" />}
      {pointNumber(points)} / {pointNumber(pointsMax)}
      <span className="sr-only"> points</span>
    </Badge>
  );
}

/** The first task without full marks, with the lesson before it if nothing was tried yet. */
function nextItem(items: readonly OutlineItem[]): OutlineItem | null {
  const started = items.some(({ grade }) => grade !== null);
  if (!started) return items[0] ?? null;
  return (
    items.find(
      ({ grade, pointsMax }) => pointsMax > 0 && (grade === null || grade.points < grade.pointsMax),
    ) ?? null
  );
}
