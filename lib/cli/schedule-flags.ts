/** The options of `forkyard run` that say how the machine schedules, and what that costs. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { defaultSchedule } from '../grading/default-schedule';
import type { RunOptions } from '../grading/run';
import type { ScheduleSpec } from '../grading/schedule-spec';
import {
  defaultQuantum,
  SCHEDULER_NAMES,
  type SchedulerName,
} from '../kernel/scheduling/policies/by-name';
import { defaultCosts, type Costs } from '../kernel/time/virtual-time';
import { positiveNumber, wholeNumber } from './numbers';

export interface ScheduleFlags {
  readonly scheduler?: SchedulerName;
  readonly seed?: number;
  readonly quantum?: number;
  /** Commander's way to say --no-preempt. */
  readonly preempt?: boolean;
  readonly aging?: number;
  readonly boost?: number;
  readonly processors?: number;
  readonly degree?: number;
  readonly memory?: number;
  readonly costs?: Partial<Costs>;
}

const costNames = {
  instruction: 'instructionNs',
  call: 'systemCallNs',
  switch: 'contextSwitchNs',
  tick: 'tickNs',
  swap: 'swapPageNs',
} as const satisfies Record<string, keyof Costs>;

export function addScheduleOptions(command: Command): Command {
  return command
    .addOption(new Option('--scheduler <name>', 'who runs next').choices(SCHEDULER_NAMES))
    .option('--seed <n>', 'of the random scheduler (and chooses it)', wholeNumber)
    .option('--quantum <n>', 'instructions that a process may run at a time', positiveNumber)
    .option('--no-preempt', 'priorities: whoever runs goes on until it blocks')
    .option('--aging <ns>', 'priorities: waiting so long counts as one nice value', positiveNumber)
    .option('--boost <ns>', 'mlfq: all begin at the top again so often', positiveNumber)
    .option('--processors <n>', 'simulated processors', processorCount)
    .option('--degree <n>', 'processes in memory at one time; others wait', positiveNumber)
    .option('--memory <bytes>', 'main memory; processes beyond it are swapped out', positiveNumber)
    .option(
      '--costs <list>',
      `nanoseconds, e.g. "call=0,switch=5000"; names: ${Object.entries(costNames)
        .map(([name, key]) => `${name} (${defaultCosts[key]})`)
        .join(', ')}`,
      readCosts,
    );
}

export function scheduleOptions(flags: ScheduleFlags): RunOptions {
  return {
    schedule: scheduleOf(flags),
    ...(flags.processors === undefined ? {} : { processors: flags.processors }),
    ...(flags.degree === undefined ? {} : { admittedMax: flags.degree }),
    ...(flags.memory === undefined ? {} : { mainMemoryBytes: flags.memory }),
    ...(flags.costs === undefined ? {} : { costs: flags.costs }),
  };
}

function scheduleOf(flags: ScheduleFlags): ScheduleSpec {
  const name = flags.scheduler ?? (flags.seed === undefined ? defaultSchedule.scheduler : 'random');
  const quantum = flags.quantum ?? defaultQuantum;
  switch (name) {
    case 'fcfs':
    case 'sjf':
    case 'srtf':
      return { scheduler: name };
    case 'rr':
    case 'mlq':
      return { scheduler: name, quantum };
    case 'priority':
      return {
        scheduler: 'priority',
        preemptive: flags.preempt ?? true,
        agingNs: flags.aging ?? null,
        quantum: flags.quantum ?? null,
      };
    case 'mlfq':
      return { scheduler: 'mlfq', quantum, boostNs: flags.boost ?? null };
    case 'random':
      return { scheduler: 'random', quantum, seed: flags.seed ?? 0 };
  }
}

function processorCount(text: string): number {
  const count = positiveNumber(text);
  if (count > 64) throw new InvalidArgumentError('it must be at most 64.');
  return count;
}

function readCosts(text: string): Partial<Costs> {
  const costs: Partial<Record<keyof Costs, number>> = {};
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=');
    const key = Object.entries(costNames).find(([known]) => known === name.trim())?.[1];
    if (key === undefined)
      throw new InvalidArgumentError(`"${name}" is none of ${Object.keys(costNames).join(', ')}.`);
    costs[key] = key === 'instructionNs' ? positiveNumber(value) : wholeNumber(value);
  }
  return costs;
}
