'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { addBookmark, removeBookmark } from '@/lib/data/bookmarks';
import { setCourseOpen } from '@/lib/data/courses';
import { setDueDate } from '@/lib/data/due-dates';
import { rotateJoinCode } from '@/lib/data/enrollment';

/** Instructors only: lib/data sees to that. */
export async function rotateJoinCodeAction(course: string): Promise<void> {
  const actor = await requireActor();
  const slug = z.string().max(200).parse(course);
  await rotateJoinCode(actor, slug);
  revalidatePath(`/courses/${slug}`);
}

/** Instructors only. */
export async function setCourseOpenAction(course: string, isOpen: boolean): Promise<void> {
  const actor = await requireActor();
  const slug = z.string().max(200).parse(course);
  await setCourseOpen(actor, slug, z.boolean().parse(isOpen));
  revalidatePath(`/courses/${slug}`);
}

const name = z.string().min(1).max(200);
const itemSchema = z.object({ kind: z.enum(['lesson', 'quiz', 'exercise']), slug: name });

/** Instructors only. Null: it is due at no time. */
export async function setDueDateAction(
  course: string,
  item: z.infer<typeof itemSchema>,
  dueAt: Date | null,
): Promise<void> {
  const actor = await requireActor();
  const slug = name.parse(course);
  await setDueDate(actor, slug, itemSchema.parse(item), z.date().nullable().parse(dueAt));
  revalidatePath(`/courses/${slug}`, 'layout');
}

const sectionSchema = z.object({ course: name, lesson: name, section: name });
type Section = z.infer<typeof sectionSchema>;

export async function removeBookmarkAction(place: Section): Promise<void> {
  const actor = await requireActor();
  const { course, lesson, section } = sectionSchema.parse(place);
  await removeBookmark(actor, course, lesson, section);
  revalidatePath(`/courses/${course}`, 'layout');
}

export type BookmarkState = { readonly isOn: boolean; readonly problem: string | null };

/** On becomes off, and off on: as the page that was clicked on showed it. */
export async function toggleBookmarkAction(
  place: Section,
  { isOn }: BookmarkState,
): Promise<BookmarkState> {
  if (isOn) {
    await removeBookmarkAction(place);
    return { isOn: false, problem: null };
  }
  const actor = await requireActor();
  const { course, lesson, section } = sectionSchema.parse(place);
  const result = await addBookmark(actor, course, lesson, section);
  if (result.kind === 'too-many')
    return { isOn: false, problem: `There is room for ${result.bookmarksMax} bookmarks.` };
  revalidatePath(`/courses/${course}`, 'layout');
  return { isOn: true, problem: null };
}
