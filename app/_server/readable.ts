import 'server-only';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/auth/actor';
import { signInPath } from '@/lib/auth/sign-in-path';
import { isAppError } from '@/lib/errors';
import { found } from './found';

/**
 * What is open to readers is shown to anyone. Of anything else a visitor learns that one has to sign in, whether there
 * is such a thing or not; `path` is where they come back to.
 */
export async function readable<T>(
  reader: Actor | null,
  path: string,
  record: Promise<T>,
): Promise<T> {
  if (reader !== null) return found(record);
  try {
    return await record;
  } catch (error) {
    if (isAppError(error, 'not-found')) redirect(signInPath(path));
    throw error;
  }
}
