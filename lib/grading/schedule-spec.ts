/** Scheduling policies as authors write them and verdicts name them, with everything a run depends on. */
import { z } from 'zod';
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

const quantum = z.int().min(1).max(1_000_000);
const seed = z.int().min(0).max(0x7fff_ffff);

const durationNs = z.int().min(1).max(1_000_000_000_000).nullable().default(null);

const withoutQuantum = z.strictObject({ scheduler: z.enum(['fcfs', 'sjf', 'srtf']) });
const withQuantum = z.strictObject({ scheduler: z.enum(['rr', 'mlq']), quantum });
const priorities = z.strictObject({
  scheduler: z.literal('priority'),
  preemptive: z.boolean().default(true),
  agingNs: durationNs,
  quantum: quantum.nullable().default(null),
});
const feedback = z.strictObject({ scheduler: z.literal('mlfq'), quantum, boostNs: durationNs });

export const singleScheduleSchema = z.discriminatedUnion('scheduler', [
  withoutQuantum,
  withQuantum,
  priorities,
  feedback,
  z.strictObject({ scheduler: z.literal('random'), quantum, seed }),
]);

/** One line of `schedules:`; a random one stands for as many runs as it has seeds. */
export const schedulesSchema = z
  .array(
    z.discriminatedUnion('scheduler', [
      withoutQuantum,
      withQuantum,
      priorities,
      feedback,
      z.strictObject({
        scheduler: z.literal('random'),
        quantum,
        seeds: z.array(seed).min(1).max(100),
      }),
    ]),
  )
  .min(1)
  .transform((entries): readonly ScheduleSpec[] =>
    entries.flatMap((entry): readonly ScheduleSpec[] =>
      entry.scheduler === 'random'
        ? entry.seeds.map((each) => ({ scheduler: 'random', quantum: entry.quantum, seed: each }))
        : [entry],
    ),
  );

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
