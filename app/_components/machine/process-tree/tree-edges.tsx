'use client';

import { memo } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import { isOrphan, type ProcessAt } from '@/lib/trace/process-history/process-history';
import type { WaitsFor } from '@/lib/trace/process-history/waits-for';
import type { TreeEdge, TreeLayout } from './tree-layout';

type TreeEdgesProps = {
  readonly layout: TreeLayout;
  readonly byPid: ReadonlyMap<Pid, ProcessAt>;
  readonly waits: readonly WaitsFor[];
};

/** Who made whom; who waits for whom; whom init has adopted. */
export const TreeEdges = memo(function TreeEdges({ layout, byPid, waits }: TreeEdgesProps) {
  const { nodes, edges, init } = layout;
  const waited = new Set(waits.map(({ from, to }) => `${from} ${to}`));
  const orphans = [...byPid.values()].filter(isOrphan);
  const owned = waits.filter(({ kind }) => kind === 'owner');
  return (
    <g fill="none" strokeWidth="1.5">
      {edges.map((edge) => {
        const process = byPid.get(edge.to);
        if (process === undefined) return null;
        return (
          <Edge
            key={edge.to}
            edge={edge}
            look={
              isOrphan(process) ? 'lost' : waited.has(`${edge.from} ${edge.to}`) ? 'waits' : 'made'
            }
          />
        );
      })}
      {owned.map(({ from, to }) => {
        const start = nodes.get(from);
        const end = nodes.get(to);
        if (start === undefined || end === undefined) return null;
        return (
          <g key={`${from} ${to}`} stroke="var(--state-waiting)" data-waits={`${from} ${to}`}>
            <path d={bow(start, end)} strokeWidth="2.5" strokeDasharray="5 4" />
          </g>
        );
      })}
      {init !== null && orphans.length > 0 && (
        <g>
          <rect
            x={init.x - 24}
            y={init.y - 14}
            width="48"
            height="28"
            rx="6"
            fill="var(--sunken)"
            stroke="var(--edge)"
          />
          <text
            x={init.x}
            y={init.y}
            textAnchor="middle"
            dominantBaseline="central"
            fontSize="12"
            fontWeight="600"
            fill="var(--ink)"
          >
            init 1
          </text>
          {orphans.map(({ pid }) => {
            const to = nodes.get(pid);
            if (to === undefined) return null;
            const end = { x: to.x - 20, y: to.y };
            return (
              <g key={pid} stroke="var(--edge)" data-adopted={pid}>
                <path
                  d={`M${init.x} ${init.y + 14} C${init.x} ${end.y} ${init.x} ${end.y} ${end.x} ${end.y}`}
                  strokeDasharray="7 4"
                />
                <path d={head(end.x, end.y, 'right')} />
              </g>
            );
          })}
        </g>
      )}
    </g>
  );
});

const LOOKS = {
  made: { stroke: 'var(--edge)', width: 1.5, dashes: undefined },
  waits: { stroke: 'var(--state-waiting)', width: 3, dashes: '5 4' },
  lost: { stroke: 'var(--line)', width: 1.5, dashes: '1 4' },
} as const;

type EdgeProps = { readonly edge: TreeEdge; readonly look: keyof typeof LOOKS };

function Edge({ edge, look }: EdgeProps) {
  const { stroke, width, dashes } = LOOKS[look];
  const { x, y, direction } = edge.end;
  return (
    <g
      stroke={stroke}
      strokeWidth={width}
      data-edge={look}
      data-waits={look === 'waits' ? `${edge.from} ${edge.to}` : undefined}
    >
      <path d={edge.path} strokeDasharray={dashes} />
      <path d={head(x, y, direction)} />
    </g>
  );
}

function head(x: number, y: number, direction: 'down' | 'right'): string {
  return direction === 'down'
    ? `M${x - 4} ${y - 5} L${x} ${y} L${x + 4} ${y - 5}`
    : `M${x - 5} ${y - 4} L${x} ${y} L${x - 5} ${y + 4}`;
}

function bow(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const side = from.x <= to.x ? 1 : -1;
  const start = from.x + 20 * side;
  const end = to.x - 20 * side;
  const height = Math.min(from.y, to.y) - 24;
  return `M${start} ${from.y} C${start} ${height} ${end} ${height} ${end} ${to.y}`;
}
