'use client';

import { type KeyboardEvent, memo, type ReactNode, useId, useMemo, useState } from 'react';
import type { Conflict, MarkKind, Timeline } from '@/lib/trace/timeline/timeline';
import { reasonText } from '../figures/process-texts';
import { useRowWindow } from '../machine/use-row-window';
import type { Move } from '../machine/view-props';
import { cn } from '../ui/class-names';
import { LaneGutter } from './lane-gutter';
import { conflictsByMark, type LaneLayout, ROW } from './lane-layout';
import { MARK_MEANINGS, MarkGlyph } from './mark-glyph';
import { TimelineTable } from './timeline-table';

type TimelineFigureProps = {
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  /** The last mark that has happened at the present moment. */
  readonly current: number | null;
  readonly onChoose: (index: number) => void;
  readonly onMove: (move: Move) => void;
};

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'back',
  ArrowDown: 'on',
  ArrowLeft: 'line-back',
  ArrowRight: 'line-on',
  Home: 'first',
  End: 'last',
};

/** What is folded away below the figure. */
type Panel = 'key' | 'table';

/** A run as lanes, a row for each mark. Arrow keys step through it. */
export function TimelineFigure(props: TimelineFigureProps) {
  const { timeline, layout, current, onChoose, onMove } = props;
  const [panel, setPanel] = useState<Panel | null>(null);
  const id = useId();
  const conflicts = useMemo(() => conflictsByMark(timeline), [timeline]);
  const { box, items, height } = useRowWindow({
    count: timeline.marks.length,
    height: ROW,
    current: current ?? -1,
  });
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const isCurrentThere = current !== null && current >= first && current <= last;

  function onKeyDown(event: KeyboardEvent) {
    const move = KEYS[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(move);
  }

  return (
    <figure aria-labelledby={`${id}-caption`} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div ref={box} className="min-h-40 flex-1 overflow-auto max-lg:h-[60dvh] max-lg:flex-none">
        <ul
          role="listbox"
          tabIndex={0}
          aria-label="Timeline"
          aria-describedby={`${id}-keys`}
          aria-activedescendant={isCurrentThere ? `${id}-${current}` : undefined}
          onKeyDown={onKeyDown}
          style={{ minWidth: layout.width + TEXT_MIN, height }}
          className="relative focus-visible:outline-offset-[-2px]"
        >
          {items.map(({ index, start }) => {
            const mark = timeline.marks[index];
            return (
              mark !== undefined && (
                <Row
                  key={index}
                  id={`${id}-${index}`}
                  index={index}
                  top={start}
                  timeline={timeline}
                  layout={layout}
                  conflicts={conflicts.get(index) ?? NO_CONFLICTS}
                  isCurrent={index === current}
                  isAhead={current !== null && index > current}
                  onChoose={onChoose}
                />
              )
            );
          })}
          <li aria-hidden role="presentation">
            <LaneGutter
              timeline={timeline}
              layout={layout}
              current={current}
              first={first}
              last={last}
            />
          </li>
        </ul>
      </div>
      <div className="max-h-[45%] shrink-0 space-y-2 overflow-y-auto border-t bg-surface px-3 py-2 text-sm max-lg:max-h-none">
        <p id={`${id}-keys`} className="sr-only">
          Arrow up and down: one mark back or on. Arrow left and right: one line of the program back
          or on. Home and End: beginning and end.
        </p>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <figcaption id={`${id}-caption`} className="min-w-48 flex-1 text-muted">
            Time runs down.
            {timeline.conflicts.length > 0 && ' A red line joins accesses whose order matters.'}
            {timeline.omitted > 0 &&
              ` ${timeline.omitted.toLocaleString('en')} marks after these are not shown.`}
          </figcaption>
          <p className="flex gap-4">
            <PanelButton panel="key" open={panel} id={`${id}-panel`} onOpen={setPanel}>
              Key
            </PanelButton>
            <PanelButton panel="table" open={panel} id={`${id}-panel`} onOpen={setPanel}>
              As a table
            </PanelButton>
          </p>
        </div>
        <div id={`${id}-panel`} className={cn('empty:hidden', panel === 'table' && 'h-64')}>
          {panel === 'key' && <Key timeline={timeline} layout={layout} />}
          {panel === 'table' && (
            <TimelineTable
              timeline={timeline}
              layout={layout}
              current={current}
              onChoose={onChoose}
            />
          )}
        </div>
      </div>
    </figure>
  );
}

/** Room for the words of a row, where the lanes leave less. */
const TEXT_MIN = 200;

type PanelButtonProps = {
  readonly panel: Panel;
  readonly open: Panel | null;
  readonly id: string;
  readonly onOpen: (panel: Panel | null) => void;
  readonly children: ReactNode;
};

function PanelButton({ panel, open, id, onOpen, children }: PanelButtonProps) {
  const isOpen = panel === open;
  return (
    <button
      type="button"
      className="link"
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={() => onOpen(isOpen ? null : panel)}
    >
      {children}
    </button>
  );
}

const NO_CONFLICTS: readonly Conflict[] = [];

/** "with child 1 at step 7 over count" */
function conflictText(
  { first, second, object }: Conflict,
  timeline: Timeline,
  layout: LaneLayout,
  index: number,
): string {
  const other = first === index ? second : first;
  const thread = timeline.marks[other]?.thread;
  const name = thread === undefined ? undefined : layout.columnOf.get(thread)?.name;
  return `with ${name ?? 'another'} at step ${other + 1} over ${object}`;
}

type RowProps = {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  readonly conflicts: readonly Conflict[];
  readonly isCurrent: boolean;
  readonly isAhead: boolean;
  readonly onChoose: (index: number) => void;
};

/** It stays as it is while others become the current one. */
const Row = memo(function Row(props: RowProps) {
  const { id, index, top, timeline, layout, conflicts, isCurrent, isAhead, onChoose } = props;
  const mark = timeline.marks[index];
  if (mark === undefined) return null;
  const column = layout.columnOf.get(mark.thread);
  const texts = conflicts.map((conflict) => conflictText(conflict, timeline, layout, index));
  return (
    // The list has the keyboard; a row is only clicked.
    <li
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={timeline.marks.length}
      data-mark={index}
      onClick={() => onChoose(index)}
      style={{ height: ROW, paddingLeft: layout.width, transform: `translateY(${top}px)` }}
      className={cn(
        'absolute inset-x-0 flex cursor-pointer items-center gap-2 pr-3 text-sm whitespace-nowrap hover:bg-hover',
        isCurrent && 'bg-accent-soft',
        mark.violation !== null && !isCurrent && 'bg-bad-soft',
      )}
    >
      <span aria-hidden className="w-8 shrink-0 text-right text-2xs text-muted tabular-nums">
        {mark.at?.line ?? ''}
      </span>
      <span
        className={cn('min-w-0 truncate', isAhead && 'text-muted')}
        title={`${column?.name ?? ''} ${mark.text}`}
      >
        <span className="font-semibold" style={{ color: column?.color }}>
          {column?.name}
        </span>{' '}
        {mark.text}
        <span className="sr-only">
          {mark.at !== null && `, line ${mark.at.line}`}
          {texts.length > 0 && `, conflicts ${texts.join(' and ')}`}
          {mark.violation !== null && `. ${mark.violation}`}
        </span>
      </span>
    </li>
  );
});

const TRACKS = [
  { name: 'running', stroke: 'var(--ink)', width: 5, dashes: undefined },
  { name: 'ready', stroke: 'var(--ink)', width: 1.5, dashes: undefined },
  { name: 'waiting', stroke: 'var(--state-waiting)', width: 4, dashes: '3 4' },
  { name: 'zombie', stroke: 'var(--state-zombie)', width: 3, dashes: '1 5' },
] as const;

type KeyProps = { readonly timeline: Timeline; readonly layout: LaneLayout };

function Key({ timeline, layout }: KeyProps) {
  return (
    <div className="space-y-2">
      <Lanes layout={layout} />
      <Legend timeline={timeline} />
    </div>
  );
}

function Lanes({ layout }: { readonly layout: LaneLayout }) {
  return (
    <ul aria-label="Lanes" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      {layout.columns.map(({ thread, name, color }) => (
        <li key={thread} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 16 16" className="size-3.5">
            <rect width="16" height="16" rx="4" fill={color} />
          </svg>
          <span>
            <span className="font-semibold text-ink">{name}</span> {thread}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Legend({ timeline }: { readonly timeline: Timeline }) {
  const kinds = [...new Set(timeline.marks.map(({ kind }) => kind))] as readonly MarkKind[];
  const waits = [...new Set(timeline.waits.map(({ reason }) => reasonText(reason)))];
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="-9 -9 18 18" className="size-4">
            <MarkGlyph kind={kind} color="var(--muted)" />
          </svg>
          {MARK_MEANINGS[kind]}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 18 18" className="size-4">
          <path d="M3 0 C3 9 15 9 15 18" fill="none" stroke="var(--edge)" strokeDasharray="2 3" />
        </svg>
        context switch
      </li>
      <li className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 18 18" className="size-4">
          <path d="M3 1 C18 1 18 17 3 17" fill="none" stroke="var(--bad)" strokeWidth="2" />
        </svg>
        order matters
      </li>
      {TRACKS.map(({ name, stroke, width, dashes }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 18 18" className="size-4">
            <path d="M9 0 V18" stroke={stroke} strokeWidth={width} strokeDasharray={dashes} />
          </svg>
          {name}
          {name === 'waiting' && waits.length > 0 && ` (${waits.slice(0, 3).join('; ')})`}
        </li>
      ))}
    </ul>
  );
}
