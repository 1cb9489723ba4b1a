'use client';

import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { Mark, MarkKind, Timeline } from '@/lib/trace/timeline/timeline';
import { reasonText } from '../figures/process-history';
import { cn } from '../ui/class-names';
import { LaneGutter } from './lane-gutter';
import { type LaneLayout, layOutLanes, ROW } from './lane-layout';
import { MARK_MEANINGS, MarkGlyph } from './mark-glyph';
import { TimelineTable } from './timeline-table';

export type TimelineMove = 'first' | 'last' | 'back' | 'on' | 'line-back' | 'line-on';

type TimelineFigureProps = {
  readonly timeline: Timeline;
  /** The last mark that has happened at the present moment. */
  readonly current: number | null;
  readonly onChoose: (index: number) => void;
  readonly onMove: (move: TimelineMove) => void;
  readonly caption?: string;
};

const KEYS: Readonly<Record<string, TimelineMove>> = {
  ArrowUp: 'back',
  ArrowDown: 'on',
  ArrowLeft: 'line-back',
  ArrowRight: 'line-on',
  Home: 'first',
  End: 'last',
};

const CAPTION =
  'Time runs down. A lane is thick while its process runs, dashed while it waits; a red line joins two accesses whose order matters.';

/** A run as lanes, a row for each mark. Arrow keys step through it. */
export function TimelineFigure(props: TimelineFigureProps) {
  const { timeline, current, onChoose, onMove, caption = CAPTION } = props;
  const layout = useMemo(() => layOutLanes(timeline), [timeline]);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (current === null) return;
    const box = list.current?.closest('[data-scrolls]');
    const row = list.current?.children.item(current);
    if (!(box instanceof HTMLElement) || !(row instanceof HTMLElement)) return;
    const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
    // Only the timeline scrolls, never the page under the reader.
    if (top < 0 || top + ROW > box.clientHeight) box.scrollBy({ top: top - box.clientHeight / 2 });
  }, [current]);

  function onKeyDown(event: KeyboardEvent) {
    const move = KEYS[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(move);
  }

  return (
    <figure aria-labelledby={`${id}-caption`} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        data-scrolls
        className="relative min-h-40 flex-1 overflow-auto max-lg:max-h-[60dvh] max-lg:flex-none"
      >
        <ul
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label="Timeline"
          aria-describedby={`${id}-keys`}
          aria-activedescendant={current === null ? undefined : `${id}-${current}`}
          onKeyDown={onKeyDown}
          className="relative w-max min-w-full focus-visible:outline-offset-[-2px]"
        >
          {timeline.marks.map((mark, k) => (
            <Row
              key={k}
              id={`${id}-${k}`}
              mark={mark}
              layout={layout}
              isCurrent={k === current}
              isAhead={current !== null && k > current}
              onChoose={() => onChoose(k)}
            />
          ))}
          <li aria-hidden role="presentation">
            <LaneGutter timeline={timeline} layout={layout} current={current} />
          </li>
        </ul>
      </div>
      <div className="max-h-[40%] shrink-0 space-y-1 overflow-y-auto border-t px-3 py-2 text-sm max-lg:max-h-none">
        <p id={`${id}-keys`} className="sr-only">
          Arrow up and down: one mark back or on. Arrow left and right: one line of the program back
          or on. Home and End: beginning and end.
        </p>
        <Lanes layout={layout} />
        <figcaption id={`${id}-caption`} className="text-muted">
          {caption}
          {timeline.omitted > 0 &&
            ` ${timeline.omitted.toLocaleString('en')} marks after these are not shown.`}
        </figcaption>
        <details>
          <summary className="link w-fit">What the marks mean</summary>
          <Legend timeline={timeline} />
        </details>
        <details>
          <summary className="link w-fit">As a table</summary>
          <TimelineTable timeline={timeline} layout={layout} onChoose={onChoose} />
        </details>
      </div>
    </figure>
  );
}

type RowProps = {
  readonly id: string;
  readonly mark: Mark;
  readonly layout: LaneLayout;
  readonly isCurrent: boolean;
  readonly isAhead: boolean;
  readonly onChoose: () => void;
};

function Row({ id, mark, layout, isCurrent, isAhead, onChoose }: RowProps) {
  const column = layout.columnOf.get(mark.thread);
  return (
    // The list has the keyboard; a row is only clicked.
    <li
      id={id}
      role="option"
      aria-selected={isCurrent}
      onClick={onChoose}
      style={{ height: ROW, paddingLeft: layout.width }}
      className={cn(
        'flex cursor-pointer items-center gap-2 pr-3 text-sm whitespace-nowrap hover:bg-hover',
        isCurrent && 'bg-accent-soft',
        mark.violation !== null && !isCurrent && 'bg-bad-soft',
      )}
    >
      <span className="w-9 shrink-0 text-right text-2xs text-muted tabular-nums">
        {mark.at?.line ?? ''}
        <span className="sr-only">{mark.at === null ? '' : ', line'}</span>
      </span>
      <span className={cn(isAhead && 'text-muted')}>
        <span className="font-semibold" style={{ color: column?.color }}>
          {column?.name}
        </span>{' '}
        {mark.text}
      </span>
    </li>
  );
}

const TRACKS = [
  { name: 'running', stroke: 'var(--ink)', width: 5, dashes: undefined },
  { name: 'ready', stroke: 'var(--ink)', width: 1.5, dashes: undefined },
  { name: 'waiting', stroke: 'var(--state-waiting)', width: 4, dashes: '3 4' },
  { name: 'zombie', stroke: 'var(--state-zombie)', width: 3, dashes: '1 5' },
] as const;

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
    <ul aria-label="Legend" className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-muted">
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
