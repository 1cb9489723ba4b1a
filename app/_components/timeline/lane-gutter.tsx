import type { Timeline } from '@/lib/trace/timeline/timeline';
import { StateGlyph } from '../figures/state-glyph';
import {
  type LaneColumn,
  type LaneLayout,
  type LaneSpan,
  ROW,
  rowY,
  switches,
} from './lane-layout';
import { MarkGlyph } from './mark-glyph';

type LaneGutterProps = {
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  readonly current: number | null;
};

/** The lanes beside the rows of a timeline, time running down. */
export function LaneGutter({ timeline, layout, current }: LaneGutterProps) {
  const { marks, conflicts } = timeline;
  const { columns, columnOf, width } = layout;
  const xOf = (index: number): number => {
    const mark = marks[index];
    return (mark === undefined ? undefined : columnOf.get(mark.thread))?.x ?? 0;
  };
  return (
    <svg
      aria-hidden
      width={width}
      height={marks.length * ROW}
      className="pointer-events-none absolute top-0 left-0"
    >
      {switches(marks).map((k) => (
        <path
          key={k}
          d={elbow(xOf(k - 1), rowY(k - 1), xOf(k), rowY(k))}
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1.25"
          strokeDasharray="2 3"
        />
      ))}
      {columns.map((column) => (
        <LaneTrack key={column.thread} column={column} />
      ))}
      {conflicts.map((conflict) => {
        const { first, second, object } = conflict;
        const isStrong = conflict.isEssential || first === current || second === current;
        return (
          <path
            key={`${first} ${second} ${object}`}
            d={arc(xOf(first), rowY(first), xOf(second), rowY(second))}
            fill="none"
            stroke="var(--bad)"
            strokeWidth={isStrong ? 2.25 : 1.25}
            strokeOpacity={isStrong ? 1 : 0.4}
            strokeLinecap="round"
            data-conflict={object}
          />
        );
      })}
      {marks.map(({ kind, thread, violation }, k) => (
        <g key={k} transform={`translate(${xOf(k)} ${rowY(k)})`}>
          {violation !== null && <circle r="11" fill="var(--bad-soft)" stroke="var(--bad)" />}
          {k === current && (
            <circle r="11" fill="var(--accent-soft)" stroke="var(--accent)" strokeWidth="2" />
          )}
          <MarkGlyph kind={kind} color={columnOf.get(thread)?.color ?? 'var(--ink)'} />
        </g>
      ))}
    </svg>
  );
}

const TRACKS: Readonly<
  Record<Exclude<LaneSpan, 'absent'>, { width: number; dashes?: string; color?: string }>
> = {
  running: { width: 5 },
  ready: { width: 1.5 },
  waiting: { width: 4, dashes: '3 4', color: 'var(--state-waiting)' },
  zombie: { width: 3, dashes: '1 5', color: 'var(--state-zombie)' },
};

function LaneTrack({ column: { x, color, spans } }: { readonly column: LaneColumn }) {
  return (
    <g>
      {spans.map((span, k) => {
        if (span === 'absent') return null;
        const { width, dashes, color: own } = TRACKS[span];
        const isNew = spans[k - 1] !== span;
        return (
          <g key={k}>
            <path
              d={`M${x} ${rowY(k)} V${k === spans.length - 1 ? rowY(k) + ROW / 2 : rowY(k + 1)}`}
              stroke={own ?? color}
              strokeWidth={width}
              strokeDasharray={dashes}
            />
            {isNew && (span === 'waiting' || span === 'zombie') && (
              <g transform={`translate(${x} ${rowY(k) + ROW / 2}) scale(0.42)`}>
                <StateGlyph state={span} />
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** From one lane to the other, in the half of the row between them. */
function elbow(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}

/** Bulges, so that lines over several rows don't lie upon each other and upon the lanes. */
function arc(x1: number, y1: number, x2: number, y2: number): string {
  // A curve comes three quarters of the way to its control points.
  const bulge = Math.min(30, 10 + Math.abs(y2 - y1) / 12);
  const x = Math.max(x1, x2) + bulge;
  return `M${x1} ${y1} C${x} ${y1} ${x} ${y2} ${x2} ${y2}`;
}
