/** A chart to fill: who runs when, under a policy. The kernel's schedulers know the answer. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { workloadSchema } from '../workload/workload';
import { common } from './common';
import { chartOf, type Draw } from './draw';

export const ganttSchema = z.strictObject({
  ...common,
  kind: z.literal('gantt'),
  workload: workloadSchema,
});

export function askGantt(draw: Draw): FormOf<'gantt'> {
  const { workload, slots } = chartOf(draw);
  return {
    form: 'gantt',
    processes: workload.processes.map(({ name }) => name),
    unit: workload.unit,
    slots: [...slots],
  };
}
