'use client';

import { useCallback, useSyncExternalStore } from 'react';

const lists = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();
const NONE: readonly string[] = [];

/** A short list of texts that this browser remembers under a name. */
export function useKeptList(
  key: string,
): readonly [readonly string[], (list: readonly string[]) => void] {
  const list = useSyncExternalStore(
    subscribe,
    () => current(key),
    () => NONE,
  );
  const keep = useCallback(
    (changed: readonly string[]) => {
      lists.set(key, changed);
      try {
        if (changed.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(changed));
      } catch {
        // Holds for this page, then.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [list, keep];
}

function current(key: string): readonly string[] {
  const known = lists.get(key) ?? kept(key);
  lists.set(key, known);
  return known;
}

function kept(key: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : NONE;
  } catch {
    return NONE;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
