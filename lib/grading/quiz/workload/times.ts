/** The columns of a scheduling table, read from a chart. */
import type { Values } from '../drawing/expression';
import type { Workload } from './workload';

export interface ProcessTimes {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly waiting: number;
  readonly turnaround: number;
  readonly response: number;
}

export function timesOf(
  { processes }: Workload,
  slots: readonly string[],
): readonly ProcessTimes[] {
  return processes.map(({ name, arrival, burst }) => {
    const start = slots.indexOf(name);
    const end = slots.lastIndexOf(name) + 1;
    const turnaround = end - arrival;
    return { name, start, end, turnaround, waiting: turnaround - burst, response: start - arrival };
  });
}

/** As expressions name them: `waiting.P1`, `averageWaiting`, `switches` ... */
export function timeValues(workload: Workload, slots: readonly string[]): Values {
  const times = timesOf(workload, slots);
  const column = (of: (each: ProcessTimes) => number) =>
    Object.fromEntries(times.map((each) => [each.name, of(each)]));
  return {
    start: column(({ start }) => start),
    end: column(({ end }) => end),
    waiting: column(({ waiting }) => waiting),
    turnaround: column(({ turnaround }) => turnaround),
    response: column(({ response }) => response),
    averageWaiting: mean(times.map(({ waiting }) => waiting)),
    averageTurnaround: mean(times.map(({ turnaround }) => turnaround)),
    averageResponse: mean(times.map(({ response }) => response)),
    length: slots.length,
    /** Changes from one process to another. */
    switches: slots.filter((slot, at) => at > 0 && slot !== slots[at - 1]).length,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
