import type { PageRun, RegionKind } from '@/lib/kernel/inspection/memory-view';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessNames } from '../process-names';

/** What each region is called, and what it holds. */
export const REGION_WORDS: Readonly<Record<RegionKind, string>> = {
  text: 'the instructions',
  'read-only data': 'string literals, constants',
  'initialized data': 'globals with a value',
  'uninitialized data': 'globals that begin as 0',
  heap: 'what malloc gives',
  mapping: 'shared memory, mapped files',
  stack: 'a frame for each call',
  arguments: 'argv, environment',
};

export function nameOf(names: ProcessNames, pid: Pid): string {
  return names.get(pid)?.name ?? `process ${pid}`;
}

export function namesText(names: ProcessNames, pids: readonly Pid[]): string {
  return pids.map((pid) => nameOf(names, pid)).join(', ');
}

export function bytesText(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${rounded(bytes / 1024)} KB`;
  return `${rounded(bytes / 1024 / 1024)} MB`;
}

function rounded(value: number): string {
  return value < 10 ? value.toFixed(1).replace('.0', '') : String(Math.round(value));
}

export type PageLook = { readonly letter: string; readonly word: string };

export const PAGE_LOOKS: Readonly<Record<PageRun['state'], PageLook>> = {
  shared: { letter: 'S', word: 'shared since fork' },
  copied: { letter: 'C', word: 'copied: written since fork' },
  own: { letter: 'O', word: 'its own' },
  blank: { letter: '', word: 'only zeros' },
};

/** "2 pages shared with child 1, 1 copied (written by parent)". */
export function pagesText(runs: readonly PageRun[], names: ProcessNames): string {
  const counts = new Map<string, number>();
  for (const { state, count, with: pids } of runs) {
    const who = namesText(names, pids);
    const text = {
      shared: `shared with ${who}`,
      copied: `copied (written by ${who})`,
      own: 'its own',
      blank: 'of zeros only',
    }[state];
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return [...counts]
    .map(([text, count], k) =>
      k > 0 ? `${count} ${text}` : `${count} ${count === 1 ? 'page' : 'pages'} ${text}`,
    )
    .join(', ');
}
