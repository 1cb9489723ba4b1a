'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page of ours that shows, after a moment, that the page is on its way. Pages have no
 * loading.tsx for that: with one, "not found" and "sign in first" would be answered as 200.
 */
export function NavLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link {...props}>
      {children}
      <PendingBar />
    </Link>
  );
}

function PendingBar() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span role="status" className="nav-pending">
      <span className="sr-only">Loading the page…</span>
    </span>
  ) : null;
}
