import type { ControlBlock, ControlQueue } from '@/lib/kernel/inspection/control-blocks-view';
import { useId } from 'react';
import { queueLook } from './control-words';

export const ROW = 58;
export const LANE = 46;
const TOP = 8;

type QueueLanesProps = {
  readonly blocks: readonly ControlBlock[];
  readonly queues: readonly ControlQueue[];
};

/** The queues threaded through the list: one lane each, a line from its head through its members in order. */
export function QueueLanes({ blocks, queues }: QueueLanesProps) {
  const id = useId();
  const rowOf = new Map(
    blocks.flatMap(({ threads }, row) => threads.map((thread) => [thread.id, row] as const)),
  );
  return (
    <svg
      aria-hidden
      width={queues.length * LANE}
      height={blocks.length * ROW}
      className="block overflow-visible"
    >
      {queues.map((queue, lane) => {
        const { color, dashes } = queueLook(queue);
        const x = lane * LANE + LANE / 2;
        const stops = queue.members.map((member) => (rowOf.get(member) ?? 0) * ROW + ROW / 2);
        return (
          <g key={lane} stroke={color} fill="none">
            <defs>
              <marker
                id={`${id}-${lane}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto"
              >
                <path d="M0 0 L8 4 L0 8 Z" fill={color} stroke="none" />
              </marker>
            </defs>
            {stops.map((y, k) => (
              <path
                key={k}
                d={linkPath(x, k === 0 ? -TOP : (stops[k - 1] ?? 0), y, k === 0)}
                strokeWidth="1.75"
                strokeDasharray={dashes}
                markerEnd={`url(#${id}-${lane})`}
              />
            ))}
            {stops.map((y, k) => (
              <g key={k} data-queue-member={`${lane}:${k}:${queue.members[k] ?? ''}`}>
                <circle cx={x} cy={y} r="10" fill="var(--surface)" strokeWidth="2" />
                <text
                  x={x}
                  y={y}
                  textAnchor="middle"
                  dominantBaseline="central"
                  fontSize="12"
                  fontWeight="700"
                  stroke="none"
                  fill="var(--ink)"
                >
                  {k + 1}
                </text>
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** From the head straight down at the side; from member to member in a bow, to the right on the way down. */
function linkPath(x: number, from: number, to: number, isHead: boolean): string {
  if (isHead) {
    const side = x - LANE / 2 + 4;
    return `M${x} ${from} C${side} ${from + 10} ${side} ${from + 10} ${side} ${Math.max(from + 12, to - 24)} L${side} ${to - 14} Q${side} ${to} ${x - 11} ${to}`;
  }
  if (from === to) return '';
  const isDown = to > from;
  const side = x + (isDown ? 1 : -1) * 19;
  const start = from + (isDown ? 9 : -9);
  const end = to + (isDown ? -11 : 11);
  return `M${x} ${start} C${side} ${start} ${side} ${end - (isDown ? 8 : -8)} ${x} ${end}`;
}
