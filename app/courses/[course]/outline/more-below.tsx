import type { ReactElement } from 'react';

type MoreBelowProps = {
  /** `<li>` elements with keys. */
  readonly lines: readonly ReactElement[];
  readonly shownMax: number;
  readonly more: (count: number) => string;
};

/** A list of which the first lines are shown, and the others when one asks; without a script, too. */
export function MoreBelow({ lines, shownMax, more }: MoreBelowProps) {
  const rest = lines.slice(shownMax);
  return (
    <>
      <ul className="mt-1 divide-y">{lines.slice(0, shownMax)}</ul>
      {rest.length > 0 && (
        <details className="border-t">
          <summary className="cursor-pointer py-2 text-sm text-muted hover:text-ink">
            {more(rest.length)}
          </summary>
          <ul className="divide-y border-t">{rest}</ul>
        </details>
      )}
    </>
  );
}
