import type { Lesson } from '../courseware/lesson';
import { database, type Db } from '../db';
import { type Reader, type Reading, requirePublishedItem, requireReading } from './access';
import { bookmarkedSections } from './bookmarks';
import { type ShownItem, shownItems } from './course-contents';
import { type LessonStanding, standingIn } from './lesson-progress';
import { loadLessonVersion } from './lesson-versions';
import { type CourseItemKind, itemKindName } from './outline';

export type LessonForReader = {
  readonly reader: Reading['kind'];
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly lesson: Lesson;
  /** The lessons beside it in the course. */
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
  /** What comes after it in the course, whatever it is. */
  readonly follows: (LessonLink & { readonly kind: CourseItemKind }) | null;
  /** Of the acting member; null: they open it for the first time. */
  readonly standing: LessonStanding | null;
  /** Sections that the acting member marked; null: by someone who can't mark any. */
  readonly bookmarked: readonly string[] | null;
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
  const items = await db.courseItem.findMany({
    where: { courseId: reading.courseId, currentVersionId: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, kind: true, slug: true, title: true },
  });
  const lessons = items.filter(({ kind }) => kind === 'LESSON');
  const at = lessons.findIndex(({ id }) => id === item.itemId);
  const after = items[items.findIndex(({ id }) => id === item.itemId) + 1];
  const member = reader === null || reading.kind === 'visitor' ? null : reader;
  return {
    reader: reading.kind,
    courseSlug: reading.courseSlug,
    courseTitle: reading.courseTitle,
    lesson: await loadLessonVersion(db, item.versionId),
    previous: lessonLink(lessons[at - 1]),
    next: lessonLink(lessons[at + 1]),
    follows:
      after === undefined
        ? null
        : { kind: itemKindName(after.kind), slug: after.slug, title: after.title },
    standing: member === null ? null : await standingIn(db, member.userId, item.itemId),
    bookmarked: member === null ? null : await bookmarkedSections(db, member.userId, item.itemId),
  };
}

function lessonLink(item: LessonLink | undefined): LessonLink | null {
  return item === undefined ? null : { slug: item.slug, title: item.title };
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
