import type { GlossaryTerm } from '../courseware/glossary';
import { placesOfTerms } from '../courseware/glossary-places';
import { installedGlossary } from '../courseware/installed';
import type { Lesson } from '../courseware/lesson';
import { sectionsOf, treeOf } from '../courseware/lesson-tree';
import { database, type Db } from '../db';
import { type Reader, type Reading, requireReading } from './access';
import { contentsLoader, type ShownItem, shownItems } from './course-contents';
import { shownLessons } from './lessons';

export type SectionLink = {
  readonly lesson: string;
  readonly lessonTitle: string;
  /** Null: the beginning of the lesson. */
  readonly section: string | null;
  readonly heading: string | null;
};

export type ExplainedTerm = {
  readonly slug: string;
  readonly term: string;
  /** What it is also called. */
  readonly names: readonly string[];
  readonly text: string;
  /** Null: in a lesson that this course has not. */
  readonly explained: SectionLink | null;
  /** The sections that use it, in the order of the course. */
  readonly used: readonly SectionLink[];
  readonly see: readonly { readonly slug: string; readonly term: string }[];
};

export type CourseGlossary = {
  readonly reader: Reading['kind'];
  readonly courseSlug: string;
  readonly courseTitle: string;
  /** In alphabetical order. */
  readonly terms: readonly ExplainedTerm[];
};

/** The terms that the course's lessons use. */
export async function getGlossary(reader: Reader, courseSlug: string): Promise<CourseGlossary> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  return {
    reader: reading.kind,
    courseSlug: reading.courseSlug,
    courseTitle: reading.courseTitle,
    terms: await termsOf(db, await shownItems(db, reading.courseId)),
  };
}

export const termsOf = contentsLoader(async (db: Db, items: readonly ShownItem[]) =>
  explainedTerms(installedGlossary(), await shownLessons(db, items)),
);

function explainedTerms(
  terms: readonly GlossaryTerm[],
  lessons: readonly Lesson[],
): readonly ExplainedTerm[] {
  const places = placesOfTerms(terms, lessons);
  const links = new Map(lessons.map((lesson) => [lesson.slug, sectionLinks(lesson)]));
  const link = (place: { readonly lesson: string; readonly section: string | null }) =>
    links.get(place.lesson)?.find(({ section }) => section === place.section) ?? null;
  const shown = terms.filter(({ slug }) => places.has(slug));
  return shown.map(({ slug, term, names, text, explained, see }) => ({
    ...{ slug, term, names, text },
    explained: link(explained),
    used: (places.get(slug) ?? []).flatMap((place) => link(place) ?? []),
    see: shown
      .filter((other) => see.includes(other.slug))
      .map((other) => ({ slug: other.slug, term: other.term })),
  }));
}

function sectionLinks(lesson: Lesson): readonly SectionLink[] {
  return sectionsOf(treeOf(lesson.body)).map(({ id, heading }) => ({
    lesson: lesson.slug,
    lessonTitle: lesson.title,
    section: id,
    heading,
  }));
}
