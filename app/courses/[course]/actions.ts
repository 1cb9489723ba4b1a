'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { setCourseOpen } from '@/lib/data/courses';
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
