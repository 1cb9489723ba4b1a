import type { ReactNode } from 'react';
import { PAGE_LOOKS } from './memory-words';
import { PageSquare } from './page-strip';

const PAGE_STATES = ['shared', 'copied', 'own', 'blank'] as const;

/** What the marks in the maps mean. */
export function MemoryLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      <Mark sign={<span className="text-warn">●</span>}>changed since the moment before</Mark>
      <Mark sign={<span className="text-accent">≠</span>}>differs from the parent</Mark>
      <Mark sign="→">a pointer leads there</Mark>
      <Mark sign="?">no value yet</Mark>
      {PAGE_STATES.map((state) => (
        <Mark key={state} sign={<PageSquare state={state} />}>
          page: {PAGE_LOOKS[state].word}
        </Mark>
      ))}
    </ul>
  );
}

function Mark({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className="inline-flex w-4 justify-center font-bold">
        {sign}
      </span>
      <span>{children}</span>
    </li>
  );
}
