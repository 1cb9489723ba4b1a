import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import type { ItemKind, Prisma } from '../generated/prisma/client';
import {
  type Membership,
  type Reader,
  type Reading,
  requireInstructor,
  requireMembership,
  requireReading,
  roleKind,
} from './access';

export type CourseRoleName = 'student' | 'instructor';
export type CourseItemKind = 'lesson' | 'quiz' | 'exercise';

/** Points over the items that give points; `done` counts items with full marks. */
export type CourseProgress = {
  readonly points: number;
  readonly pointsMax: number;
  readonly itemsDone: number;
  readonly itemsTotal: number;
};

export type CourseSummary = {
  readonly slug: string;
  readonly title: string;
  readonly role: CourseRoleName;
  readonly progress: CourseProgress;
};

export type OutlineItem = {
  readonly kind: CourseItemKind;
  readonly slug: string;
  readonly title: string;
  readonly position: number;
  readonly dueAt: Date | null;
  /** 0 for lessons. */
  readonly pointsMax: number;
  /** The acting user's own best; null before the first graded attempt. */
  readonly grade: {
    readonly points: number;
    readonly pointsMax: number;
    readonly attempts: number;
  } | null;
};

export type OpenCourse = { readonly slug: string; readonly title: string };

export type CourseOutline = Omit<CourseSummary, 'role'> & {
  readonly reader: Reading['kind'];
  /** Whether anyone may read its lessons. */
  readonly isOpen: boolean;
  /** For instructors; null for students. */
  readonly joinCode: string | null;
  /** In the order of the course. */
  readonly items: readonly OutlineItem[];
};

export async function listCoursesOf(actor: Actor): Promise<readonly CourseSummary[]> {
  const enrollments = await database().enrollment.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: 'asc' },
    select: {
      role: true,
      course: { select: { slug: true, title: true, items: selectItems(actor) } },
    },
  });
  return enrollments.map(({ role, course }) => ({
    slug: course.slug,
    title: course.title,
    role: roleKind(role),
    progress: progressOf(course.items.map(outlineItem)),
  }));
}

/** For anyone: the courses whose lessons can be read without an account. */
export async function listOpenCourses(): Promise<readonly OpenCourse[]> {
  return database().course.findMany({
    where: { isOpen: true },
    orderBy: { createdAt: 'asc' },
    take: OPEN_COURSES_SHOWN_MAX,
    select: { slug: true, title: true },
  });
}

const OPEN_COURSES_SHOWN_MAX = 100;

/** Instructors only. Closed, the course exists for its members and for nobody else. */
export async function setCourseOpen(
  instructor: Actor,
  courseSlug: string,
  isOpen: boolean,
): Promise<void> {
  const db = database();
  const { courseId } = await requireInstructor(db, instructor, courseSlug);
  await db.course.update({ where: { id: courseId }, data: { isOpen } });
}

/** As what the reader may look at the course: for pages that show members and visitors different things. */
export async function getReaderKind(reader: Reader, courseSlug: string): Promise<Reading['kind']> {
  return (await requireReading(database(), reader, courseSlug)).kind;
}

export async function getCourse(reader: Reader, courseSlug: string): Promise<CourseOutline> {
  const db = database();
  return outlineOf(db, reader, await requireReading(db, reader, courseSlug));
}

/** For members only: with their own grades. */
export async function getOwnGrades(
  actor: Actor,
  courseSlug: string,
): Promise<CourseOutline & { readonly reader: Membership['kind'] }> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  return { ...(await outlineOf(db, actor, membership)), reader: membership.kind };
}

async function outlineOf(db: Db, reader: Reader, reading: Reading): Promise<CourseOutline> {
  const course = await db.course.findUniqueOrThrow({
    where: { id: reading.courseId },
    select: { joinCode: true, isOpen: true, items: selectItems(reader) },
  });
  const items = course.items.map(outlineItem);
  return {
    slug: reading.courseSlug,
    title: reading.courseTitle,
    reader: reading.kind,
    isOpen: course.isOpen,
    progress: progressOf(items),
    joinCode: reading.kind === 'instructor' ? course.joinCode : null,
    items,
  };
}

function selectItems(reader: Reader) {
  return {
    where: { currentVersionId: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      kind: true,
      slug: true,
      title: true,
      position: true,
      dueAt: true,
      currentVersion: { select: { pointsMax: true } },
      grades: {
        where: reader === null ? { userId: { in: [] } } : { userId: reader.userId },
        select: { points: true, pointsMax: true, attempts: true },
      },
    },
  } satisfies Prisma.Course$itemsArgs;
}

type ItemRow = {
  readonly kind: ItemKind;
  readonly slug: string;
  readonly title: string;
  readonly position: number;
  readonly dueAt: Date | null;
  readonly currentVersion: { readonly pointsMax: number } | null;
  readonly grades: readonly {
    readonly points: number;
    readonly pointsMax: number;
    readonly attempts: number;
  }[];
};

function outlineItem(row: ItemRow): OutlineItem {
  return {
    kind: ITEM_KIND_NAMES[row.kind],
    slug: row.slug,
    title: row.title,
    position: row.position,
    dueAt: row.dueAt,
    pointsMax: row.currentVersion?.pointsMax ?? 0,
    grade: row.grades[0] ?? null,
  };
}

const ITEM_KIND_NAMES = {
  LESSON: 'lesson',
  QUIZ: 'quiz',
  EXERCISE: 'exercise',
} as const satisfies Record<ItemKind, CourseItemKind>;

function progressOf(items: readonly OutlineItem[]): CourseProgress {
  const graded = items.filter((item) => item.pointsMax > 0);
  // A grade earned on an earlier version counts by its share: the version's maximum may have changed since.
  const shares = graded.map((item) =>
    item.grade === null ? 0 : item.grade.points / item.grade.pointsMax,
  );
  return {
    points: graded.reduce((sum, item, i) => sum + item.pointsMax * (shares[i] ?? 0), 0),
    pointsMax: graded.reduce((sum, item) => sum + item.pointsMax, 0),
    itemsDone: shares.filter((share) => share >= 1).length,
    itemsTotal: graded.length,
  };
}
