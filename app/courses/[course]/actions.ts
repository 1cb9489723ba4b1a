'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { rotateJoinCode } from '@/lib/data/enrollment';

/** Instructors only: lib/data sees to that. */
export async function rotateJoinCodeAction(course: string): Promise<void> {
  const actor = await requireActor();
  const slug = z.string().max(200).parse(course);
  await rotateJoinCode(actor, slug);
  revalidatePath(`/courses/${slug}`);
}
