/**
 * A question as one student is asked it: everything drawn, filled in and computed, the right answer with
 * it. Plain data: an attempt keeps it, so that what was asked stays what it was. The kinds that authors
 * write (`kinds/`) come down to a few forms of answering.
 */
import { z } from 'zod';
import { identifier } from './identifier';

const optionSchema = z.object({
  id: z.string(),
  text: z.string(),
  correct: z.boolean(),
  /** Markdown, said to those who chose it wrongly, or left it out wrongly; may be empty. */
  why: z.string(),
});
const itemSchema = z.object({ id: z.string(), text: z.string() });
const numberKey = z.object({ value: z.number(), tolerance: z.number() });

const cellSchema = z.union([
  z.object({ given: z.string() }),
  z.object({
    value: z.string(),
    /** Null: compared as text. */
    tolerance: z.number().nullable(),
    why: z.string(),
  }),
]);

const formSchema = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('choice'),
    many: z.boolean(),
    /** `output`: what a program prints, line ends visible. */
    shown: z.enum(['text', 'output']),
    options: z.array(optionSchema),
  }),
  z.object({
    form: z.literal('number'),
    ...numberKey.shape,
    unit: z.string(),
    /** How the unit comes in: it stands there, is chosen among `units`, or is typed after the number. */
    unitBy: z.enum(['given', 'chosen', 'typed']),
    /** With what one of each is in the right unit. */
    units: z.array(z.object({ unit: z.string(), factor: z.number() })),
    mistakes: z.array(z.object({ ...numberKey.shape, why: z.string() })),
  }),
  z.object({
    form: z.literal('text'),
    accepted: z.array(z.string()),
    pattern: z.string().nullable(),
    ignoreCase: z.boolean(),
    ignoreSpace: z.boolean(),
    mistakes: z.array(z.object({ text: z.string(), why: z.string() })),
  }),
  z.object({
    form: z.literal('output'),
    /** Each output that can come out, without blanks at line ends and empty lines at the end. */
    outputs: z.array(z.string()),
    unordered: z.boolean(),
  }),
  z.object({
    form: z.literal('order'),
    /** As they are shown. */
    items: z.array(itemSchema),
    right: z.array(z.string()),
    partial: z.enum(['subsequence', 'pairs', 'none']),
  }),
  z.object({
    form: z.literal('match'),
    left: z.array(z.object({ ...itemSchema.shape, partner: z.string(), why: z.string() })),
    right: z.array(itemSchema),
  }),
  z.object({
    form: z.literal('table'),
    corner: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.object({ label: z.string(), cells: z.array(cellSchema) })),
  }),
  z.object({
    form: z.literal('gantt'),
    processes: z.array(z.string()),
    unit: z.string(),
    /** Who runs in each unit of time; IDLE: nobody. */
    slots: z.array(z.string()),
  }),
  z.object({ form: z.literal('tree'), tree: z.string() }),
  z.object({
    form: z.literal('line'),
    /** From 1; any of them is right. */
    lines: z.array(z.number()),
    /** Markdown, said to those who chose another one. */
    why: z.string(),
  }),
]);

const workloadFigureSchema = z.object({
  unit: z.string(),
  policy: z.string(),
  hasPriorities: z.boolean(),
  processes: z.array(
    z.object({
      name: z.string(),
      arrival: z.number(),
      burst: z.number(),
      priority: z.number(),
    }),
  ),
  /** Who has run so far, where the question is who comes next. */
  soFar: z.array(z.string()).nullable(),
});

export const askedQuestionSchema = z.object({
  id: identifier,
  kind: z.string(),
  points: z.number(),
  /** Markdown. */
  prompt: z.string(),
  program: z.string().nullable(),
  stdin: z.string(),
  workload: workloadFigureSchema.nullable(),
  hints: z.array(z.object({ text: z.string(), cost: z.number() })),
  /** Markdown, shown after the attempt. */
  explanation: z.string(),
  form: formSchema,
});

export type AskedQuestion = z.output<typeof askedQuestionSchema>;
export type Form = AskedQuestion['form'];
export type FormOf<F extends Form['form']> = Extract<Form, { form: F }>;
export type WorkloadFigure = z.output<typeof workloadFigureSchema>;
