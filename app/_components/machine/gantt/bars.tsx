'use client';

import { memo } from 'react';
import { type Bar, type TimeWindow, visibleBars } from '@/lib/trace/gantt/bars';
import {
  NOBODY,
  type ProcessorLine,
  STATE_CODES,
  type ThreadLine,
} from '@/lib/trace/gantt/gantt-chart';
import { STATE_LOOKS } from '../../figures/process-states';
import type { ProcessNames } from '../process-names';
import { ROW } from './gantt-size';

/** A state has its height and pattern, too, for who doesn't tell the colours apart. */
const HEIGHTS = [10, 12, 20, 12, 14, 4] as const;
const LETTER_MIN_PX = 13;
const NAME_MIN_PX = 26;

type StateBarsProps = {
  readonly line: ThreadLine;
  readonly window: TimeWindow;
  readonly width: number;
};

/** One path for each state: however many bars there are, the page stays small. */
export const StateBars = memo(function StateBars({ line, window, width }: StateBarsProps) {
  const bars = visibleBars(line, window, width);
  return (
    <svg
      aria-hidden
      width={width}
      height={ROW}
      className="block"
      data-thread={line.id}
      data-bars={bars.length}
    >
      {STATE_CODES.map((state, code) => {
        const mine = bars.filter(({ value }) => value === code);
        if (mine.length === 0) return null;
        return (
          <path
            key={state}
            d={rectangles(mine, HEIGHTS[code] ?? 12)}
            fill={STATE_LOOKS[state].color}
            data-state={state}
          />
        );
      })}
      <Waiting bars={bars} />
      <Mixed bars={bars} />
      {bars.map(
        ({ x, width: room, value }) =>
          room >= LETTER_MIN_PX && (
            <text
              key={x}
              x={x + room / 2}
              y={ROW / 2}
              textAnchor="middle"
              dominantBaseline="central"
              fontSize="10"
              fontWeight="700"
              fill="var(--on-state)"
            >
              {STATE_LOOKS[STATE_CODES[value] ?? 'new'].letter}
            </text>
          ),
      )}
    </svg>
  );
});

type ProcessorBarsProps = {
  readonly line: ProcessorLine;
  readonly names: ProcessNames;
  readonly window: TimeWindow;
  readonly width: number;
};

/** Who has the processor, in the colour of its lane. Where nobody has it there is nothing. */
export const ProcessorBars = memo(function ProcessorBars(props: ProcessorBarsProps) {
  const { line, names, window, width } = props;
  const bars = visibleBars(line, window, width).filter(({ value }) => value !== NOBODY);
  const looks = new Map<number, { readonly name: string; readonly color: string }>();
  for (const [pid, look] of names) looks.set(pid, look);
  const values = [...new Set(bars.map(({ value }) => value))];
  return (
    <svg
      aria-hidden
      width={width}
      height={ROW}
      className="block"
      data-processor={line.processor}
      data-bars={bars.length}
    >
      {values.map((value) => (
        <path
          key={value}
          d={rectangles(
            bars.filter((bar) => bar.value === value),
            20,
          )}
          fill={looks.get(value)?.color ?? 'var(--muted)'}
          data-runs={value}
        />
      ))}
      <Mixed bars={bars} />
      {bars.map(
        ({ x, width: room, value }) =>
          room >= NAME_MIN_PX && (
            <text
              key={x}
              x={x + 4}
              y={ROW / 2}
              dominantBaseline="central"
              fontSize="11"
              fontWeight="600"
              fill="var(--surface)"
            >
              {cut(looks.get(value)?.name ?? String(value), room)}
            </text>
          ),
      )}
    </svg>
  );
});

/** Lines through what waits, from above to below. */
function Waiting({ bars }: { readonly bars: readonly Bar[] }) {
  const waiting = STATE_CODES.indexOf('waiting');
  const d = bars
    .filter(({ value, width }) => value === waiting && width > 3)
    .map(({ x, width }) => `M${round(x)} ${ROW / 2 - 6}h${round(width)}m0 12h${-round(width)}`)
    .join('');
  return d === '' ? null : (
    <path d={d} stroke="var(--ink)" strokeOpacity="0.55" fill="none" strokeDasharray="3 3" />
  );
}

/** Where more happens than can be seen: zoom in. */
function Mixed({ bars }: { readonly bars: readonly Bar[] }) {
  const mixed = bars.filter(({ isMixed }) => isMixed);
  return mixed.length === 0 ? null : (
    <path
      d={mixed.map(({ x, width }) => `M${round(x)} ${ROW - 2}h${round(width)}`).join('')}
      stroke="var(--muted)"
      strokeWidth="2"
      data-mixed={mixed.length}
    />
  );
}

function rectangles(bars: readonly Bar[], height: number): string {
  const y = (ROW - height) / 2;
  return bars
    .map(({ x, width }) => {
      // A little room between neighbours, where there is some.
      const shown = round(width > 4 ? width - 1 : width);
      return `M${round(x)} ${y}h${shown}v${height}h${-shown}Z`;
    })
    .join('');
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}

function cut(name: string, room: number): string {
  const letters = Math.floor((room - 6) / 6.2);
  return name.length <= letters ? name : name.slice(0, Math.max(1, letters));
}
