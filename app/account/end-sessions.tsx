'use client';

import { signOut } from 'next-auth/react';
import { useActionState } from 'react';
import { Button } from '../_components/ui/button';
import { endAllSessionsAction } from './actions';

export function EndSessions() {
  const [, submit, pending] = useActionState(async () => {
    await endAllSessionsAction();
    await signOut({ callbackUrl: '/sign-in' });
    return null;
  }, null);
  return (
    <form action={submit} className="mt-4">
      <Button type="submit" look="danger" disabled={pending}>
        {pending ? 'Signing out…' : 'Sign out everywhere'}
      </Button>
    </form>
  );
}
