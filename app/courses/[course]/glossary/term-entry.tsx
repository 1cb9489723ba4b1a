import { Definition } from '@/app/_components/glossary/definition';
import { NavLink } from '@/app/_components/site/nav-link';
import type { ExplainedTerm, SectionLink } from '@/lib/data/glossary';

type TermEntryProps = { readonly course: string; readonly entry: ExplainedTerm };

export function TermEntry({ course, entry }: TermEntryProps) {
  const { slug, term, names, text, explained, used, see } = entry;
  const others = firstOfEachLesson(used).filter(({ lesson }) => lesson !== explained?.lesson);
  return (
    <article
      id={slug}
      aria-labelledby={`${slug}-term`}
      className="-mx-3 scroll-mt-28 rounded-lg px-3 py-3 target:bg-accent-soft print:break-inside-avoid print:target:bg-transparent"
    >
      <h3 id={`${slug}-term`} className="text-lg">
        {term}
        {names.length > 0 && (
          <span className="text-base font-normal text-muted"> also {names.join(', ')}</span>
        )}
      </h3>
      <p className="mt-0.5">
        <Definition text={text} />
      </p>
      <p className="mt-1 text-sm text-muted">
        {explained !== null && (
          <>
            Explained in <SectionLinkTo course={course} place={explained} named="section" />.{' '}
          </>
        )}
        {see.length > 0 && (
          <>
            See{' '}
            {see.map((other, at) => (
              <span key={other.slug}>
                {separator(at, see.length)}
                <a href={`#${other.slug}`} className="link">
                  {other.term}
                </a>
              </span>
            ))}
            .
          </>
        )}
      </p>
      {others.length > 0 && (
        <details className="mt-0.5 text-sm text-muted print:hidden">
          <summary className="w-fit py-1 hover:text-ink">
            Used in {others.length === 1 ? '1 other lesson' : `${others.length} other lessons`}
          </summary>
          <ul className="mt-1 list-disc pl-5">
            {others.map((place) => (
              <li key={place.lesson}>
                <SectionLinkTo course={course} place={place} named="lesson" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

type SectionLinkToProps = {
  readonly course: string;
  readonly place: SectionLink;
  readonly named: 'lesson' | 'section';
};

function SectionLinkTo({ course, place, named }: SectionLinkToProps) {
  const { lesson, lessonTitle, section, heading } = place;
  return (
    <NavLink
      href={`/courses/${course}/lessons/${lesson}${section === null ? '' : `#${section}`}`}
      prefetch={false}
      className="link"
    >
      {named === 'lesson' || heading === null ? lessonTitle : `${lessonTitle}: ${heading}`}
    </NavLink>
  );
}

function firstOfEachLesson(places: readonly SectionLink[]): readonly SectionLink[] {
  return places.filter(
    ({ lesson }, at) => places.findIndex((other) => other.lesson === lesson) === at,
  );
}

function separator(at: number, count: number): string {
  if (at === 0) return '';
  return at === count - 1 ? ' and ' : ', ';
}
