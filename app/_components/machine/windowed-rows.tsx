'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '../ui/class-names';
import { useRowWindow } from './use-row-window';

export type Column<T> = {
  readonly label: string;
  /** Of a grid: "4rem", "minmax(12rem,1fr)". */
  readonly width: string;
  readonly className?: string;
  readonly cell: (row: T, index: number) => ReactNode;
};

type WindowedRowsProps<T> = {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowHeight?: number;
  /** The last row that has happened; -1: none yet. It is kept in sight. */
  readonly current: number;
  /** A number that is the same for rows of the same moment. */
  readonly momentOf: (row: T) => number;
  readonly onChoose: (index: number) => void;
  readonly empty: ReactNode;
  /** The least width of a row, where the pane is narrower it scrolls. */
  readonly minWidth?: string;
};

const HEAD = 30;

/**
 * A table of any length, of which only what is seen is in the page. Arrow keys go from row to row, and the
 * run goes with them.
 */
export function WindowedRows<T>(props: WindowedRowsProps<T>) {
  const {
    label,
    rows,
    columns,
    rowHeight = 28,
    current,
    momentOf,
    onChoose,
    empty,
    minWidth,
  } = props;
  const { box, items, height, rowOf } = useRowWindow({
    count: rows.length,
    height: rowHeight,
    headHeight: HEAD,
    current,
    momentOf: (index) => {
      const row = rows[index];
      return row === undefined ? undefined : momentOf(row);
    },
  });

  function onKeyDown(event: KeyboardEvent) {
    const to = event.target === event.currentTarget ? rowOf(event) : null;
    if (to === null) return;
    event.preventDefault();
    onChoose(to);
  }

  const grid = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div
      ref={box}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="relative h-full min-h-64 overflow-auto text-sm focus-visible:outline-offset-[-2px] max-lg:h-[60dvh]"
    >
      <div style={{ minWidth }}>
        <div
          role="row"
          aria-rowindex={1}
          style={{ ...grid, height: HEAD }}
          className="sticky top-0 z-10 grid items-center gap-x-3 border-b bg-surface px-3 font-semibold"
        >
          {columns.map((column) => (
            <span key={column.label} role="columnheader" className={column.className}>
              {column.label}
            </span>
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="p-4 text-muted">{empty}</p>
        ) : (
          <div role="rowgroup" className="relative" style={{ height: height }}>
            {items.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-current={index === current ? 'step' : undefined}
                  data-row={index}
                  onClick={() => onChoose(index)}
                  style={{ ...grid, height: rowHeight, transform: `translateY(${start}px)` }}
                  className={cn(
                    'absolute inset-x-0 grid cursor-pointer items-center gap-x-3 px-3 tabular-nums hover:bg-hover',
                    index === current && 'bg-accent-soft',
                    index > current && 'text-muted',
                  )}
                >
                  {columns.map((column) => (
                    <span
                      key={column.label}
                      role="cell"
                      className={cn('min-w-0 truncate', column.className)}
                    >
                      {column.cell(row, index)}
                    </span>
                  ))}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}
