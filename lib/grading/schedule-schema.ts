/** Scheduling policies as authors write them. */
import { z } from 'zod';
import type { ScheduleSpec } from './schedule-spec';

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
