'use client';

import { NavLink } from '@/app/_components/site/nav-link';
import { Button } from '../ui/button';
import { Page } from './page';

type ErrorNoticeProps = {
  readonly error: unknown;
  readonly retry: () => void;
  /** What did not get lost. */
  readonly kept: string;
};

export function ErrorNotice({ error, retry, kept }: ErrorNoticeProps) {
  const digest = digestOf(error);
  return (
    <Page>
      <h1 className="text-3xl">This page could not be shown</h1>
      <p className="mt-4">Something on our side failed, and it was not your doing. {kept}</p>
      <p className="mt-2 text-muted">
        Often it is over in a moment. If it is not, tell your instructor
        {digest === null ? '.' : ', with this number: '}
        {digest !== null && <code>{digest}</code>}
      </p>
      <div className="mt-6 flex gap-3">
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
        <Button asChild>
          <NavLink href="/courses">Your courses</NavLink>
        </Button>
      </div>
    </Page>
  );
}

/** Of an error on the server the browser only gets a number that stands in the server's log. */
function digestOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}
