'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { joinCourse } from '@/lib/data/enrollment';

export type JoinState = { readonly code: string; readonly problem: string | null };

const codeSchema = z.string().trim().min(1).max(100);

export async function joinAction(_previous: JoinState, form: FormData): Promise<JoinState> {
  const actor = await requireActor('/courses');
  const parsed = codeSchema.safeParse(form.get('code'));
  if (!parsed.success) return { code: '', problem: 'Type the code that your instructor gave you.' };
  const code = parsed.data;
  const result = await joinCourse(actor, code);
  switch (result.kind) {
    case 'joined':
    case 'already-joined':
      revalidatePath('/courses');
      return redirect(`/courses/${result.courseSlug}`);
    case 'unknown-code':
      return {
        code,
        problem:
          'No course has this code. It has ten letters and digits, never the letters I, L, O, U or the digits 0 and 1.',
      };
    case 'rate-limited':
      return {
        code,
        problem: `That were many tries. Wait ${Math.ceil(result.retryAfterSeconds / 60)} min, and check the code meanwhile.`,
      };
  }
}
