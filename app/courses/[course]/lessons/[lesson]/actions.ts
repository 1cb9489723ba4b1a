'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { itemPath } from '@/app/_components/site/item-path';
import { requireActor } from '@/lib/auth/session';
import { markLesson } from '@/lib/data/lesson-progress';
import { getLesson } from '@/lib/data/lessons';

const name = z.string().min(1).max(200);

/** Read, one goes on with what comes after the lesson. */
export async function markLessonAction(
  course: string,
  lesson: string,
  isRead: boolean,
): Promise<void> {
  const actor = await requireActor();
  const [courseSlug, slug] = [name.parse(course), name.parse(lesson)];
  await markLesson(actor, courseSlug, slug, z.boolean().parse(isRead));
  const { follows } = await getLesson(actor, courseSlug, slug);
  revalidatePath(`/courses/${courseSlug}`, 'layout');
  if (isRead && follows !== null) redirect(itemPath(courseSlug, follows));
}
