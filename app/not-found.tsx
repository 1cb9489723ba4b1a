import type { Metadata } from 'next';
import { NavLink } from '@/app/_components/site/nav-link';
import { Page } from './_components/site/page';
import { Button } from './_components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Page>
      <h1 className="text-3xl">There is no such page</h1>
      <p className="mt-4 text-muted">
        The address may be mistyped, or the page belongs to a course that you have not joined, or to
        another account.
      </p>
      <Button asChild look="primary" className="mt-6">
        <NavLink href="/courses">Your courses</NavLink>
      </Button>
    </Page>
  );
}
