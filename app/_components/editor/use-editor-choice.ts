'use client';

import { useCallback, useSyncExternalStore } from 'react';

export type EditorChoice = 'full' | 'plain';

const KEY = 'editor';
const listeners = new Set<() => void>();

/** Which editor this reader wants; null until the browser was asked. */
export function useEditorChoice(): [EditorChoice | null, (choice: EditorChoice) => void] {
  const choice = useSyncExternalStore<EditorChoice | null>(subscribe, current, () => null);
  const choose = useCallback((chosen: EditorChoice) => {
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // Holds for this page, then.
    }
    fallback = chosen;
    for (const listener of listeners) listener();
  }, []);
  return [choice, choose];
}

let fallback: EditorChoice | null = null;

function current(): EditorChoice {
  const kept = keptChoice() ?? fallback;
  if (kept !== null) return kept;
  // Monaco does not work well under fingers.
  return matchMedia('(pointer: coarse)').matches ? 'plain' : 'full';
}

function keptChoice(): EditorChoice | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'full' || kept === 'plain' ? kept : null;
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
