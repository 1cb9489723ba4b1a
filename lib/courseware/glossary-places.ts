/** Where lessons use the glossary's terms, and what doesn't agree between the two. */
import type { GlossaryTerm } from './glossary';
import type { Lesson } from './lesson';
import { sectionsOf, treeOf } from './lesson-tree';
import { linkTerms } from './term-links';

/** Where a lesson uses a term; section null: before the first heading. */
export interface TermPlace {
  readonly lesson: string;
  readonly section: string | null;
}

/** The sections in which each term is linked, by slug, in the order of the lessons. */
export function placesOfTerms(
  terms: readonly GlossaryTerm[],
  lessons: readonly Lesson[],
): ReadonlyMap<string, readonly TermPlace[]> {
  const places = new Map<string, TermPlace[]>();
  for (const lesson of lessons) {
    for (const { term, section } of linkTerms(treeOf(lesson.body), terms, lesson.slug)) {
      places.set(term, [...(places.get(term) ?? []), { lesson: lesson.slug, section }]);
    }
  }
  return places;
}

/** What doesn't agree between glossary and lessons, one sentence each. */
export function glossaryProblems(
  terms: readonly GlossaryTerm[],
  lessons: readonly Lesson[],
): readonly string[] {
  const places = placesOfTerms(terms, lessons);
  const sections = new Map(
    lessons.map((lesson) => [lesson.slug, sectionsOf(treeOf(lesson.body)).map(({ id }) => id)]),
  );
  return terms.flatMap(({ term, slug: own, explained, only }) => [
    ...(places.has(own) ? [] : [`"${term}" appears in no lesson`]),
    ...(sections.get(explained.lesson)?.includes(explained.section) === true
      ? []
      : [`"${term}": there is no ${explained.lesson}#${explained.section ?? ''}`]),
    ...(only ?? [])
      .filter((lesson) => places.get(own)?.some((place) => place.lesson === lesson) !== true)
      .map((lesson) => `"${term}" does not appear in ${lesson}`),
  ]);
}
