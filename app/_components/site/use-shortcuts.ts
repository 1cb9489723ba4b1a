'use client';

import { useEffect, useRef } from 'react';

type Shortcuts = {
  readonly run: () => void;
  readonly submit?: () => void;
  readonly explore?: () => void;
  readonly stop: () => void;
};

/** The keys that the list under `?` names. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey)) return;
      const { run, submit, explore, stop } = latest.current;
      if (event.key === 'Enter') {
        event.preventDefault();
        if (event.altKey) explore?.();
        else if (event.shiftKey) submit?.();
        else run();
      } else if (event.key === '.') {
        event.preventDefault();
        stop();
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
