'use server';

import { requireActor } from '@/lib/auth/session';
import { endAllSessions } from '@/lib/data/accounts';

export async function endAllSessionsAction(): Promise<void> {
  const actor = await requireActor('/account');
  await endAllSessions(actor);
}
