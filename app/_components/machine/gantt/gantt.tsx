'use client';

import type { GanttChart } from '@/lib/trace/gantt/gantt-chart';
import type { SchedulingTimes } from '@/lib/trace/gantt/scheduling-times';
import { countUpTo } from '@/lib/trace/process-history/process-history';
import type { QueueHistory } from '@/lib/trace/queues';
import { StateLegend } from '../../figures/state-legend';
import { FigureOrTable } from '../figure-or-table';
import type { ProcessNames } from '../process-names';
import { GanttFigure } from './gantt-figure';
import { QueuePanel } from './queue-panel';
import { TimesTable } from './times-table';
import { TurnsTable } from './turns-table';

type GanttProps = {
  readonly chart: GanttChart;
  readonly times: readonly SchedulingTimes[];
  readonly queues: QueueHistory;
  readonly names: ProcessNames;
  /** The present step. */
  readonly position: number;
  readonly onGo: (step: number) => void;
};

/** The Gantt chart of a run, with the scheduling queues at the present moment. */
export function Gantt({ chart, times, queues, names, position, onGo }: GanttProps) {
  const { moments, switches } = chart;
  const switched = countUpTo(switches, position);
  return (
    <FigureOrTable
      caption={
        <>
          A processor runs one process at a time; whoever else could run waits in the ready queue.{' '}
          <span className="tabular-nums">
            {switched.toLocaleString('en')} of {switches.length.toLocaleString('en')} context
            switches have happened.
          </span>
        </>
      }
      legend={<StateLegend />}
      figure={
        <div className="flex h-full flex-col">
          <GanttFigure chart={chart} names={names} position={position} onGo={onGo} />
          <QueuePanel queues={queues.after(moments.eventsAt(position))} names={names} />
        </div>
      }
      table={() => (
        <div className="flex h-full flex-col">
          <TimesTable times={times} names={names} />
          <TurnsTable chart={chart} names={names} position={position} onGo={onGo} />
        </div>
      )}
    />
  );
}
