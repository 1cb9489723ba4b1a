import { ChevronRight } from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import type { ReactNode } from 'react';
import { cn } from '../ui/class-names';

/** The frame of an ordinary page: a column of text or tables. */
export function Page({
  wide = false,
  children,
}: {
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={cn('mx-auto w-full px-4 py-8 sm:px-6 sm:py-10', wide ? 'max-w-7xl' : 'max-w-3xl')}
    >
      {children}
    </div>
  );
}

export type Crumb = { readonly label: string; readonly href: string };

/** The way up; the page itself is named by its heading, not here. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="mb-3 text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted">
        {crumbs.map(({ label, href }, i) => (
          <li key={href} className="flex items-center gap-1.5">
            {i > 0 && <ChevronRight aria-hidden className="size-3.5" />}
            <NavLink href={href} className="rounded-sm hover:text-ink hover:underline">
              {label}
            </NavLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
