import type { ProcessState } from '@/lib/kernel/events';
import { STATE_LOOKS } from '../figures/process-states';
import { StateGlyph } from '../figures/state-glyph';
import { FigureFrame } from './figure-frame';

const PLACES = {
  new: { x: 60, y: 60 },
  ready: { x: 200, y: 60 },
  running: { x: 380, y: 60 },
  zombie: { x: 520, y: 60 },
  terminated: { x: 640, y: 60 },
  waiting: { x: 290, y: 190 },
} as const satisfies Record<ProcessState, { x: number; y: number }>;

const WAYS = [
  { from: 'new', to: 'ready', by: 'admitted', d: 'M84 60 H174', label: { x: 130, y: 50 } },
  {
    from: 'ready',
    to: 'running',
    by: 'dispatched',
    d: 'M220 50 C270 26 310 26 358 48',
    label: { x: 288, y: 24 },
  },
  {
    from: 'running',
    to: 'ready',
    by: 'time is up',
    d: 'M356 72 C310 94 270 94 223 73',
    label: { x: 288, y: 104 },
  },
  {
    from: 'running',
    to: 'waiting',
    by: 'must wait for something',
    d: 'M380 106 C378 150 352 178 314 187',
    label: { x: 448, y: 152 },
  },
  {
    from: 'waiting',
    to: 'ready',
    by: 'it happened',
    d: 'M266 187 C230 178 202 150 200 107',
    label: { x: 168, y: 152 },
  },
  { from: 'running', to: 'zombie', by: 'ends', d: 'M402 60 H494', label: { x: 448, y: 50 } },
  {
    from: 'zombie',
    to: 'terminated',
    by: 'waited for',
    d: 'M544 60 H614',
    label: { x: 580, y: 50 },
  },
] as const;

export function ProcessStatesFigure() {
  return (
    <FigureFrame
      caption="Only a running process can begin to wait, and after waiting it has to queue for the processor again."
      table={{ head: ['From', 'To', 'When'], rows: WAYS.map(({ from, to, by }) => [from, to, by]) }}
    >
      <svg
        role="img"
        aria-label={WAYS.map(({ from, to, by }) => `${from} to ${to}: ${by}`).join('; ')}
        viewBox="0 0 700 230"
        className="mx-auto block w-full max-w-[44rem] min-w-[36rem]"
        fontFamily="var(--font-sans)"
        fontSize="13"
      >
        <defs>
          <marker
            id="way-end"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M1 1 L6.5 4 L1 7" fill="none" stroke="var(--edge)" strokeWidth="1.4" />
          </marker>
        </defs>
        {WAYS.map(({ from, to, by, d, label }) => (
          <g key={`${from} ${to}`}>
            <path
              d={d}
              fill="none"
              stroke="var(--edge)"
              strokeWidth="1.5"
              markerEnd="url(#way-end)"
            />
            <text x={label.x} y={label.y} textAnchor="middle" fill="var(--muted)">
              {by}
            </text>
          </g>
        ))}
        {Object.entries(PLACES).map(([name, { x, y }]) => (
          <State key={name} name={name} x={x} y={y} />
        ))}
      </svg>
    </FigureFrame>
  );
}

function State({ name, x, y }: { readonly name: string; readonly x: number; readonly y: number }) {
  const state = stateNamed(name);
  if (state === null) return null;
  return (
    <g transform={`translate(${x} ${y})`}>
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
        {name}
      </text>
    </g>
  );
}

function stateNamed(name: string): ProcessState | null {
  return name in STATE_LOOKS ? (name as ProcessState) : null;
}
