'use client';

import { ChevronLeft, ChevronRight, SkipBack, SkipForward } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { TraceEvent } from '@/lib/kernel/events';
import { Button } from '../ui/button';
import { processHistory, type Processes, reasonText, statusText } from './process-history';
import { ProcessTable } from './process-table';
import { StateGlyph } from './state-glyph';
import { StateLegend } from './state-legend';
import { layOutTree, type PlacedProcess } from './tree-layout';

type ProcessTreeProps = {
  readonly events: readonly TraceEvent[];
  readonly isRunning: boolean;
  readonly caption?: string;
};

const CAPTION =
  'An arrow leads from the process that called fork to its child. Step through to see who waits for whom.';

/** The tree of processes of a run, at its end or at any moment before. */
export function ProcessTree({ events, isRunning, caption = CAPTION }: ProcessTreeProps) {
  const history = useMemo(() => processHistory(events), [events]);
  const last = history.length - 1;
  // null: follow the run, stay at its end.
  const [chosen, setChosen] = useState<number | null>(null);
  const moment = isRunning || chosen === null ? last : Math.min(chosen, last);
  const processes = history[moment] ?? [];
  const captionId = useId();

  return (
    <figure aria-labelledby={captionId} className="flex min-w-0 flex-col gap-3">
      <div tabIndex={0} role="group" aria-label="Tree of processes" className="overflow-x-auto">
        <TreeDrawing processes={processes} everybody={history[last] ?? []} />
      </div>
      {!isRunning && last > 1 && <MomentSlider moment={moment} last={last} onChoose={setChosen} />}
      <StateLegend />
      <figcaption id={captionId} className="text-sm text-muted">
        {caption}
      </figcaption>
      <details className="text-sm">
        <summary className="link w-fit">As a table</summary>
        <ProcessTable processes={processes} />
      </details>
    </figure>
  );
}

type TreeDrawingProps = {
  readonly processes: Processes;
  /** All that there will be: their places don't change while one steps through. */
  readonly everybody: Processes;
};

function TreeDrawing({ processes, everybody }: TreeDrawingProps) {
  const layout = useMemo(() => layOutTree(everybody), [everybody]);
  const { width, height } = layout;
  const nodes = layout.nodes.flatMap((node) => {
    const process = processes.find(({ pid }) => pid === node.process.pid);
    return process === undefined ? [] : [{ ...node, process }];
  });
  const shown = new Set(processes.map(({ pid }) => pid));
  const edges = layout.edges.filter(({ to }) => shown.has(to.process.pid));
  return (
    <svg
      role="img"
      aria-label={summary(processes)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width, minWidth: width, height }}
      className="mx-auto block"
      fontFamily="var(--font-sans)"
    >
      {edges.map(({ from, to }) => (
        <Edge key={to.process.pid} from={from} to={to} />
      ))}
      {nodes.map((node) => (
        <Node key={node.process.pid} node={node} />
      ))}
    </svg>
  );
}

function Edge({ from, to }: { readonly from: PlacedProcess; readonly to: PlacedProcess }) {
  const start = from.y + 48;
  const end = to.y - 20;
  const middle = (start + end) / 2;
  return (
    <g stroke="var(--edge)" fill="none" strokeWidth="1.5">
      <path d={`M${from.x} ${start} C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${end}`} />
      <path d={`M${to.x - 4} ${end - 5} L${to.x} ${end} L${to.x + 4} ${end - 5}`} />
    </g>
  );
}

function Node({ node: { process, x, y } }: { readonly node: PlacedProcess }) {
  return (
    <g transform={`translate(${x} ${y})`} data-pid={process.pid} data-state={process.state}>
      <StateGlyph state={process.state} />
      <text textAnchor="middle" y="29" fontSize="12" fontWeight="600" fill="var(--ink)">
        {shortName(process.name)} {process.pid}
      </text>
      <text textAnchor="middle" y="42" fontSize="11" fill="var(--muted)">
        {process.status !== null
          ? statusText(process.status)
          : process.reason === null
            ? process.state
            : reasonText(process.reason)}
      </text>
    </g>
  );
}

type MomentSliderProps = {
  readonly moment: number;
  readonly last: number;
  readonly onChoose: (moment: number | null) => void;
};

function MomentSlider({ moment, last, onChoose }: MomentSliderProps) {
  const go = (to: number) => onChoose(to >= last ? null : Math.max(1, to));
  return (
    <div role="group" aria-label="Moment of the run" className="flex items-center gap-1">
      <Button
        look="quiet"
        size="icon"
        aria-label="First moment"
        disabled={moment <= 1}
        onClick={() => go(1)}
      >
        <SkipBack aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="One step back"
        disabled={moment <= 1}
        onClick={() => go(moment - 1)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <input
        type="range"
        min={1}
        max={last}
        value={moment}
        onChange={(event) => go(Number(event.target.value))}
        aria-label="Moment"
        aria-valuetext={`${moment} of ${last}`}
        className="min-w-16 flex-1"
      />
      <Button
        look="quiet"
        size="icon"
        aria-label="One step on"
        disabled={moment >= last}
        onClick={() => go(moment + 1)}
      >
        <ChevronRight aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Last moment"
        disabled={moment >= last}
        onClick={() => go(last)}
      >
        <SkipForward aria-hidden />
      </Button>
      <span className="min-w-16 text-right text-sm text-muted tabular-nums">
        {moment} of {last}
      </span>
    </div>
  );
}

function summary(processes: Processes): string {
  if (processes.length === 0) return 'No process yet.';
  const lines = processes.map(({ pid, createdBy, state }) =>
    createdBy === null
      ? `Process ${pid}, ${state}`
      : `process ${pid}, child of ${createdBy}, ${state}`,
  );
  return `Tree of ${processes.length} ${processes.length === 1 ? 'process' : 'processes'}. ${lines.join('; ')}.`;
}

function shortName(name: string): string {
  const base = (name.split('/').at(-1) ?? name).replace(/\.c$/, '');
  return base.length > 9 ? `${base.slice(0, 8)}…` : base;
}
