'use client';

import { useMemo } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessState, WaitReason } from '@/lib/kernel/events';
import { type GanttChart, STATE_CODES } from '@/lib/trace/gantt/gantt-chart';
import { reasonText } from '../../figures/process-texts';
import type { ProcessNames } from '../process-names';
import { timeText } from '../time-text';
import { WindowedRows } from '../windowed-rows';

type TurnsTableProps = {
  readonly chart: GanttChart;
  readonly names: ProcessNames;
  readonly position: number;
  readonly onGo: (step: number) => void;
};

type Turn = {
  readonly id: Pid;
  readonly fromNs: number;
  readonly toNs: number;
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
};

/** Every bar of the chart, in order of time. */
export function TurnsTable({ chart, names, position, onGo }: TurnsTableProps) {
  const turns = useMemo(() => turnsOf(chart), [chart]);
  const nowNs = chart.moments.timeAt(position);
  return (
    <WindowedRows
      label="Who was in which state when"
      rows={turns}
      current={lastBegun(turns, nowNs)}
      momentOf={({ fromNs }) => fromNs}
      onChoose={(index) => {
        const turn = turns[index];
        if (turn !== undefined) onGo(chart.moments.stepAt(turn.fromNs));
      }}
      empty="Nothing has run."
      minWidth="36rem"
      columns={[
        { label: 'From', width: '6rem', cell: ({ fromNs }) => timeText(fromNs) },
        { label: 'To', width: '6rem', cell: ({ toNs }) => timeText(toNs) },
        {
          label: 'Who',
          width: '8rem',
          cell: ({ id }) => (
            <span className="font-semibold" style={{ color: names.get(id)?.color }}>
              {names.get(id)?.name ?? id}
            </span>
          ),
        },
        {
          label: 'State',
          width: 'minmax(10rem,1fr)',
          cell: ({ state, reason }) => (reason === null ? state : `${state} ${reasonText(reason)}`),
        },
      ]}
    />
  );
}

function turnsOf({ threads }: GanttChart): readonly Turn[] {
  return threads
    .flatMap(({ id, from, to, values, reasons }) =>
      Array.from(from, (fromNs, k) => ({
        id,
        fromNs,
        toNs: to[k] ?? fromNs,
        state: STATE_CODES[values[k] ?? 0] ?? 'new',
        reason: reasons[k] ?? null,
      })),
    )
    .sort((a, b) => a.fromNs - b.fromNs || a.id - b.id);
}

function lastBegun(turns: readonly Turn[], timeNs: number): number {
  let low = -1;
  let high = turns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((turns[middle]?.fromNs ?? Infinity) <= timeNs) low = middle;
    else high = middle - 1;
  }
  return low;
}
