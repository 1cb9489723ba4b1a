'use client';

import { memo, useMemo } from 'react';
import { EventSteps } from '@/lib/trace/recording/event-steps';
import { MARK_GROUPS, type MarkGroup, scrubberMarks } from '@/lib/trace/recording/scrubber-marks';
import type { OpenedRun } from './recording-session';
import { timeText } from './virtual-time';

type ScrubberProps = {
  readonly run: OpenedRun;
  readonly position: number;
  readonly timeNs: number | null;
  readonly onGo: (step: number) => void;
};

const PLACES = 400;
const HEIGHT = 12;

/** Each group has a row and a shape of its own. */
const LOOKS: Readonly<Record<MarkGroup, { readonly meaning: string; readonly color: string }>> = {
  switch: { meaning: 'context switches', color: 'var(--edge)' },
  output: { meaning: 'output', color: 'var(--good)' },
  error: { meaning: 'errors', color: 'var(--bad)' },
};

/** The whole run from left to right, by instructions; dragged, or moved with the arrow keys. */
export function Scrubber({ run, position, timeNs, onGo }: ScrubberProps) {
  const { start, end } = run;
  const time = timeNs === null ? '' : timeText(timeNs);
  const instructions = `${position.toLocaleString('en')} of ${end.toLocaleString('en')}`;
  return (
    <div className="flex items-center gap-3 px-1">
      <div className="relative min-w-0 flex-1">
        <Marks run={run} />
        <input
          type="range"
          aria-label="Moment of the run"
          aria-valuetext={`${time}, instruction ${instructions}`}
          min={start}
          max={end}
          step={1}
          value={position}
          onChange={({ target }) => onGo(Number(target.value))}
          className="block h-5 w-full cursor-pointer"
        />
      </div>
      <p className="w-38 shrink-0 text-right text-2xs text-muted tabular-nums">
        <span className="block font-semibold text-ink">{time}</span>
        <span className="block whitespace-nowrap">{instructions}</span>
      </p>
    </div>
  );
}

const Marks = memo(function Marks({ run }: { readonly run: OpenedRun }) {
  const marks = useMemo(() => scrubberMarks(new EventSteps(run.events), run, PLACES), [run]);
  return (
    // As wide as the way of the thumb's middle.
    <svg
      role="img"
      aria-label={`Marks: ${MARK_GROUPS.map((group) => LOOKS[group].meaning).join(', ')}`}
      viewBox={`0 0 ${PLACES} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mx-2 block h-3 w-[calc(100%-1rem)]"
    >
      <title>Short ticks: context switches. Green: output. Tall and red: errors.</title>
      {MARK_GROUPS.map((group) => (
        <path
          key={group}
          d={marks[group].map((place) => shapeOf(group, place)).join('')}
          fill={LOOKS[group].color}
        />
      ))}
    </svg>
  );
});

function shapeOf(group: MarkGroup, place: number): string {
  switch (group) {
    case 'switch':
      return `M${place} ${HEIGHT - 4}h0.7v4h-0.7z`;
    case 'output':
      return `M${place - 1} 2h3v5h-3z`;
    case 'error':
      return `M${place - 1} 0h3v${HEIGHT}h-3z`;
  }
}
