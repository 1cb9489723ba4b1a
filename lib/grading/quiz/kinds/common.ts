/** What questions of all kinds have. */
import { z } from 'zod';
import { computedSchema } from '../computed/facts';
import { variablesSchema } from '../drawing/variables';
import { identifier } from '../identifier';
import { workloadSchema } from '../workload/workload';

export const common = {
  id: identifier,
  points: z.number().min(0.5).max(100).default(1),
  /** Markdown, with places. */
  prompt: z.string().min(1).max(10_000),
  /** Markdown, with places; shown after the attempt, whatever the answer was. */
  explanation: z.string().min(1).max(10_000),
  /** What pools draw by. */
  tags: z.array(identifier).max(10).default([]),
  /** It may be asked in lessons, where the answer is told at once and as often as one likes. */
  practice: z.boolean().default(false),
  variables: variablesSchema.default({}),
  /** Drawn anew until this holds. */
  where: z.string().min(1).max(500).optional(),
  /** Facts of the program, computed by running or exploring it, by name. */
  computed: computedSchema.default({}),
  /** Shown with the prompt. */
  program: z.string().min(1).max(20_000).optional(),
  stdin: z.string().max(10_000).default(''),
  /** Shown as a table; its times can be used in expressions (workload/times.ts). */
  workload: workloadSchema.optional(),
  /**
   * What holds of every draw, by another way than the answer came about: `forkyard check` holds the
   * question to it.
   */
  agrees: z.string().min(1).max(500).optional(),
  hints: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(2000),
        /** Share of the question's points that it takes. */
        cost: z.number().min(0).max(1).default(0),
      }),
    )
    .max(5)
    .default([]),
};
