'use client';

import { ganttChart } from '@/lib/trace/gantt/gantt-chart';
import { schedulingTimes } from '@/lib/trace/gantt/scheduling-times';
import { QueueHistory } from '@/lib/trace/queues';
import { ofEvents } from '../of-events';
import type { ViewProps } from '../view-props';
import { Gantt } from './gantt';

const chartOf = ofEvents(ganttChart);
const timesOf = ofEvents(schedulingTimes);
const queuesOf = ofEvents((events) => new QueueHistory(events));

/** Who ran when in a recorded run, and what everybody else did meanwhile. */
export function GanttView({ run, names, position, onGo }: ViewProps) {
  return (
    <Gantt
      chart={chartOf(run.events)}
      times={timesOf(run.events)}
      queues={queuesOf(run.events)}
      names={names}
      position={position}
      onGo={onGo}
    />
  );
}
