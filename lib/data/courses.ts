import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import {
  type Membership,
  type Reader,
  type Reading,
  requireInstructor,
  requireMembership,
  requireReading,
  roleKind,
} from './access';
import { type DueItem, dueItems, type NextStep, nextStep } from './next-step';
import {
  type CourseProgress,
  type OutlineItem,
  outlineItem,
  progressOf,
  selectItems,
} from './outline';
import { closeOverdue } from './quiz-closing';

export type CourseRoleName = 'student' | 'instructor';

export type CourseSummary = {
  readonly slug: string;
  readonly title: string;
  readonly role: CourseRoleName;
  readonly progress: CourseProgress;
  /** For students who are not done with all. */
  readonly next: NextStep | null;
};

export type OpenCourse = { readonly slug: string; readonly title: string };

export type CourseOutline = Omit<CourseSummary, 'role'> & {
  readonly reader: Reading['kind'];
  /** Whether anyone may read its lessons. */
  readonly isOpen: boolean;
  /** For instructors; null for students. */
  readonly joinCode: string | null;
  /** For students: what has a date and is not done, the earliest first. */
  readonly due: readonly DueItem[];
  /** In the order of the course. */
  readonly items: readonly OutlineItem[];
};

export async function listCoursesOf(actor: Actor): Promise<readonly CourseSummary[]> {
  const enrollments = await database().enrollment.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: 'asc' },
    select: {
      role: true,
      course: { select: { slug: true, title: true, items: selectItems(actor.userId) } },
    },
  });
  const now = new Date();
  return enrollments.map(({ role, course }) => {
    const items = course.items.map(outlineItem);
    return {
      slug: course.slug,
      title: course.title,
      role: roleKind(role),
      progress: progressOf(items),
      next: role === 'STUDENT' ? nextStep(items, now) : null,
    };
  });
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
  const { courseId } = reading;
  if (reader !== null && reading.kind !== 'visitor')
    await closeOverdue({ userId: reader.userId, courseId });
  const course = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { joinCode: true, isOpen: true, items: selectItems(reader?.userId ?? null) },
  });
  const items = course.items.map(outlineItem);
  const now = new Date();
  const isStudent = reading.kind === 'student';
  return {
    slug: reading.courseSlug,
    title: reading.courseTitle,
    reader: reading.kind,
    isOpen: course.isOpen,
    progress: progressOf(items),
    next: isStudent ? nextStep(items, now) : null,
    due: isStudent ? dueItems(items, now) : [],
    joinCode: reading.kind === 'instructor' ? course.joinCode : null,
    items,
  };
}
