import type { Metadata } from 'next';
import { readable } from '@/app/_server/readable';
import { Filtered, NothingLeft, WordFilter } from '@/app/_components/glossary/word-filter';
import { searchPath } from '@/app/_components/search/search-path';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { PrintButton } from '@/app/_components/site/print-button';
import { currentActor } from '@/lib/auth/session';
import { type ExplainedTerm, getGlossary } from '@/lib/data/glossary';
import { CourseTabs } from '../course-tabs';
import { TermEntry } from './term-entry';

type GlossaryPageProps = { readonly params: Promise<{ readonly course: string }> };

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words of the chapter on processes, each in a sentence or two.',
};

export default async function GlossaryPage({ params }: GlossaryPageProps) {
  const { course } = await params;
  const reader = await currentActor();
  const glossary = await readable(
    reader,
    `/courses/${course}/glossary`,
    getGlossary(reader, course),
  );
  const { terms } = glossary;
  const letters = byLetter(terms);
  return (
    <Page>
      <Breadcrumbs crumbs={[{ label: 'Courses', href: '/courses' }]} />
      <h1 className="text-3xl">
        {glossary.courseTitle}
        <span className="hidden print:inline">: Glossary</span>
      </h1>
      <CourseTabs course={course} reader={glossary.reader} current="glossary" />
      {terms.length === 0 ? (
        <p className="mt-8 text-muted">
          Nothing yet. The words of the course’s lessons will be explained here.
        </p>
      ) : (
        <>
          <div className="mt-6 mb-4 flex items-start justify-between gap-4 print:hidden">
            <p className="text-muted">
              {terms.length} words that the lessons use. There, each is underlined with dots and
              shows what it means.
            </p>
            <PrintButton />
          </div>
          <WordFilter label="Find a word" action={searchPath(course)}>
            <nav
              aria-label="Letters"
              className="sticky top-0 z-10 -mx-1 mt-3 flex flex-wrap gap-x-0.5 bg-paper py-1.5 lg:top-14 print:hidden"
            >
              {[...letters.keys()].map((letter) => (
                <a
                  key={letter}
                  href={`#letter-${letter}`}
                  className="min-w-6 rounded-sm px-1.5 py-0.5 text-center font-medium text-accent hover:bg-hover"
                >
                  {letter.toUpperCase()}
                </a>
              ))}
            </nav>
            {[...letters].map(([letter, entries]) => (
              <Filtered key={letter} words={entries.flatMap(wordsOf)}>
                <section aria-labelledby={`letter-${letter}`} className="mt-6">
                  <h2
                    id={`letter-${letter}`}
                    className="scroll-mt-28 border-b pb-1 text-lg text-muted"
                  >
                    {letter.toUpperCase()}
                  </h2>
                  {entries.map((entry) => (
                    <Filtered key={entry.slug} words={wordsOf(entry)}>
                      <TermEntry course={course} entry={entry} />
                    </Filtered>
                  ))}
                </section>
              </Filtered>
            ))}
            <NothingLeft words={terms.flatMap(wordsOf)}>
              <p className="mt-6 text-muted">
                No such word. The search looks into the lessons, too.
              </p>
            </NothingLeft>
          </WordFilter>
        </>
      )}
    </Page>
  );
}

function wordsOf({ term, names }: ExplainedTerm): readonly string[] {
  return [term, ...names];
}

function byLetter(terms: readonly ExplainedTerm[]): ReadonlyMap<string, readonly ExplainedTerm[]> {
  const letters = new Map<string, ExplainedTerm[]>();
  for (const term of terms) {
    const letter = term.slug.charAt(0);
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return letters;
}
