import type { Actor } from '../auth/actor';
import { sectionsOf, treeOf } from '../courseware/lesson-tree';
import { database, type Db } from '../db';
import { notFound } from '../errors';
import { requireMembership, requirePublishedItem } from './access';
import { loadLessonVersion } from './lesson-versions';
import { TRANSACTION } from './submissions';

/** A section of a lesson that the acting member marked. */
export type Bookmark = {
  readonly lesson: string;
  readonly lessonTitle: string;
  /** Id of the section's heading. */
  readonly section: string;
  /** As it is called now, or was called when there still was one. */
  readonly heading: string;
  /** The lesson was edited, and has no such section any more. */
  readonly isGone: boolean;
};

export type BookmarkResult =
  { readonly kind: 'kept' } | { readonly kind: 'too-many'; readonly bookmarksMax: number };

/** Of one member in one course. */
const BOOKMARKS_MAX = 200;
const HEADING_MAX = 200;

/** The acting member's own, in the order of the course. */
export async function listBookmarks(
  actor: Actor,
  courseSlug: string,
): Promise<readonly Bookmark[]> {
  const db = database();
  const { courseId } = await requireMembership(db, actor, courseSlug);
  const rows = await db.bookmark.findMany({
    where: { userId: actor.userId, item: { courseId, currentVersionId: { not: null } } },
    orderBy: [{ item: { position: 'asc' } }, { createdAt: 'asc' }],
    select: {
      section: true,
      heading: true,
      item: { select: { slug: true, title: true, currentVersionId: true } },
    },
  });
  const placed = await Promise.all(
    rows.map(async ({ section, heading, item }) => {
      const headings = await headingsOf(db, item.currentVersionId);
      const at = headings.findIndex(({ id }) => id === section);
      return {
        // What is gone comes after what is there.
        at: at < 0 ? headings.length : at,
        lesson: item.slug,
        lessonTitle: item.title,
        section,
        heading: headings[at]?.heading ?? heading,
        isGone: at < 0,
      };
    }),
  );
  const lessons = [...new Set(placed.map(({ lesson }) => lesson))];
  return lessons.flatMap((slug) =>
    placed
      .filter(({ lesson }) => lesson === slug)
      .sort((a, b) => a.at - b.at)
      .map(({ at: _, ...bookmark }) => bookmark),
  );
}

/** Sections of this lesson that the acting user marked. */
export async function bookmarkedSections(
  db: Db,
  userId: string,
  itemId: string,
): Promise<readonly string[]> {
  const rows = await db.bookmark.findMany({
    where: { userId, itemId },
    select: { section: true },
  });
  return rows.map(({ section }) => section);
}

/** Only what is a section of the lesson now can be marked. */
export async function addBookmark(
  actor: Actor,
  courseSlug: string,
  lessonSlug: string,
  section: string,
): Promise<BookmarkResult> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId, versionId } = await requirePublishedItem(db, membership, 'LESSON', lessonSlug);
  const marked = (await headingsOf(db, versionId)).find(({ id }) => id === section);
  if (marked === undefined) throw notFound('section');
  const { userId } = actor;
  return db.$transaction(async (tx): Promise<BookmarkResult> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bookmark ${userId}`}, 0))`;
    const kept = await tx.bookmark.count({
      where: { userId, item: { courseId: membership.courseId } },
    });
    if (kept >= BOOKMARKS_MAX) return { kind: 'too-many', bookmarksMax: BOOKMARKS_MAX };
    await tx.bookmark.createMany({
      data: [{ userId, itemId, section, heading: marked.heading.slice(0, HEADING_MAX) }],
      skipDuplicates: true,
    });
    return { kind: 'kept' };
  }, TRANSACTION);
}

/** Also of a section that is gone. */
export async function removeBookmark(
  actor: Actor,
  courseSlug: string,
  lessonSlug: string,
  section: string,
): Promise<void> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'LESSON', lessonSlug);
  await db.bookmark.deleteMany({ where: { userId: actor.userId, itemId, section } });
}

async function headingsOf(db: Db, versionId: string | null) {
  if (versionId === null) return [];
  const { body } = await loadLessonVersion(db, versionId);
  return sectionsOf(treeOf(body)).flatMap(({ id, heading }) =>
    id === null || heading === null || id === '' ? [] : [{ id, heading }],
  );
}
