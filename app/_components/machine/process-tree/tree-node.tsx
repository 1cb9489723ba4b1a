'use client';

import { memo } from 'react';
import { isOrphan, type ProcessAt } from '@/lib/trace/process-history/process-history';
import { reasonText, statusText } from '../../figures/process-texts';
import { StateGlyph } from '../../figures/state-glyph';
import type { PlacedProcess } from './tree-layout';

type TreeNodeProps = {
  readonly id: string;
  readonly place: PlacedProcess;
  readonly process: ProcessAt;
  readonly isActive: boolean;
  readonly onChoose: (process: ProcessAt) => void;
  readonly onFold: (process: ProcessAt) => void;
};

const THREADS_MAX = 6;

/** A process: the glyph of its state, its name, and what it does or how it ended. */
export const TreeNode = memo(function TreeNode(props: TreeNodeProps) {
  const { id, place, process, isActive, onChoose, onFold } = props;
  const { pid, name, state, threads } = process;
  const { x, y, level, children, hidden } = place;
  return (
    <g
      id={id}
      role="treeitem"
      aria-level={level}
      aria-selected={isActive}
      aria-expanded={hidden > 0 ? false : children.length > 0 ? true : undefined}
      aria-label={description(process)}
      transform={`translate(${x} ${y})`}
      data-pid={pid}
      data-state={state}
      data-orphan={isOrphan(process) || undefined}
      className="cursor-pointer"
      onClick={() => onChoose(process)}
    >
      <title>{description(process)}</title>
      <rect
        x="-40"
        y="-19"
        width="80"
        height="66"
        rx="8"
        fill={isActive ? 'var(--accent-soft)' : 'transparent'}
        stroke={isActive ? 'var(--accent)' : 'none'}
        strokeWidth="1.5"
      />
      <StateGlyph state={state} />
      <text textAnchor="middle" y="29" fontSize="12" fontWeight="600" fill="var(--ink)">
        {shortName(name)} {pid}
      </text>
      <text textAnchor="middle" y="42" fontSize="11" fill="var(--muted)">
        {cut(lineBelow(process))}
      </text>
      {threads.length > 1 && (
        <g transform="translate(22 -12)">
          {threads.slice(0, THREADS_MAX).map((thread, k) => (
            <g
              key={thread.id}
              transform={`translate(${(k % 3) * 13} ${Math.floor(k / 3) * 13}) scale(0.36)`}
              data-thread={thread.id}
            >
              <StateGlyph state={thread.state} />
            </g>
          ))}
          {threads.length > THREADS_MAX && (
            <text x="-5" y="29" fontSize="10" fill="var(--muted)">
              +{threads.length - THREADS_MAX}
            </text>
          )}
        </g>
      )}
      {(hidden > 0 || children.length > 0) && (
        <g
          transform="translate(-26 0)"
          onClick={(event) => {
            event.stopPropagation();
            onFold(process);
          }}
        >
          {/* Larger than it looks, for fingers. */}
          <circle r="13" fill="transparent" />
          <circle r="7" fill="var(--surface)" stroke="var(--edge)" />
          <path
            d={hidden > 0 ? 'M-3.5 0 H3.5 M0 -3.5 V3.5' : 'M-3.5 0 H3.5'}
            stroke="var(--ink)"
            strokeWidth="1.5"
          />
        </g>
      )}
      {hidden > 0 && (
        <text textAnchor="middle" y="56" fontSize="11" fontWeight="600" fill="var(--accent)">
          {hidden} more below
        </text>
      )}
    </g>
  );
});

function lineBelow({ status, reason, state }: ProcessAt): string {
  if (status !== null) return statusText(status);
  return reason === null ? state : reasonText(reason);
}

export function description(process: ProcessAt): string {
  const { pid, name, createdBy, state, reason, status, threads, parent } = process;
  const parts = [
    `${name} ${pid}`,
    createdBy === null ? '' : `child of ${createdBy}`,
    isOrphan(process) ? `an orphan that ${Number(parent) === 1 ? 'init' : parent} has adopted` : '',
    reason === null || state !== 'waiting' ? state : `waiting ${reasonText(reason)}`,
    status === null ? '' : statusText(status),
    threads.length > 1 ? `${threads.length} threads` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function shortName(name: string): string {
  const base = (name.split('/').at(-1) ?? name).replace(/\.c$/, '');
  return base.length > 9 ? `${base.slice(0, 8)}…` : base;
}

/** What is wider than its column would run into its neighbours. */
function cut(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
