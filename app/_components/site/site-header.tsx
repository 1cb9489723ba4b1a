import { NavLink } from '@/app/_components/site/nav-link';
import type { Actor } from '@/lib/auth/actor';
import { currentActor } from '@/lib/auth/session';
import { SearchButton } from '../search/search-button';
import { Button } from '../ui/button';
import { BrandMark } from './brand-mark';
import { ShortcutHelp } from './shortcut-help';
import { SignInLink } from './sign-in-link';
import type { Theme } from './theme';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';

export async function SiteHeader({ theme }: { readonly theme: Theme }) {
  const actor = await actorOrNobody();
  return (
    <header className="group z-40 flex h-14 shrink-0 items-center gap-1 border-b bg-surface px-3 sm:px-5 lg:sticky lg:top-0 print:hidden">
      <NavLink
        href="/"
        className="mr-2 flex items-center gap-2 rounded-md px-1 py-1 max-[22.5rem]:mr-0 font-semibold tracking-tight"
      >
        <BrandMark />
        {/* The narrowest screens have room for the mark only, and so have phones where one can search or sign in. */}
        <span className="max-[22.5rem]:sr-only max-[27rem]:group-has-data-search:sr-only max-[27rem]:group-has-data-visitor:sr-only">
          Forkyard
        </span>
      </NavLink>
      <nav aria-label="Site" className="flex">
        <Button asChild look="quiet" size="sm" className="max-sm:px-2 max-[22.5rem]:px-1">
          <NavLink href="/courses">Courses</NavLink>
        </Button>
        <Button asChild look="quiet" size="sm" className="max-sm:px-2 max-[22.5rem]:px-1">
          <NavLink href="/play">Playground</NavLink>
        </Button>
      </nav>
      <div className="ml-auto flex items-center gap-1">
        <SearchButton />
        <ShortcutHelp />
        <div className="max-[22.5rem]:group-has-data-visitor:hidden max-[24rem]:group-has-data-search:hidden">
          <ThemeMenu initial={theme} />
        </div>
        {actor === null ? <SignInLink /> : <UserMenu name={actor.name} email={actor.email} />}
      </div>
    </header>
  );
}

/** When the database does not answer, the page below says so; the header only shows nobody. */
async function actorOrNobody(): Promise<Actor | null> {
  try {
    return await currentActor();
  } catch (error) {
    // Next's own signals (e.g. "this page is dynamic") are thrown, too.
    if (error instanceof Error && 'digest' in error) throw error;
    return null;
  }
}
