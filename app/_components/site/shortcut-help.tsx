'use client';

import { Keyboard } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import { isTyping } from './is-typing';

const SHORTCUTS = [
  {
    where: 'The program',
    keys: [
      { does: 'Run', keys: ['Mod', 'Enter'] },
      { does: 'Submit (exercise)', keys: ['Mod', 'Shift', 'Enter'] },
      { does: 'Explore every order of steps', keys: ['Mod', 'Alt', 'Enter'] },
      { does: 'Stop the run, cancel exploring', keys: ['Mod', '.'] },
    ],
  },
  {
    where: 'Steps',
    keys: [
      { does: 'Over a call, into it, out of it', keys: ['N', 'S', 'O'] },
      { does: 'To a system call, context switch, output, error', keys: ['C', 'X', 'P', 'E'] },
      { does: 'To a breakpoint, the cursor, a change of the first watch', keys: ['B', 'U', 'W'] },
      { does: 'One instruction', keys: ['I'] },
      { does: 'Any of these backwards', keys: ['Shift', '…'] },
      { does: 'Set or remove a breakpoint (in the editor)', keys: ['F9'] },
      { does: 'Step through a timeline', keys: ['↑', '↓'] },
      { does: 'Step line by line, in a timeline', keys: ['←', '→'] },
    ],
  },
  {
    where: 'The full editor',
    keys: [
      { does: 'Complete a name', keys: ['Ctrl', 'Space'] },
      { does: 'Explain the name at the cursor', keys: ['Mod', 'K', 'Mod', 'I'] },
      { does: 'Show the arguments of a call', keys: ['Mod', 'Shift', 'Space'] },
      { does: 'To the next problem', keys: ['F8'] },
      { does: 'Mend what is marked at the cursor', keys: ['Alt', 'Enter'] },
      { does: 'Put the program into form', keys: ['Shift', 'Alt', 'F'] },
      { does: 'Turn lines into comments and back', keys: ['Mod', '/'] },
      { does: 'Find', keys: ['Mod', 'F'] },
      { does: 'All commands', keys: ['F1'] },
      { does: 'Let Tab leave the editor, and back', keys: ['Ctrl', 'M'] },
    ],
  },
  {
    where: 'The plain editor',
    keys: [{ does: 'Leave with Tab', keys: ['Esc', 'Tab'] }],
  },
  {
    where: 'Borders between panes',
    keys: [
      { does: 'Move', keys: ['←', '→'] },
      { does: 'Put back', keys: ['Home'] },
    ],
  },
  {
    where: 'In a course',
    keys: [
      { does: 'Search', keys: ['/'] },
      { does: 'Search', keys: ['Mod', 'K'] },
    ],
  },
  { where: 'Everywhere', keys: [{ does: 'This list', keys: ['?'] }] },
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
        {SHORTCUTS.map(({ where, keys: list }) => (
          <section key={where} aria-label={where} className="mt-4 first:mt-0">
            <h3 className="text-sm font-semibold text-muted">{where}</h3>
            <dl className="divide-y">
              {list.map(({ does, keys }) => (
                <div key={does} className="flex items-center justify-between gap-6 py-1.5">
                  <dt>{does}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key, at) => (
                      <Kbd key={at}>{key === 'Mod' ? mod : key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Dialog>
    </>
  );
}

const subscribeToNothing = () => () => undefined;

function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
