import { Search } from 'lucide-react';
import type { Metadata } from 'next';
import { readable } from '@/app/_server/readable';
import { ResultText } from '@/app/_components/search/result-text';
import { resultPath, searchPath } from '@/app/_components/search/search-path';
import { NavLink } from '@/app/_components/site/nav-link';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { Button } from '@/app/_components/ui/button';
import { Input } from '@/app/_components/ui/input';
import { currentActor } from '@/lib/auth/session';
import { searchCourse } from '@/lib/data/search';

const RESULTS_MAX = 60;

type SearchPageProps = {
  readonly params: Promise<{ readonly course: string }>;
  readonly searchParams: Promise<{ readonly q?: string | readonly string[] }>;
};

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const { course } = await params;
  const { q } = await searchParams;
  const reader = await currentActor();
  const { courseTitle, query, results } = await readable(
    reader,
    searchPath(course, typeof q === 'string' ? q : ''),
    searchCourse(reader, course, q, RESULTS_MAX),
  );
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: courseTitle, href: `/courses/${course}` },
        ]}
      />
      <h1 className="text-3xl">Search</h1>
      <form role="search" className="mt-5 flex gap-2" action={searchPath(course)}>
        <Input
          key={query}
          type="search"
          name="q"
          aria-label="Search this course"
          defaultValue={query}
          maxLength={100}
          autoFocus={query === ''}
        />
        <Button type="submit" look="primary">
          <Search aria-hidden />
          Search
        </Button>
      </form>
      {query !== '' && (
        <p className="mt-4 text-muted">
          {results.length === 0
            ? `Nothing about “${query}”. Try one word less, or the word’s beginning.`
            : `${results.length === 1 ? '1 result' : `${results.length} results`} for “${query}”`}
        </p>
      )}
      {results.length > 0 && (
        <ol aria-label="Results" className="mt-4 divide-y rounded-lg border bg-surface">
          {results.map((result) => (
            <li key={`${result.kind} ${result.slug} ${result.section ?? ''}`}>
              <NavLink
                href={resultPath(course, result)}
                prefetch={false}
                className="block px-4 py-3 hover:bg-hover sm:px-5"
              >
                <ResultText result={result} />
              </NavLink>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
