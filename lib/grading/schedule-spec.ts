/** Scheduling policies as authors write them and verdicts name them, with everything a run depends on. */
import { z } from 'zod';
import { assertNever } from '../abi/assert-never';
import { schedulerByName } from '../kernel/schedulers/by-name';
import type { Scheduler } from '../kernel/scheduler';

export type ScheduleSpec =
  | { readonly scheduler: 'fcfs' }
  | { readonly scheduler: 'rr'; readonly quantum: number }
  | { readonly scheduler: 'random'; readonly quantum: number; readonly seed: number };

const quantum = z.int().min(1).max(1_000_000);
const seed = z.int().min(0).max(0x7fff_ffff);

const firstCome = z.strictObject({ scheduler: z.literal('fcfs') });
const roundRobin = z.strictObject({ scheduler: z.literal('rr'), quantum });

export const singleScheduleSchema = z.discriminatedUnion('scheduler', [
  firstCome,
  roundRobin,
  z.strictObject({ scheduler: z.literal('random'), quantum, seed }),
]);

/** One line of `schedules:`; a random one stands for as many runs as it has seeds. */
export const schedulesSchema = z
  .array(
    z.discriminatedUnion('scheduler', [
      firstCome,
      roundRobin,
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
    case 'rr':
      return `round robin, quantum ${spec.quantum}`;
    case 'random':
      return `random, seed ${spec.seed}, quantum ${spec.quantum}`;
    default:
      return assertNever(spec);
  }
}

export function schedulerOf(spec: ScheduleSpec): Scheduler {
  switch (spec.scheduler) {
    case 'fcfs':
      return schedulerByName('fcfs');
    case 'rr':
      return schedulerByName('rr', { quantum: spec.quantum });
    case 'random':
      return schedulerByName('random', { quantum: spec.quantum, seed: spec.seed });
    default:
      return assertNever(spec);
  }
}
