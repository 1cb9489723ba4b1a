/** Schedulers by the names that people type: "fcfs", "rr quantum=1000", "random seed=7 quantum=100". */
import type { Scheduler } from '../scheduler';
import { firstComeFirstServed } from './first-come-first-served';
import { multilevelFeedback } from './multilevel-feedback';
import { multilevelQueue } from './multilevel-queue';
import { priority } from './priority';
import { randomScheduler } from './random';
import { roundRobin } from './round-robin';
import { shortestJobFirst, shortestRemainingTimeFirst } from './shortest-job-first';

export const SCHEDULER_NAMES = [
  'fcfs',
  'sjf',
  'srtf',
  'rr',
  'priority',
  'mlq',
  'mlfq',
  'random',
] as const;
export type SchedulerName = (typeof SCHEDULER_NAMES)[number];

export const defaultQuantum = 1000;

export interface SchedulerOptions {
  readonly seed?: number;
  /** Instructions. For priorities: equals take turns; without it they run until they block. */
  readonly quantum?: number;
  /** Of priorities: false lets a process run until it blocks, whoever becomes ready. */
  readonly preemptive?: boolean;
  /** Of priorities: waiting time that counts as one nice value. */
  readonly agingNs?: number;
  /** Of the feedback queue: how often all begin at the top again. */
  readonly boostNs?: number;
}

export function schedulerByName(name: SchedulerName, options: SchedulerOptions = {}): Scheduler {
  const quantum = options.quantum ?? defaultQuantum;
  switch (name) {
    case 'fcfs':
      return firstComeFirstServed();
    case 'sjf':
      return shortestJobFirst();
    case 'srtf':
      return shortestRemainingTimeFirst();
    case 'rr':
      return roundRobin(quantum);
    case 'priority':
      return priority({
        preemptive: options.preemptive ?? true,
        agingNs: options.agingNs ?? null,
        quantum: options.quantum ?? null,
      });
    case 'mlq':
      return multilevelQueue(quantum);
    case 'mlfq':
      return multilevelFeedback({ quantum, boostNs: options.boostNs ?? null });
    case 'random':
      return randomScheduler(options.seed ?? 0, quantum);
  }
}
