'use client';

import { usePathname } from 'next/navigation';
import { Button } from '../ui/button';
import { NavLink } from './nav-link';

/** Comes back to the page that it is on; from the front page it goes on to the courses. */
export function SignInLink() {
  const here = usePathname();
  const comesBack = here !== '/' && here !== '/sign-in';
  return (
    <Button asChild size="sm" className="ml-1">
      <NavLink
        data-visitor
        href={comesBack ? `/sign-in?callbackUrl=${encodeURIComponent(here)}` : '/sign-in'}
      >
        Sign in
      </NavLink>
    </Button>
  );
}
