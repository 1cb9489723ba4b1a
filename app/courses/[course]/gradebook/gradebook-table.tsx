'use client';

import { NavLink } from '@/app/_components/site/nav-link';
import { type KeyboardEvent, useId, useState } from 'react';
import { pointNumber } from '@/app/_components/site/points';
import { DateTime } from '@/app/_components/site/date-time';
import { cn } from '@/app/_components/ui/class-names';
import { Input } from '@/app/_components/ui/input';

type Item = {
  readonly kind: 'quiz' | 'exercise';
  readonly slug: string;
  readonly title: string;
  readonly pointsMax: number;
  readonly dueAt: Date | null;
};

type Cell = {
  readonly best: { readonly points: number; readonly pointsMax: number } | null;
  readonly isLate: boolean;
  readonly attempts: number;
  readonly pending: number;
  readonly failed: number;
  readonly latestAt: Date | null;
};

type Row = {
  readonly student: { readonly userId: string; readonly name: string; readonly email: string };
  readonly cells: readonly Cell[];
  readonly points: number;
  readonly pointsMax: number;
};

type GradebookTableProps = {
  readonly course: string;
  readonly items: readonly Item[];
  readonly rows: readonly Row[];
};

const HEAD = 'sticky top-0 z-10 bg-sunken';
const NAME = 'sticky left-0 bg-surface';

export function GradebookTable({ course, items, rows }: GradebookTableProps) {
  const [filter, setFilter] = useState('');
  const filterId = useId();
  const shown = rows.filter(({ student }) => matches(student, filter));
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <label htmlFor={filterId} className="text-sm text-muted">
          Find a student
        </label>
        <Input
          id={filterId}
          type="search"
          className="h-9 w-64"
          placeholder="Name or e-mail"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <p role="status" className="text-sm text-muted">
          {shown.length} of {rows.length} students
        </p>
      </div>
      <div
        className="relative mt-4 max-h-[calc(100dvh-12rem)] overflow-auto rounded-lg border bg-surface"
        role="group"
        aria-label="Gradebook, scrolls"
        tabIndex={0}
      >
        <table
          aria-label="Gradebook"
          onKeyDown={moveBetweenCells}
          className="w-full border-separate border-spacing-0 text-sm tabular-nums [&_td]:border-b [&_th]:border-b"
        >
          <thead>
            <tr>
              <th
                scope="col"
                className={cn(HEAD, 'left-0 z-20 min-w-36 px-3 py-2 text-left align-bottom')}
              >
                Student
              </th>
              {items.map(({ kind, slug, title, pointsMax, dueAt }) => (
                <th
                  key={`${kind} ${slug}`}
                  scope="col"
                  className={cn(
                    HEAD,
                    'min-w-28 px-3 py-2 text-left align-bottom leading-snug font-semibold',
                  )}
                >
                  {title}
                  <span className="block font-normal text-muted">
                    {kind}, {pointNumber(pointsMax)} points
                  </span>
                  {dueAt !== null && (
                    <span className="block text-2xs font-normal whitespace-nowrap text-muted">
                      due <DateTime at={dueAt} isShort />
                    </span>
                  )}
                </th>
              ))}
              <th scope="col" className={cn(HEAD, 'px-3 py-2 text-right align-bottom')}>
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <StudentRow key={row.student.userId} course={course} items={items} row={row} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="p-4 text-muted">Nobody’s name or e-mail has “{filter}” in it.</p>
        )}
      </div>
      <p className="mt-3 text-sm text-muted">
        Each cell: best points, whether they came late, attempts, time of the latest. Open one to
        see its history; arrow keys move between cells.
      </p>
    </>
  );
}

type StudentRowProps = {
  readonly course: string;
  readonly items: readonly Item[];
  readonly row: Row;
};

function StudentRow({
  course,
  items,
  row: { student, cells, points, pointsMax },
}: StudentRowProps) {
  return (
    <tr className="group">
      <th
        scope="row"
        className={cn(
          NAME,
          'max-w-36 px-3 py-2 text-left font-medium sm:max-w-56 group-hover:bg-hover',
        )}
      >
        <span className="block truncate">{student.name}</span>
        <span className="block truncate text-2xs font-normal text-muted">{student.email}</span>
      </th>
      {items.map((item, i) => {
        const cell = cells[i];
        return (
          <td key={`${item.kind} ${item.slug}`} className="p-0 group-hover:bg-hover">
            {cell === undefined || isUntouched(cell) ? (
              <span className="px-3 text-muted" aria-label="not tried">
                –
              </span>
            ) : (
              <CellLink
                href={`/courses/${course}/gradebook/${item.kind}/${item.slug}/${student.userId}`}
                label={`${student.name}, ${item.title}`}
                cell={cell}
              />
            )}
          </td>
        );
      })}
      <td className="px-3 py-2 text-right font-semibold group-hover:bg-hover">
        {pointNumber(points)}{' '}
        <span className="font-normal text-muted">/ {pointNumber(pointsMax)}</span>
      </td>
    </tr>
  );
}

type CellLinkProps = { readonly href: string; readonly label: string; readonly cell: Cell };

function CellLink({
  href,
  label,
  cell: { best, isLate, attempts, pending, failed, latestAt },
}: CellLinkProps) {
  const isFull = best !== null && best.points >= best.pointsMax;
  return (
    <NavLink
      href={href}
      data-cell
      className="block px-3 py-2 whitespace-nowrap hover:underline focus-visible:outline-offset-[-2px]"
    >
      <span className="sr-only">{label}: </span>
      <span className={cn('font-semibold', isFull && 'text-good')}>
        {best === null ? '?' : pointNumber(best.points)}
      </span>
      <span className="text-muted">
        {best !== null && ` / ${pointNumber(best.pointsMax)}`}
        {isLate && ' · late'}
        {attempts > 0 && ` · ${attempts}×`}
        {pending > 0 && ` · ${pending} waiting`}
        {failed > 0 && ` · ${failed} not graded`}
      </span>
      {latestAt !== null && (
        <span className="block text-2xs whitespace-nowrap text-muted">
          <DateTime at={latestAt} isShort />
        </span>
      )}
    </NavLink>
  );
}

function matches({ name, email }: Row['student'], filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return `${name} ${email}`.toLowerCase().includes(wanted);
}

function isUntouched({ best, pending, failed }: Cell): boolean {
  return best === null && pending === 0 && failed === 0;
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** From the cell that has the focus to the next one that can be opened. */
function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>) {
  const move = MOVES[event.key];
  const here = event.target instanceof Element ? event.target.closest('td') : null;
  if (move === undefined || here === null) return;
  event.preventDefault();
  const [down, right] = move;
  const rows = [...event.currentTarget.rows];
  let row = rows.findIndex((candidate) => candidate.contains(here)) + down;
  let column = here.cellIndex + right;
  for (;;) {
    const cell = rows[row]?.cells[column];
    if (cell === undefined) return;
    const link = cell.querySelector<HTMLElement>('[data-cell]');
    if (link !== null) return link.focus();
    row += down;
    column += right;
  }
}
