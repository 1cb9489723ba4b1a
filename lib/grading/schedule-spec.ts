/** Scheduling policies as verdicts name them, with everything a run depends on. */
import { assertNever } from '../abi/assert-never';
import { schedulerByName } from '../kernel/scheduling/policies/by-name';
import { replay } from '../kernel/scheduling/policies/replay';
import { parseSchedule } from '../kernel/scheduling/schedule-text';
import type { Scheduler } from '../kernel/scheduling/scheduler';

export type ScheduleSpec =
  | { readonly scheduler: 'fcfs' | 'sjf' | 'srtf' }
  | { readonly scheduler: 'rr' | 'mlq'; readonly quantum: number }
  | {
      readonly scheduler: 'priority';
      readonly preemptive: boolean;
      readonly agingNs: number | null;
      readonly quantum: number | null;
    }
  | { readonly scheduler: 'mlfq'; readonly quantum: number; readonly boostNs: number | null }
  | { readonly scheduler: 'random'; readonly quantum: number; readonly seed: number }
  /** Found by exploring, not written by authors: the choices themselves, as `parseSchedule` reads them. */
  | { readonly scheduler: 'recorded'; readonly choices: string };

/** e.g. "round robin, quantum 1000", "random, seed 7, quantum 50". */
export function scheduleText(spec: ScheduleSpec): string {
  switch (spec.scheduler) {
    case 'fcfs':
      return 'first come, first served';
    case 'sjf':
      return 'shortest job first';
    case 'srtf':
      return 'shortest remaining time first';
    case 'rr':
      return `round robin, quantum ${spec.quantum}`;
    case 'priority': {
      const words = [spec.preemptive ? 'priorities' : 'priorities, not preemptive'];
      if (spec.agingNs !== null) words.push(`aging ${spec.agingNs} ns`);
      if (spec.quantum !== null) words.push(`quantum ${spec.quantum}`);
      return words.join(', ');
    }
    case 'mlq':
      return `multilevel queue, quantum ${spec.quantum}`;
    case 'mlfq': {
      const boost = spec.boostNs === null ? '' : `, boost every ${spec.boostNs} ns`;
      return `multilevel feedback queue, quantum ${spec.quantum}${boost}`;
    }
    case 'random':
      return `random, seed ${spec.seed}, quantum ${spec.quantum}`;
    case 'recorded':
      return spec.choices;
    default:
      return assertNever(spec);
  }
}

export function schedulerOf(spec: ScheduleSpec): Scheduler {
  switch (spec.scheduler) {
    case 'fcfs':
    case 'sjf':
    case 'srtf':
      return schedulerByName(spec.scheduler);
    case 'rr':
    case 'mlq':
      return schedulerByName(spec.scheduler, { quantum: spec.quantum });
    case 'priority':
      return schedulerByName('priority', {
        preemptive: spec.preemptive,
        ...(spec.agingNs === null ? {} : { agingNs: spec.agingNs }),
        ...(spec.quantum === null ? {} : { quantum: spec.quantum }),
      });
    case 'mlfq':
      return schedulerByName('mlfq', {
        quantum: spec.quantum,
        ...(spec.boostNs === null ? {} : { boostNs: spec.boostNs }),
      });
    case 'random':
      return schedulerByName('random', { quantum: spec.quantum, seed: spec.seed });
    case 'recorded': {
      const parsed = parseSchedule(spec.choices);
      if (parsed.kind === 'unreadable') throw new Error(parsed.message);
      return replay(parsed.choices, parsed.timing);
    }
    default:
      return assertNever(spec);
  }
}
