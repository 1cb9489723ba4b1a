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
  const enrollment = await db.enrollment.findFirst({
    where: { userId: actor.userId, course: { slug: requireSlug(courseSlug, 'course') } },
    select: { role: true, course: { select: { id: true, slug: true, title: true } } },
  });
  if (enrollment === null) throw notFound('course');
  return {
    kind: roleKind(enrollment.role),
    courseId: enrollment.course.id,
    courseSlug: enrollment.course.slug,
    courseTitle: enrollment.course.title,
  };
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
  membership: Membership,
  kind: ItemKind,
  slug: string,
): Promise<PublishedItem> {
  const name = kind.toLowerCase();
  const item = await db.courseItem.findUnique({
    where: {
      courseId_kind_slug: { courseId: membership.courseId, kind, slug: requireSlug(slug, name) },
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
