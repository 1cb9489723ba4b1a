'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import { listAnswer } from '@/lib/grading/quiz/given';
import { IDLE, UNFILLED } from '@/lib/grading/quiz/slots';
import { hueOf, nameText } from '../figures/gantt-row';
import type { AnswerProps } from './answer-props';

type GanttAnswerProps = AnswerProps & {
  readonly processes: readonly string[];
  readonly unit: string;
  readonly length: number;
};

type Place = { readonly row: number; readonly time: number };

/**
 * A row for each process, a column for each unit of time; one process in each column. Arrow keys move,
 * Space and Enter set, a digit sets the process of that number and goes on, Backspace clears.
 */
export function GanttAnswer(props: GanttAnswerProps) {
  const { processes, unit, length, labelledBy, value, onChange } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, time: 0 });
  const [painted, setPainted] = useState<{ name: string; from: number } | null>(null);
  const rows = [...processes, IDLE];
  const given = listAnswer(value);
  const slots = Array.from({ length }, (_slot, time) => given[time] ?? UNFILLED);
  const left = slots.filter((slot) => slot === UNFILLED).length;

  function set(time: number, name: string, from = time) {
    const [first, last] = [Math.min(from, time), Math.max(from, time)];
    onChange(slots.map((slot, at) => (at >= first && at <= last ? name : slot)));
  }

  function go(row: number, time: number) {
    const next = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      time: Math.min(Math.max(time, 0), length - 1),
    };
    setPlace(next);
    const cell = grid.current?.querySelector(`[data-cell="${next.row} ${next.time}"]`);
    if (cell instanceof HTMLElement) cell.focus();
  }

  function press(event: KeyboardEvent, { row, time }: Place) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const byKey: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(row, time - 1),
      ArrowRight: () => go(row, time + 1),
      ArrowUp: () => go(row - 1, time),
      ArrowDown: () => go(row + 1, time),
      Home: () => go(row, 0),
      End: () => go(row, length - 1),
      Backspace: () => {
        set(time, UNFILLED);
        go(row, time - 1);
      },
      Delete: () => set(time, UNFILLED),
    };
    const digit = /^\d$/.test(event.key) ? Number(event.key) : null;
    const name = digit === null ? undefined : digit === 0 ? IDLE : processes[digit - 1];
    const act =
      name === undefined
        ? byKey[event.key]
        : () => {
            set(time, name);
            go(rows.indexOf(name), time + 1);
          };
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <div>
      <p className="mb-2 text-sm text-muted">
        Who runs in each {unit}? Tap or drag along a row. With keys: arrows move, a digit sets the
        process of that number (0 nobody) and goes on.
      </p>
      <div
        className="overflow-x-auto pb-2 select-none"
        onPointerUp={() => setPainted(null)}
        onPointerLeave={() => setPainted(null)}
      >
        <table
          ref={grid}
          role="grid"
          aria-labelledby={labelledBy}
          className="border-collapse text-sm"
        >
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 z-10 bg-surface px-2 text-left font-medium">
                from ({unit})
              </th>
              {slots.map((_slot, time) => (
                <th key={time} scope="col" className="text-2xs font-normal text-muted tabular-nums">
                  {time}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((name, row) => (
              <tr key={name}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 bg-surface px-2 text-left font-medium whitespace-nowrap"
                >
                  {name === IDLE ? 'nobody' : name}
                </th>
                {slots.map((slot, time) => {
                  const isSet = slot === name;
                  return (
                    <td key={time} role="gridcell" aria-selected={isSet} className="border p-0">
                      <button
                        type="button"
                        data-cell={`${row} ${time}`}
                        tabIndex={place.row === row && place.time === time ? 0 : -1}
                        aria-pressed={isSet}
                        aria-label={`${name === IDLE ? 'nobody' : name} from ${time} to ${time + 1}`}
                        className={cn(
                          'grid size-8 place-items-center text-2xs font-medium hover:bg-hover',
                          'focus-visible:outline-offset-[-2px]',
                          isSet && name === IDLE && 'bg-sunken',
                        )}
                        style={isSet ? hueOf(name, processes) : undefined}
                        onFocus={() => setPlace({ row, time })}
                        onPointerDown={(event) => {
                          // So that a finger or a mouse that moves on reaches the next cells.
                          if (event.currentTarget.hasPointerCapture(event.pointerId))
                            event.currentTarget.releasePointerCapture(event.pointerId);
                          setPainted({ name, from: time });
                        }}
                        onPointerEnter={() => {
                          if (painted?.name === name) set(time, name, painted.from);
                        }}
                        onClick={() => set(time, isSet ? UNFILLED : name)}
                        onKeyDown={(event) => press(event, { row, time })}
                      >
                        {isSet ? nameText(name) : ''}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="flex items-center gap-3 text-sm text-muted">
        <span role="status">
          {left === 0 ? 'Every unit of time is filled.' : `${left} of ${length} not filled yet.`}
        </span>
        {left < length && (
          <Button look="quiet" size="sm" onClick={() => onChange([])}>
            Clear
          </Button>
        )}
      </p>
    </div>
  );
}
