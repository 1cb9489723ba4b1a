'use client';

import { type KeyboardEvent, useId, useMemo } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import type { Endpoint } from '@/lib/trace/messages/endpoint';
import { type Arrow, arrowsThrough, type Lanes } from '@/lib/trace/messages/lanes';
import { cn } from '../../ui/class-names';
import type { ProcessNames } from '../process-names';
import { useRowWindow } from '../use-row-window';
import { endpointText, pendingText } from './endpoint-text';
import { EndpointGlyph } from './endpoint-glyph';
import { MessageArrow, type Point, ROW, rowY, type When } from './message-arrow';

type LaneFigureProps = {
  readonly lanes: Lanes;
  readonly processes: readonly Pid[];
  readonly names: ProcessNames;
  /** The last row that has happened; -1: none. */
  readonly current: number;
  readonly onChoose: (row: number) => void;
  readonly empty: string;
};

const LANE_MAX = 34;
/** Many lanes come closer, so that the words beside them stay in sight. */
const LANES_MAX = 200;
const MARGIN = 20;
/** Room for the words of a row. */
const TEXT = 220;

/** Lanes at the left, and what happens in words beside them; only what is seen is in the page. */
export function LaneFigure(props: LaneFigureProps) {
  const { lanes, processes, names, current, onChoose, empty } = props;
  const id = useId();
  const { box, items, height, rowOf } = useRowWindow({
    count: lanes.rows.length,
    height: ROW,
    current,
    momentOf: (index) => lanes.rows[index]?.step,
  });
  const lane = Math.min(LANE_MAX, LANES_MAX / Math.max(1, processes.length - 1));
  const xOf = useMemo(
    () => new Map(processes.map((pid, k) => [pid, MARGIN + k * lane])),
    [processes, lane],
  );

  function onKeyDown(event: KeyboardEvent) {
    const to = rowOf(event);
    if (to === null) return;
    event.preventDefault();
    onChoose(to);
  }

  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const width = 2 * MARGIN + Math.max(0, processes.length - 1) * lane;
  const colorOf = (row: number | undefined): string => {
    const process = row === undefined ? undefined : lanes.rows[row]?.process;
    return (process === undefined ? undefined : names.get(process)?.color) ?? 'var(--ink)';
  };
  const place = (row: number): Point => {
    const process = lanes.rows[row]?.process;
    return { x: (process === undefined ? undefined : xOf.get(process)) ?? MARGIN, y: rowY(row) };
  };
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="Messages"
      aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
      onKeyDown={onKeyDown}
      className="relative h-full min-h-64 overflow-auto text-sm focus-visible:outline-offset-[-2px] max-lg:h-[60dvh]"
    >
      {lanes.rows.length === 0 && <p className="p-4 text-muted">{empty}</p>}
      <div
        role="presentation"
        className="relative"
        style={{ height: height, minWidth: width + TEXT }}
      >
        {items.map(({ index }) => {
          const row = lanes.rows[index];
          return (
            row !== undefined && (
              <Row
                key={index}
                id={`${id}-${index}`}
                row={row}
                index={index}
                names={names}
                indent={width}
                current={current}
                onChoose={onChoose}
              />
            )
          );
        })}
        <svg
          aria-hidden
          width={width}
          height={height}
          className="pointer-events-none absolute top-0 left-0"
        >
          {processes.map((pid) => (
            <path
              key={pid}
              d={`M${xOf.get(pid) ?? 0} ${rowY(first) - ROW / 2} V${rowY(last) + ROW / 2}`}
              stroke={names.get(pid)?.color ?? 'var(--edge)'}
              strokeWidth="1.5"
              strokeOpacity="0.55"
            />
          ))}
          {arrowsThrough(lanes, first, last).map((arrow) => (
            <MessageArrow
              key={`${arrow.from} ${arrow.to}`}
              from={arrow.from === null ? null : place(arrow.from)}
              to={place(arrow.to)}
              kind={lanes.rows[arrow.to]?.kind ?? 'pipe'}
              role={lanes.rows[arrow.to]?.role ?? null}
              color={colorOf(arrow.from ?? arrow.to)}
              when={whenOf(arrow, current)}
            />
          ))}
          {items.map(({ index }) => {
            const row = lanes.rows[index];
            return (
              row !== undefined && (
                <EndpointGlyph
                  key={index}
                  place={place(index)}
                  endpoint={row}
                  color={colorOf(index)}
                  isCurrent={index === current}
                />
              )
            );
          })}
        </svg>
      </div>
    </div>
  );
}

function whenOf({ from, to }: Arrow, current: number): When {
  if (to <= current) return 'over';
  return from !== null && from <= current ? 'under-way' : 'ahead';
}

type RowProps = {
  readonly id: string;
  readonly row: Endpoint;
  readonly index: number;
  readonly names: ProcessNames;
  readonly indent: number;
  readonly current: number;
  readonly onChoose: (row: number) => void;
};

function Row({ id, row, index, names, indent, current, onChoose }: RowProps) {
  const pending = pendingText(row);
  const name = names.get(row.process);
  return (
    // The list has the keyboard; a row is only clicked.
    <div
      id={id}
      role="option"
      aria-selected={index === current}
      data-row={index}
      onClick={() => onChoose(index)}
      style={{ height: ROW, paddingLeft: indent, transform: `translateY(${index * ROW}px)` }}
      className={cn(
        'absolute inset-x-0 top-0 flex cursor-pointer items-center gap-2 pr-3 whitespace-nowrap hover:bg-hover',
        index === current && 'bg-accent-soft',
      )}
    >
      <span aria-hidden className="w-8 shrink-0 text-right text-2xs text-muted tabular-nums">
        {row.at?.line ?? ''}
      </span>
      <span
        className={cn('min-w-0 truncate', index > current && 'text-muted')}
        title={`${name?.name ?? row.process} ${endpointText(row)}`}
      >
        <span className="font-semibold" style={{ color: name?.color }}>
          {name?.name ?? row.process}
        </span>{' '}
        {endpointText(row)}
        {pending !== '' && <span className="text-bad"> · {pending}</span>}
        {row.at !== null && <span className="sr-only">, line {row.at.line}</span>}
      </span>
    </div>
  );
}
