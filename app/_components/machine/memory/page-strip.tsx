import type { PageRun } from '@/lib/kernel/inspection/memory-view';
import { cn } from '../../ui/class-names';
import type { ProcessNames } from '../process-names';
import { PAGE_LOOKS, pagesText } from './memory-words';

const SQUARES_MAX = 24;

type PageStripProps = {
  readonly runs: readonly PageRun[];
  readonly names: ProcessNames;
};

/** A region's pages, the lowest address first: a square for each, with the letter of its state. */
export function PageStrip({ runs, names }: PageStripProps) {
  if (runs.length === 0) return null;
  const text = pagesText(runs, names);
  const squares = runs.flatMap(({ state, count }) =>
    new Array<PageRun['state']>(Math.min(count, SQUARES_MAX)).fill(state),
  );
  const pages = runs.reduce((sum, { count }) => sum + count, 0);
  return (
    <p
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-2xs text-muted"
      data-pages={text}
    >
      <span aria-hidden className="flex flex-wrap gap-0.5">
        {squares.slice(0, SQUARES_MAX).map((state, k) => (
          <PageSquare key={k} state={state} />
        ))}
        {pages > SQUARES_MAX && '…'}
      </span>
      {text}
    </p>
  );
}

const LOOKS: Readonly<Record<PageRun['state'], string>> = {
  shared: 'border-accent bg-accent-soft text-accent',
  copied: 'border-warn bg-warn-soft text-warn',
  own: 'border-edge bg-sunken text-ink',
  blank: 'border-dashed border-edge text-muted',
};

export function PageSquare({ state }: { readonly state: PageRun['state'] }) {
  return (
    <span
      className={cn(
        'inline-flex size-3.5 items-center justify-center border text-[0.6rem] leading-none font-bold',
        LOOKS[state],
      )}
    >
      {PAGE_LOOKS[state].letter}
    </span>
  );
}
