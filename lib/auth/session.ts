import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { AppError } from '../errors';
import type { Actor } from './actor';
import { authOptions } from './options';
import { signInPath } from './sign-in-path';

/** Who is signed in; null for nobody. For pages that anyone may see. */
export async function currentActor(): Promise<Actor | null> {
  const session = await getServerSession(authOptions());
  const state = session?.state;
  if (state === undefined || state.kind === 'ended') return null;
  if (state.kind === 'unchecked')
    throw new AppError('unavailable', 'The database does not answer; please try again.');
  return state.actor;
}

/**
 * The first line of every page and action that is not for everyone: who is acting, or off to the sign-in page,
 * which comes back to `returnTo` (a path of ours).
 */
export async function requireActor(returnTo?: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor === null) redirect(returnTo === undefined ? '/sign-in' : signInPath(returnTo));
  return actor;
}
