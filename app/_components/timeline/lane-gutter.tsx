import type { Timeline } from '@/lib/trace/timeline/timeline';
import { StateGlyph } from '../figures/state-glyph';
import {
  type LaneColumn,
  type LaneLayout,
  type LaneSpan,
  type LaneState,
  ROW,
  rowY,
} from './lane-layout';
import { MarkGlyph } from './mark-glyph';

type LaneGutterProps = {
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  readonly current: number | null;
  /** The first and the last mark whose rows are in the page. */
  readonly first: number;
  readonly last: number;
};

/** The lanes beside the rows of a timeline, time running down; of a long one the part that is looked at. */
export function LaneGutter({ timeline, layout, current, first, last }: LaneGutterProps) {
  const { marks, conflicts } = timeline;
  const { columns, columnOf, width, scale } = layout;
  const xOf = (index: number): number => {
    const mark = marks[index];
    return (mark === undefined ? undefined : columnOf.get(mark.thread))?.x ?? 0;
  };
  const isSeen = (from: number, to: number) => from <= last && to >= first;
  const seen = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
  return (
    <svg
      aria-hidden
      width={width}
      height={marks.length * ROW}
      className="pointer-events-none absolute top-0 left-0"
    >
      {seen
        .filter((k) => k > 0 && marks[k]?.thread !== marks[k - 1]?.thread)
        .map((k) => (
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
        <LaneTrack
          key={column.thread}
          column={column}
          spans={column.spans.filter(({ from, to }) => isSeen(from, to))}
          end={marks.length}
          scale={scale}
        />
      ))}
      {conflicts
        .filter((conflict) => isSeen(conflict.first, conflict.second))
        .map((conflict) => {
          const { object } = conflict;
          const isStrong =
            conflict.isEssential || conflict.first === current || conflict.second === current;
          return (
            <path
              key={`${conflict.first} ${conflict.second} ${object}`}
              d={arc(
                xOf(conflict.first),
                rowY(conflict.first),
                xOf(conflict.second),
                rowY(conflict.second),
              )}
              fill="none"
              stroke="var(--bad)"
              strokeWidth={isStrong ? 2.25 : 1.25}
              strokeOpacity={isStrong ? 1 : 0.4}
              strokeLinecap="round"
              data-conflict={object}
            />
          );
        })}
      {seen.map((k) => {
        const mark = marks[k];
        return (
          mark !== undefined && (
            <g key={k} transform={`translate(${xOf(k)} ${rowY(k)})`}>
              {mark.violation !== null && (
                <circle r="11" fill="var(--bad-soft)" stroke="var(--bad)" />
              )}
              {k === current && (
                <circle r="11" fill="var(--accent-soft)" stroke="var(--accent)" strokeWidth="2" />
              )}
              <MarkGlyph
                kind={mark.kind}
                color={columnOf.get(mark.thread)?.color ?? 'var(--ink)'}
              />
            </g>
          )
        );
      })}
    </svg>
  );
}

const TRACKS: Readonly<Record<LaneState, { width: number; dashes?: string; color?: string }>> = {
  running: { width: 5 },
  ready: { width: 1.5 },
  waiting: { width: 4, dashes: '3 4', color: 'var(--state-waiting)' },
  zombie: { width: 3, dashes: '1 5', color: 'var(--state-zombie)' },
};

type LaneTrackProps = {
  readonly column: LaneColumn;
  readonly spans: readonly LaneSpan[];
  /** The number of marks. */
  readonly end: number;
  readonly scale: number;
};

function LaneTrack({ column: { x, color }, spans, end, scale }: LaneTrackProps) {
  return (
    <g>
      {spans.map(({ state, from, to }) => {
        const { width, dashes, color: own } = TRACKS[state];
        return (
          <g key={from}>
            <path
              d={`M${x} ${rowY(from)} V${to === end ? rowY(to) - ROW / 2 : rowY(to)}`}
              stroke={own ?? color}
              strokeWidth={width * scale}
              strokeDasharray={dashes}
            />
            {(state === 'waiting' || state === 'zombie') && (
              <g transform={`translate(${x} ${rowY(from) + ROW / 2}) scale(${0.42 * scale})`}>
                <StateGlyph state={state} />
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
