import type { ProcessState } from '@/lib/kernel/events';
import type { ProcessAt } from '@/lib/trace/process-history/process-history';
import { StateGlyph } from '../../figures/state-glyph';
import { cn } from '../../ui/class-names';
import { type Layout, WAYS } from './layouts';

type StateDiagramProps = {
  readonly layout: Layout;
  readonly processes: readonly ProcessAt[];
  /** The way that somebody has just gone. */
  readonly moved: { readonly from: ProcessState; readonly to: ProcessState } | null;
  readonly className: string;
};

export function StateDiagram({ layout, processes, moved, className }: StateDiagramProps) {
  const { arrows, width, height } = layout;
  const end = `way-end-${layout.name}`;
  return (
    <svg
      role="img"
      aria-label={WAYS.map(({ from, to, by }) => `${from} to ${to}: ${by}`).join('; ')}
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: width }}
      className={cn('mx-auto mt-3 w-full', className)}
      fontFamily="var(--font-sans)"
      fontSize="13"
    >
      <defs>
        <marker
          id={end}
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M1 1 L6.5 4 L1 7" fill="none" stroke="context-stroke" strokeWidth="1.4" />
        </marker>
      </defs>
      {WAYS.map(({ name, from, to, by }) => {
        const { d, label } = arrows[name];
        const isTaken = moved?.from === from && moved.to === to;
        return (
          <g key={name}>
            <path
              d={d}
              fill="none"
              stroke={isTaken ? 'var(--accent)' : 'var(--edge)'}
              strokeWidth={isTaken ? 3 : 1.5}
              markerEnd={`url(#${end})`}
            />
            <text
              x={label.x}
              y={label.y}
              textAnchor="middle"
              fontWeight={isTaken ? 600 : 400}
              fill={isTaken ? 'var(--accent)' : 'var(--muted)'}
            >
              {by}
            </text>
          </g>
        );
      })}
      {STATES.map((state) => (
        <State
          key={state}
          state={state}
          place={layout.places[state]}
          pids={processes.filter((process) => process.state === state).map(({ pid }) => pid)}
        />
      ))}
    </svg>
  );
}

const STATES = ['new', 'ready', 'running', 'waiting', 'zombie', 'terminated'] as const;

type StateProps = {
  readonly state: ProcessState;
  readonly place: { readonly x: number; readonly y: number };
  /** Who is in it. */
  readonly pids: readonly number[];
};

function State({ state, place, pids }: StateProps) {
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <g transform="scale(1.25)">
        <StateGlyph state={state} />
      </g>
      <text
        y="36"
        textAnchor="middle"
        fontWeight="600"
        fill="var(--ink)"
        className="[paint-order:stroke]"
        stroke="var(--surface)"
        strokeWidth="4"
      >
        {state}
      </text>
      {pids.map((pid, k) => (
        <g
          key={pid}
          transform={`translate(${(k - (pids.length - 1) / 2) * 46} ${state === 'waiting' ? 0 : -34})`}
        >
          <rect
            x={state === 'waiting' ? 26 : -21}
            y="-10"
            width="42"
            height="20"
            rx="10"
            fill="var(--ink)"
          />
          <text
            x={state === 'waiting' ? 47 : 0}
            y="4.5"
            textAnchor="middle"
            fontSize="12.5"
            fontWeight="600"
            fill="var(--surface)"
          >
            {pid}
          </text>
        </g>
      ))}
    </g>
  );
}
