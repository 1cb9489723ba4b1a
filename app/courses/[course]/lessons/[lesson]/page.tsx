import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { Metadata } from 'next';
import { cache } from 'react';
import { NavLink } from '@/app/_components/site/nav-link';
import { readable } from '@/app/_server/readable';
import { SignInInvitation } from '@/app/_components/site/sign-in-invitation';
import { lessonComponents } from '@/app/_components/lesson/lesson-components';
import { contentsOf } from '@/app/_components/markdown/contents';
import { Markdown } from '@/app/_components/markdown/markdown';
import { PrintButton } from '@/app/_components/site/print-button';
import { Breadcrumbs } from '@/app/_components/site/page';
import { currentActor } from '@/lib/auth/session';
import { installedGlossary } from '@/lib/courseware/installed';
import { linkTerms } from '@/lib/courseware/term-links';
import { getCourse } from '@/lib/data/courses';
import { beginLesson } from '@/lib/data/lesson-progress';
import { getLesson, type LessonLink } from '@/lib/data/lessons';

import { LessonEnd } from './lesson-end';
import { markableHeadings } from './section-heading';

type LessonPageProps = {
  readonly params: Promise<{ readonly course: string; readonly lesson: string }>;
};

const load = cache(async (course: string, slug: string) => {
  const reader = await currentActor();
  const path = `/courses/${course}/lessons/${slug}`;
  return { reader, path, lesson: await readable(reader, path, getLesson(reader, course, slug)) };
});

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const { course, lesson: slug } = await params;
  const { lesson } = (await load(course, slug)).lesson;
  return { title: lesson.title, description: lesson.summary };
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { course, lesson: slug } = await params;
  const { reader, path, lesson: shown } = await load(course, slug);
  const { courseTitle, lesson, previous, next } = shown;
  // Pages of the course are not fetched ahead of a click (they have no loading.tsx): asked for is opened.
  if (reader !== null && shown.reader === 'student' && shown.standing === null)
    await beginLesson(reader, course, slug);
  const { items } = await getCourse(reader, course);
  const titles = new Map(items.map((item) => [`${item.kind} ${item.slug}`, item.title]));
  const contents = contentsOf(lesson.body);
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 px-4 py-8 sm:px-6 sm:py-10 lg:grid-cols-[minmax(0,44rem)_1fr]">
      <article>
        <Breadcrumbs
          crumbs={[
            { label: 'Courses', href: '/courses' },
            { label: courseTitle, href: `/courses/${course}` },
          ]}
        />
        <h1 className="text-4xl">{lesson.title}</h1>
        <p className="mt-3 text-xl text-muted">{lesson.summary}</p>
        <div className="mt-2 mb-8 flex items-center gap-3 text-sm text-muted">
          <p>{lesson.minutes} minutes</p>
          <PrintButton />
        </div>
        {lesson.objectives.length > 0 && <Objectives objectives={lesson.objectives} />}
        <Markdown
          source={lesson.body}
          components={{
            ...lessonComponents(course, titles, installedGlossary()),
            ...(shown.bookmarked === null ? {} : markableHeadings(course, slug, shown.bookmarked)),
          }}
          transform={(tree) => {
            linkTerms(tree, installedGlossary(), lesson.slug);
          }}
        />
        {shown.reader === 'student' && <LessonEnd lesson={shown} />}
        {shown.reader === 'visitor' && (
          <div className="mt-12">
            <SignInInvitation path={path} isSignedIn={reader !== null}>
              {reader === null
                ? 'Sign in to take the quizzes, do the exercises and keep your place.'
                : 'Members of the course take the quizzes and do the exercises. Your instructor has the code with which you join.'}
            </SignInInvitation>
          </div>
        )}
        <nav
          aria-label="Lessons"
          className="mt-14 grid gap-3 border-t pt-6 sm:grid-cols-2 print:hidden"
        >
          {previous === null ? (
            <span />
          ) : (
            <LessonNeighbour course={course} lesson={previous} way="previous" />
          )}
          {next !== null && <LessonNeighbour course={course} lesson={next} way="next" />}
        </nav>
      </article>
      {contents.length > 1 && (
        <nav aria-label="On this page" className="max-lg:hidden print:hidden">
          <div className="sticky top-24">
            <p className="eyebrow">On this page</p>
            <ul className="mt-2 space-y-1.5 border-l text-sm">
              {contents.map(({ id, text }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    className="-ml-px block border-l border-transparent pl-3 text-muted hover:border-accent hover:text-ink"
                  >
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </div>
  );
}

function Objectives({ objectives }: { readonly objectives: readonly string[] }) {
  return (
    <section aria-label="Objectives" className="mb-8 rounded-lg border bg-surface px-4 py-3">
      <p className="font-semibold">Afterwards you can</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        {objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}

type LessonNeighbourProps = {
  readonly course: string;
  readonly lesson: LessonLink;
  readonly way: 'previous' | 'next';
};

function LessonNeighbour({ course, lesson, way }: LessonNeighbourProps) {
  const isNext = way === 'next';
  return (
    <NavLink
      href={`/courses/${course}/lessons/${lesson.slug}`}
      className={`rounded-lg border bg-surface p-4 hover:border-edge ${isNext ? 'text-right' : ''}`}
    >
      <span className={`flex items-center gap-1 text-sm text-muted ${isNext ? 'justify-end' : ''}`}>
        {!isNext && <ArrowLeft aria-hidden className="size-3.5" />}
        {isNext ? 'Next lesson' : 'Previous lesson'}
        {isNext && <ArrowRight aria-hidden className="size-3.5" />}
      </span>
      <span className="font-semibold">{lesson.title}</span>
    </NavLink>
  );
}
