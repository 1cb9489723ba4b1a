'use client';

import { Keyboard } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';

const SHORTCUTS = [
  { does: 'Run the program', keys: ['Mod', 'Enter'] },
  { does: 'Submit (exercise)', keys: ['Mod', 'Shift', 'Enter'] },
  { does: 'Explore every order of steps (exercise)', keys: ['Mod', 'Alt', 'Enter'] },
  { does: 'Step through a timeline', keys: ['↑', '↓'] },
  { does: 'Step line by line, in a timeline', keys: ['←', '→'] },
  { does: 'Stop the run, cancel exploring', keys: ['Mod', '.'] },
  { does: 'Leave the editor with Tab (switches Tab back and forth)', keys: ['Ctrl', 'M'] },
  { does: 'This list', keys: ['?'] },
] as const;

export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const mod = useSyncExternalStore(subscribeToNothing, modKey, () => 'Ctrl');

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === '?' && !isTyping(event.target)) setOpen(true);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label="Keyboard shortcuts"
        className="max-sm:hidden"
        onClick={() => setOpen(true)}
      >
        <Keyboard aria-hidden />
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Keyboard shortcuts">
        <dl className="divide-y">
          {SHORTCUTS.map(({ does, keys }) => (
            <div key={does} className="flex items-center justify-between gap-6 py-2.5">
              <dt>{does}</dt>
              <dd className="flex shrink-0 gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key === 'Mod' ? mod : key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
      target.closest('.monaco-editor') !== null)
  );
}

const subscribeToNothing = () => () => undefined;

function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
