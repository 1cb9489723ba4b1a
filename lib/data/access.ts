import type { Actor } from '../auth/actor';
import type { Db } from '../db';
import { notFound } from '../errors';
import type { CourseRole, ItemKind } from '../generated/prisma/client';

/** An actor's standing in a course: proof, for the functions that take one, that membership was looked up. */
export type Membership = {
  readonly kind: 'student' | 'instructor';
  readonly courseId: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
};

/**
 * Someone who only reads in a course that is open: without an account, or not enrolled. Nothing of theirs is kept, and
 * what asks for a Membership is closed to them.
 */
export type Visit = {
  readonly kind: 'visitor';
  readonly courseId: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
};

/** Who may read the lessons of a course. */
export type Reading = Membership | Visit;

/** Null: nobody is signed in. */
export type Reader = Actor | null;

export type PublishedItem = {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly slug: string;
  readonly title: string;
  readonly position: number;
  readonly dueAt: Date | null;
  readonly versionId: string;
};

/** To whoever is not enrolled, the course does not exist. */
export async function requireMembership(
  db: Db,
  actor: Actor,
  courseSlug: string,
): Promise<Membership> {
  const membership = await findMembership(db, actor, requireSlug(courseSlug, 'course'));
  if (membership === null) throw notFound('course');
  return membership;
}

async function findMembership(
  db: Db,
  actor: Actor,
  courseSlug: string,
): Promise<Membership | null> {
  const enrollment = await db.enrollment.findFirst({
    where: { userId: actor.userId, course: { slug: courseSlug } },
    select: { role: true, course: { select: { id: true, slug: true, title: true } } },
  });
  return enrollment === null
    ? null
    : {
        kind: roleKind(enrollment.role),
        courseId: enrollment.course.id,
        courseSlug: enrollment.course.slug,
        courseTitle: enrollment.course.title,
      };
}

/** Members read their course, anybody one that is open to readers; to others it does not exist. */
export async function requireReading(db: Db, reader: Reader, courseSlug: string): Promise<Reading> {
  const slug = requireSlug(courseSlug, 'course');
  if (reader !== null) {
    const membership = await findMembership(db, reader, slug);
    if (membership !== null) return membership;
  }
  const course = await db.course.findUnique({
    where: { slug, isOpen: true },
    select: { id: true, title: true },
  });
  if (course === null) throw notFound('course');
  return { kind: 'visitor', courseId: course.id, courseSlug: slug, courseTitle: course.title };
}

/** To students, what is the instructors' does not exist either. */
export async function requireInstructor(
  db: Db,
  actor: Actor,
  courseSlug: string,
): Promise<Membership> {
  const membership = await requireMembership(db, actor, courseSlug);
  if (membership.kind !== 'instructor') throw notFound('page');
  return membership;
}

/** For instructors who look at one person: someone of their course, whatever the role. */
export async function requireEnrolled(
  db: Db,
  membership: Membership,
  userId: string,
): Promise<{ readonly userId: string }> {
  const enrollment = await db.enrollment.findUnique({
    where: {
      courseId_userId: { courseId: membership.courseId, userId: requireUuid(userId, 'student') },
    },
    select: { userId: true },
  });
  if (enrollment === null) throw notFound('student');
  return enrollment;
}

export async function requirePublishedItem(
  db: Db,
  reading: Reading,
  kind: ItemKind,
  slug: string,
): Promise<PublishedItem> {
  const name = kind.toLowerCase();
  const item = await db.courseItem.findUnique({
    where: {
      courseId_kind_slug: { courseId: reading.courseId, kind, slug: requireSlug(slug, name) },
    },
  });
  if (item === null || item.currentVersionId === null) throw notFound(name);
  return {
    itemId: item.id,
    kind: item.kind,
    slug: item.slug,
    title: item.title,
    position: item.position,
    dueAt: item.dueAt,
    versionId: item.currentVersionId,
  };
}

export function roleKind(role: CourseRole): Membership['kind'] {
  return role === 'INSTRUCTOR' ? 'instructor' : 'student';
}

// Slugs and identifiers come from addresses that anyone can type. PostgreSQL throws on NUL in a text
// and on what is no UUID; for us, there is simply no such record.
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function requireSlug(slug: string, what: string): string {
  if (!SLUG.test(slug)) throw notFound(what);
  return slug;
}

export function requireUuid(id: string, what: string): string {
  if (!UUID.test(id)) throw notFound(what);
  return id;
}
