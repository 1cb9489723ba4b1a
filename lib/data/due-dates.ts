import { z } from 'zod';
import type { Actor } from '../auth/actor';
import { database } from '../db';
import { AppError } from '../errors';
import type { ItemKind } from '../generated/prisma/client';
import { requireInstructor, requirePublishedItem } from './access';
import type { CourseItemKind } from './outline';

const KINDS = {
  lesson: 'LESSON',
  quiz: 'QUIZ',
  exercise: 'EXERCISE',
} as const satisfies Record<CourseItemKind, ItemKind>;

/** No course plans further, and a year that was typed wrongly is found out. */
const dueSchema = z.date().min(new Date('2000-01-01T00:00Z')).max(new Date('2100-01-01T00:00Z'));

/**
 * Instructors only. Null: it is due at no time. What comes in later counts all the same, and is shown as late; so a
 * date can be changed at any time, and only what is said of it changes.
 */
export async function setDueDate(
  instructor: Actor,
  courseSlug: string,
  item: { readonly kind: CourseItemKind; readonly slug: string },
  dueAt: Date | null,
): Promise<void> {
  const db = database();
  const membership = await requireInstructor(db, instructor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, KINDS[item.kind], item.slug);
  const due = dueSchema.nullable().safeParse(dueAt);
  if (!due.success)
    throw new AppError('invalid-input', 'This is no date from 2000 to 2100.', { cause: due.error });
  await db.courseItem.update({ where: { id: itemId }, data: { dueAt: due.data } });
}
