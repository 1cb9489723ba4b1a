import type { Metadata } from 'next';
import { requireActor } from '@/lib/auth/session';
import { Page } from '../_components/site/page';
import { EndSessions } from './end-sessions';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const actor = await requireActor('/account');
  return (
    <Page>
      <h1 className="text-3xl">Account</h1>
      <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-8 gap-y-2 rounded-lg border bg-surface p-5">
        <dt className="text-muted">Name</dt>
        <dd>{actor.name}</dd>
        <dt className="text-muted">E-mail</dt>
        <dd className="break-all">{actor.email}</dd>
      </dl>
      <section aria-labelledby="sessions" className="mt-10">
        <h2 id="sessions" className="text-xl">
          Sessions
        </h2>
        <p className="mt-2 text-muted">
          Forgot to sign out somewhere, or lost a device? This signs you out on every device, here
          too. Drafts and submissions stay.
        </p>
        <EndSessions />
      </section>
    </Page>
  );
}
