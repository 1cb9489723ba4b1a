/** Schedulers by the names that people type: "fcfs", "rr quantum=1000", "random seed=7 quantum=100". */
import type { Scheduler } from '../scheduler';
import { firstComeFirstServed } from './first-come-first-served';
import { randomScheduler } from './random';
import { roundRobin } from './round-robin';

export const SCHEDULER_NAMES = ['fcfs', 'rr', 'random'] as const;
export type SchedulerName = (typeof SCHEDULER_NAMES)[number];

export const defaultQuantum = 1000;

export function schedulerByName(
  name: SchedulerName,
  options: { readonly seed?: number; readonly quantum?: number } = {},
): Scheduler {
  const quantum = options.quantum ?? defaultQuantum;
  switch (name) {
    case 'fcfs':
      return firstComeFirstServed();
    case 'rr':
      return roundRobin(quantum);
    case 'random':
      return randomScheduler(options.seed ?? 0, quantum);
  }
}
