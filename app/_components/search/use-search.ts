import { useEffect, useRef, useState } from 'react';
import type { SearchResult } from '@/lib/courseware/search/search-index';

/** After so long without a key the server is asked. */
const PAUSE_MS = 120;

type Found =
  | { readonly phase: 'nothing-asked' }
  | { readonly phase: 'found'; readonly query: string; readonly results: readonly SearchResult[] }
  | { readonly phase: 'failed' };

/** Asks while the reader types; what was found last stays until the next answer is there. */
export function useSearch(course: string) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found>({ phase: 'nothing-asked' });
  const pending = useRef<{ timer: number; request: AbortController } | null>(null);

  const cancel = () => {
    if (pending.current === null) return;
    window.clearTimeout(pending.current.timer);
    pending.current.request.abort();
    pending.current = null;
  };
  useEffect(() => cancel, []);

  function ask(text: string): void {
    setQuery(text);
    cancel();
    if (text.trim() === '') {
      setFound({ phase: 'nothing-asked' });
      return;
    }
    const request = new AbortController();
    const timer = window.setTimeout(() => {
      resultsOf(course, text, request.signal).then(
        (results) => setFound({ phase: 'found', query: text.trim(), results }),
        () => {
          if (!request.signal.aborted) setFound({ phase: 'failed' });
        },
      );
    }, PAUSE_MS);
    pending.current = { timer, request };
  }

  return { query, found, ask };
}

async function resultsOf(
  course: string,
  query: string,
  signal: AbortSignal,
): Promise<readonly SearchResult[]> {
  const path = `/courses/${course}/search/results?q=${encodeURIComponent(query)}`;
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`search: ${response.status}`);
  const results: unknown = await response.json();
  if (!areResults(results)) throw new Error('search: no results in the answer');
  return results;
}

function areResults(value: unknown): value is readonly SearchResult[] {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => typeof one === 'object' && one !== null && 'excerpt' in one)
  );
}
