'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import {
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuRoot,
  MenuTrigger,
} from '../ui/menu';
import { parseTheme, THEME_COOKIE, type Theme } from './theme';

const LOOKS = {
  system: { label: 'As the system', Icon: Monitor },
  light: { label: 'Light', Icon: Sun },
  dark: { label: 'Dark', Icon: Moon },
} as const;

const YEAR_SECONDS = 365 * 24 * 3600;

export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const { Icon, label } = LOOKS[theme];

  function choose(value: string) {
    const chosen = parseTheme(value);
    setTheme(chosen);
    applyTheme(chosen);
  }

  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <Button look="quiet" size="icon" aria-label={`Colours: ${label.toLowerCase()}`}>
          <Icon aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>Colours</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={choose}>
          {Object.entries(LOOKS).map(([value, look]) => (
            <MenuRadioItem key={value} value={value}>
              <look.Icon aria-hidden />
              {look.label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </MenuRoot>
  );
}

function applyTheme(theme: Theme) {
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
