import { z } from 'zod';
import { installedGlossary, installedReference } from '../courseware/installed';
import {
  cNameDocument,
  exerciseDocument,
  glossaryDocument,
  lessonDocuments,
  quizDocument,
} from '../courseware/search/search-documents';
import {
  type SearchDocument,
  SearchIndex,
  type SearchKind,
  type SearchResult,
} from '../courseware/search/search-index';
import { database, type Db } from '../db';
import { type Reader, type Reading, requireReading } from './access';
import { contentsLoader, type ShownItem, shownItems } from './course-contents';
import { loadExerciseVersion } from './exercise-versions';
import { termsOf } from './glossary';
import { loadLessonVersion } from './lesson-versions';

export type CourseSearch = {
  readonly reader: Reading['kind'];
  readonly courseSlug: string;
  readonly courseTitle: string;
  /** As it was understood: without spaces at the ends, and not longer than is asked for. */
  readonly query: string;
  readonly results: readonly SearchResult[];
};

const querySchema = z
  .string()
  .catch('')
  .transform((text) => text.trim().slice(0, 100));

/** Visitors find what they may read; a course's members everything that it shows. */
const KINDS: Readonly<Record<Reading['kind'], ReadonlySet<SearchKind>>> = {
  visitor: new Set(['lesson', 'glossary']),
  student: new Set(['lesson', 'glossary', 'exercise', 'quiz', 'c-name']),
  instructor: new Set(['lesson', 'glossary', 'exercise', 'quiz', 'c-name']),
};

export async function searchCourse(
  reader: Reader,
  courseSlug: string,
  asked: unknown,
  resultsMax: number,
): Promise<CourseSearch> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  const query = querySchema.parse(asked);
  const results =
    query === ''
      ? []
      : (await indexOf(db, await shownItems(db, reading.courseId))).search(query, {
          kinds: KINDS[reading.kind],
          resultsMax,
        });
  return {
    reader: reading.kind,
    courseSlug: reading.courseSlug,
    courseTitle: reading.courseTitle,
    query,
    results,
  };
}

const indexOf = contentsLoader(async (db: Db, items: readonly ShownItem[]) => {
  const shown = new Set((await termsOf(db, items)).map(({ slug }) => slug));
  const documents = await Promise.all(items.map((item) => documentsOf(db, item)));
  return new SearchIndex([
    ...documents.flat(),
    ...installedGlossary()
      .filter(({ slug }) => shown.has(slug))
      .map(glossaryDocument),
    ...installedReference().map(cNameDocument),
  ]);
});

async function documentsOf(db: Db, item: ShownItem): Promise<readonly SearchDocument[]> {
  switch (item.kind) {
    case 'LESSON':
      return lessonDocuments(await loadLessonVersion(db, item.versionId));
    case 'EXERCISE': {
      const { statement } = await loadExerciseVersion(db, item.versionId);
      return [exerciseDocument(item.slug, item.title, statement)];
    }
    case 'QUIZ':
      return [quizDocument(item.slug, item.title)];
  }
}
