import type { Metadata } from 'next';
import { cache } from 'react';
import { found } from '@/app/_server/found';
import { readable } from '@/app/_server/readable';
import { NavLink } from '@/app/_components/site/nav-link';
import { Breadcrumbs } from '@/app/_components/site/page';
import { SignInInvitation } from '@/app/_components/site/sign-in-invitation';
import { currentActor } from '@/lib/auth/session';
import { listBookmarks } from '@/lib/data/bookmarks';
import { getClassProgress } from '@/lib/data/class-progress';
import { getCourse } from '@/lib/data/courses';
import type { OutlineItem } from '@/lib/data/outline';
import { setDueDateAction } from './actions';
import { CourseTabs } from './course-tabs';
import { JoinCode } from './join-code';
import { OpenToReaders } from './open-to-readers';
import { BookmarkList } from './outline/bookmark-list';
import { DoneCount } from './outline/done-count';
import { DueDateButton } from './outline/due-date-button';
import { DueList } from './outline/due-list';
import { NextStepCard } from './outline/next-step-card';
import { outlineParts } from './outline/outline-groups';
import { OutlineLine } from './outline/outline-line';
import { OutlineSection } from './outline/outline-section';

type CoursePageProps = { readonly params: Promise<{ readonly course: string }> };

const load = cache(async (slug: string) => {
  const reader = await currentActor();
  const course = await readable(reader, `/courses/${slug}`, getCourse(reader, slug));
  return { reader, course };
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
  const { reader, course } = await load((await params).course);
  const { slug, items, next } = course;
  const as = course.reader;
  // What is due soon may stand in a later part than the one that the student is in.
  const inOrder = items.find(({ state }) => state !== 'done');
  const isMember = as !== 'visitor';
  const bookmarks = isMember && reader !== null ? await found(listBookmarks(reader, slug)) : [];
  const progressOfClass =
    as === 'instructor' && reader !== null ? await found(getClassProgress(reader, slug)) : null;
  const doneBy = new Map(
    progressOfClass?.items.map(({ kind, slug: item, doneCount }) => [`${kind} ${item}`, doneCount]),
  );

  const line = (item: OutlineItem) => (
    <OutlineLine
      course={slug}
      item={item}
      isNext={item === next?.item}
      showsState={as === 'student'}
    >
      {progressOfClass === null ? undefined : (
        <>
          <DoneCount
            kind={item.kind}
            count={doneBy.get(`${item.kind} ${item.slug}`) ?? 0}
            of={progressOfClass.studentCount}
          />
          <DueDateButton
            key={item.dueAt?.getTime()}
            title={item.title}
            dueAt={item.dueAt}
            save={setDueDateAction.bind(null, slug, { kind: item.kind, slug: item.slug })}
          />
        </>
      )}
    </OutlineLine>
  );

  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
      <Breadcrumbs crumbs={[{ label: 'Courses', href: '/courses' }]} />
      <h1 className="text-3xl">{course.title}</h1>
      <CourseTabs course={slug} reader={as} current="outline" />
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)]">
        <div className="space-y-3">
          {as === 'visitor' && (
            <SignInInvitation path={`/courses/${slug}`} isSignedIn={reader !== null}>
              {reader === null
                ? 'Every lesson is open to read and to try out. Sign in to take the quizzes, do the exercises and keep your place.'
                : 'You can read every lesson. Members of the course take the quizzes and do the exercises too: your instructor has the code with which you join.'}
            </SignInInvitation>
          )}
          {as === 'student' && items.length > 0 && <NextStepCard course={course} />}
          {course.joinCode !== null && (
            <>
              <JoinCode course={slug} code={course.joinCode} />
              <OpenToReaders course={slug} isOpen={course.isOpen} />
            </>
          )}
        </div>
        {isMember && (
          <aside
            aria-label="Due, and bookmarks"
            className="space-y-8 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          >
            <DueList course={slug} due={course.due} />
            <BookmarkList course={slug} bookmarks={bookmarks} />
          </aside>
        )}
        <section aria-label="Outline" className="space-y-3 lg:col-start-1">
          {items.length === 0 ? (
            <p className="text-muted">
              Nothing is published yet. Lessons and exercises will be listed here.
            </p>
          ) : (
            outlineParts(items).map((part, at) => (
              <OutlineSection
                key={`${at} ${part.title}`}
                part={part}
                showsState={as === 'student'}
                isOpen={
                  next === null || part.items.some((item) => item === next.item || item === inOrder)
                }
                line={line}
              />
            ))
          )}
          {items.some(({ kind }) => kind === 'lesson') && (
            <p className="pt-2 text-sm">
              <NavLink href={`/courses/${slug}/print`} prefetch={false} className="link">
                All lessons on one page, to print
              </NavLink>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
