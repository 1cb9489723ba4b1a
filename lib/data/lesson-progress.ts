import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import { requireMembership, requirePublishedItem } from './access';

/** Where a member is in a lesson. `null`: they have not opened it before. */
export type LessonStanding = { readonly begunAt: Date; readonly readAt: Date | null };

export async function standingIn(
  db: Db,
  userId: string,
  itemId: string,
): Promise<LessonStanding | null> {
  return db.lessonProgress.findUnique({
    where: { itemId_userId: { itemId, userId } },
    select: { begunAt: true, readAt: true },
  });
}

/** The acting member opened it. */
export async function beginLesson(
  actor: Actor,
  courseSlug: string,
  lessonSlug: string,
): Promise<void> {
  const { db, itemId } = await ownLesson(actor, courseSlug, lessonSlug);
  await db.lessonProgress.createMany({
    data: [{ itemId, userId: actor.userId }],
    skipDuplicates: true,
  });
}

/** The acting member says that they have read it, or takes that back. Said again it keeps its first date. */
export async function markLesson(
  actor: Actor,
  courseSlug: string,
  lessonSlug: string,
  isRead: boolean,
): Promise<void> {
  const { db, itemId } = await ownLesson(actor, courseSlug, lessonSlug);
  const { userId } = actor;
  await db.$executeRaw`
    INSERT INTO lesson_progress (user_id, item_id, read_at)
    VALUES (${userId}::uuid, ${itemId}::uuid, CASE WHEN ${isRead} THEN now() END)
    ON CONFLICT (item_id, user_id) DO UPDATE SET
      read_at = CASE WHEN ${isRead} THEN coalesce(lesson_progress.read_at, now()) END`;
}

async function ownLesson(actor: Actor, courseSlug: string, lessonSlug: string) {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'LESSON', lessonSlug);
  return { db, itemId };
}
