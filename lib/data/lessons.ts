import { z } from 'zod';
import { type Lesson, parseLesson } from '../courseware/lesson';
import { database, type Db } from '../db';
import { AppError } from '../errors';
import { type Reader, type Reading, requirePublishedItem, requireReading } from './access';
import { type ShownItem, shownItems } from './course-contents';
import { versionLoader } from './version-loader';

export type LessonForReader = {
  readonly reader: Reading['kind'];
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly lesson: Lesson;
  /** The lessons beside it in the course. */
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
};

export type LessonLink = { readonly slug: string; readonly title: string };

export async function getLesson(
  reader: Reader,
  courseSlug: string,
  lessonSlug: string,
): Promise<LessonForReader> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  const item = await requirePublishedItem(db, reading, 'LESSON', lessonSlug);
  const lessons = await db.courseItem.findMany({
    where: { courseId: reading.courseId, kind: 'LESSON', currentVersionId: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, title: true },
  });
  const at = lessons.findIndex(({ slug }) => slug === item.slug);
  return {
    reader: reading.kind,
    courseSlug: reading.courseSlug,
    courseTitle: reading.courseTitle,
    lesson: await loadLessonVersion(db, item.versionId),
    previous: lessons[at - 1] ?? null,
    next: lessons[at + 1] ?? null,
  };
}

export type CourseLessons = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  /** In the order of the course. */
  readonly lessons: readonly Lesson[];
};

export async function getAllLessons(reader: Reader, courseSlug: string): Promise<CourseLessons> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  return {
    courseSlug: reading.courseSlug,
    courseTitle: reading.courseTitle,
    lessons: await shownLessons(db, await shownItems(db, reading.courseId)),
  };
}

export async function shownLessons(
  db: Db,
  items: readonly ShownItem[],
): Promise<readonly Lesson[]> {
  const lessons = items.filter(({ kind }) => kind === 'LESSON');
  return Promise.all(lessons.map(({ versionId }) => loadLessonVersion(db, versionId)));
}

const lessonVersionSchema = z.object({ slug: z.string(), text: z.string() });

export type LessonVersionContent = z.infer<typeof lessonVersionSchema>;

export const loadLessonVersion = versionLoader((definition): Lesson => {
  const { slug, text } = lessonVersionSchema.parse(definition);
  const parsed = parseLesson(slug, text);
  if (parsed.kind === 'lesson') return parsed.lesson;
  throw new AppError('invalid-courseware', parsed.problems.join('\n'));
});
