import type { Metadata } from 'next';
import type { Components } from 'react-markdown';
import { readable } from '@/app/_server/readable';
import { LiveFigure } from '@/app/_components/lesson/live-figures';
import { PrintedProgram } from '@/app/_components/lesson/printed-program';
import { codeIn } from '@/app/_components/markdown/code-in';
import { Markdown } from '@/app/_components/markdown/markdown';
import { textOf } from '@/app/_components/markdown/text-of';
import { Breadcrumbs } from '@/app/_components/site/page';
import { PrintButton } from '@/app/_components/site/print-button';
import { currentActor } from '@/lib/auth/session';
import type { Lesson } from '@/lib/courseware/lesson';
import { getAllLessons } from '@/lib/data/lessons';

type PrintPageProps = { readonly params: Promise<{ readonly course: string }> };

export const metadata: Metadata = { title: 'The whole chapter', robots: { index: false } };

/** All lessons one after the other, with nothing that only a screen can do. */
export default async function PrintPage({ params }: PrintPageProps) {
  const { course } = await params;
  const reader = await currentActor();
  const { courseTitle, lessons } = await readable(
    reader,
    `/courses/${course}/print`,
    getAllLessons(reader, course),
  );
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-10">
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: courseTitle, href: `/courses/${course}` },
        ]}
      />
      <h1 className="text-4xl">{courseTitle}</h1>
      <div className="mt-3 print:hidden">
        <PrintButton label="Print the whole chapter" />
      </div>
      <section aria-labelledby="contents" className="mt-8">
        <h2 id="contents" className="text-xl">
          Contents
        </h2>
        <ol className="mt-2 list-decimal space-y-1 pl-8">
          {lessons.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`#${slug}`} className="link">
                {title}
              </a>
            </li>
          ))}
        </ol>
      </section>
      {lessons.map((lesson, at) => (
        <PrintedLesson key={lesson.slug} lesson={lesson} number={at + 1} />
      ))}
    </div>
  );
}

function PrintedLesson({ lesson, number }: { readonly lesson: Lesson; readonly number: number }) {
  return (
    <article
      id={lesson.slug}
      aria-label={lesson.title}
      className="mt-12 border-t pt-8 print:mt-0 print:break-before-page print:border-0 print:pt-0"
    >
      <h2 className="text-3xl">
        {number} {lesson.title}
      </h2>
      <p className="mt-2 mb-6 text-lg text-muted">{lesson.summary}</p>
      <Markdown source={lesson.body} components={printedComponents} />
    </article>
  );
}

/** Headings are one level lower, and without ids: those of several lessons are the same. */
const printedComponents: Components = {
  h2: ({ children }) => <h3 className="section-heading">{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  'lesson-program': ({ title = 'Program', children }) => (
    <div className="not-prose">
      <PrintedProgram
        title={title}
        source={textOf(codeIn(children, 'language-c')).trim()}
        output={textOf(codeIn(children, 'language-output')).trimEnd()}
      />
    </div>
  ),
  'lesson-figure': ({ figure }) => <LiveFigure name={figure} />,
  'lesson-question': () => null,
  'lesson-quiz': () => null,
  'lesson-exercise': () => null,
};
