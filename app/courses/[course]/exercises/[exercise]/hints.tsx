import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/ui/button';

type HintsProps = {
  /** From a gentle one to nearly the answer. */
  readonly hints: readonly ReactNode[];
  /** So many have been asked for. */
  readonly shown: number;
  readonly onShow: (count: number) => void;
};

/** Help that comes one piece after the other, and only when it is asked for. */
export function Hints({ hints, shown, onShow }: HintsProps) {
  if (hints.length === 0) return null;
  const isLast = shown >= hints.length;
  return (
    <section aria-labelledby="hints" className="mt-8 border-t pt-5">
      <h2 id="hints" className="text-lg">
        Hints
      </h2>
      <p className="mt-1 text-sm text-muted">
        {hints.length === 1 ? 'One' : `${hints.length}, from a gentle one to nearly the answer`}. They cost nothing.
      </p>
      <ol aria-live="polite" className="mt-3 space-y-2">
        {hints.slice(0, shown).map((hint, at) => (
          <li key={at} className="flex items-start gap-2 rounded-lg border bg-surface px-3 py-2">
            <span className="mt-0.5 shrink-0 text-sm text-muted tabular-nums">
              {at + 1}
              <span className="sr-only">. hint:</span>
            </span>
            <div className="min-w-0 flex-1">{hint}</div>
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        className="mt-3"
        aria-disabled={isLast}
        onClick={() => !isLast && onShow(shown + 1)}
      >
        <Lightbulb aria-hidden />
        {buttonText(shown, hints.length)}
      </Button>
    </section>
  );
}

function buttonText(shown: number, count: number): string {
  if (shown === 0) return 'Show a hint';
  return shown < count ? `Show hint ${shown + 1} of ${count}` : 'No more hints';
}
