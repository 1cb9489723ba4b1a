'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';

type Shares<Name extends string> = Readonly<Record<Name, number>>;

// What is kept has changed, perhaps by another pane of the page.
const listeners = new Set<() => void>();
/** For browsers that keep nothing, and while the border is being moved. */
const shown = new Map<string, string>();

/** How large the panes of a page are, in percent; as the reader left them the last time. */
export function usePaneShares<Name extends string>(
  page: string,
  initial: Shares<Name>,
): [Shares<Name>, (name: Name, share: number) => void] {
  const key = `panes:${page}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => shown.get(key) ?? read(key),
    () => null,
  );
  const shares = useMemo(() => sharesFrom(kept, initial), [kept, initial]);
  const change = useCallback(
    (name: Name, share: number) => {
      const text = JSON.stringify({
        ...sharesFrom(shown.get(key) ?? read(key), initial),
        [name]: share,
      });
      shown.set(key, text);
      try {
        localStorage.setItem(key, text);
      } catch {
        // Holds for this page, then.
      }
      for (const listener of listeners) listener();
    },
    [key, initial],
  );
  return [shares, change];
}

/** What was kept may be of an older page, or of nobody's making. */
function sharesFrom<Name extends string>(text: string | null, initial: Shares<Name>): Shares<Name> {
  const kept = parsed(text);
  const shares: Record<Name, number> = { ...initial };
  for (const name in initial) {
    const share = kept?.[name];
    if (typeof share === 'number' && share >= 10 && share <= 90) shares[name] = share;
  }
  return shares;
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
