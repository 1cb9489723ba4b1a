'use client';

import { CircleUserRound, LogOut, Settings } from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import { signOut } from 'next-auth/react';
import { Button } from '../ui/button';
import { MenuContent, MenuItem, MenuRoot, MenuSeparator, MenuTrigger } from '../ui/menu';

type UserMenuProps = { readonly name: string; readonly email: string };

export function UserMenu({ name, email }: UserMenuProps) {
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <Button look="quiet" size="sm" className="max-w-56 px-2">
          <CircleUserRound aria-hidden />
          <span className="truncate max-sm:sr-only">{name}</span>
        </Button>
      </MenuTrigger>
      <MenuContent className="max-w-72">
        <div className="px-2.5 py-1.5">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-sm text-muted">{email}</p>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <NavLink href="/account">
            <Settings aria-hidden />
            Account
          </NavLink>
        </MenuItem>
        <MenuItem onSelect={() => void signOut({ callbackUrl: '/' })}>
          <LogOut aria-hidden />
          Sign out
        </MenuItem>
      </MenuContent>
    </MenuRoot>
  );
}
