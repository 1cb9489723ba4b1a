'use client';

import { type ReactNode, useId, useState } from 'react';
import { cn } from '../ui/class-names';

type FigureOrTableProps = {
  /** What to notice. */
  readonly caption: ReactNode;
  /** What colours, shapes and letters mean. */
  readonly legend?: ReactNode;
  readonly figure: ReactNode;
  /** The same as a table; it is only made when it is looked at. */
  readonly table: () => ReactNode;
};

const FORMS = ['figure', 'table'] as const;
type Form = (typeof FORMS)[number];

const LABELS: Readonly<Record<Form, string>> = { figure: 'Figure', table: 'Table' };

/** A view as a drawing or as a table, with its caption and legend below; the body scrolls, they don't. */
export function FigureOrTable({ caption, legend, figure, table }: FigureOrTableProps) {
  const [form, setForm] = useState<Form>('figure');
  const id = useId();
  return (
    <figure aria-labelledby={`${id}-caption`} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {/* A table may have nothing in it that takes the focus, and still has to be scrolled by keys. */}
      <div
        {...(form === 'table' && { tabIndex: 0, role: 'group', 'aria-label': LABELS.table })}
        className="min-h-40 flex-1 overflow-auto max-lg:max-h-[70dvh] max-lg:flex-none"
      >
        {form === 'figure' ? figure : table()}
      </div>
      <div className="max-h-[40%] shrink-0 space-y-2 overflow-y-auto border-t bg-surface px-3 py-2 text-sm max-lg:max-h-none">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <figcaption id={`${id}-caption`} className="min-w-48 flex-1 text-muted">
            {caption}
          </figcaption>
          <div
            role="group"
            aria-label="Shown as"
            className="flex shrink-0 overflow-hidden rounded-md border border-edge"
          >
            {FORMS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={form === each}
                onClick={() => setForm(each)}
                className={cn(
                  'px-2.5 py-0.5 focus-visible:outline-offset-[-2px]',
                  form === each ? 'bg-accent-soft font-semibold text-accent' : 'text-muted',
                )}
              >
                {LABELS[each]}
              </button>
            ))}
          </div>
        </div>
        {form === 'figure' && legend}
      </div>
    </figure>
  );
}
