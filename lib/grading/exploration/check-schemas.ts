/**
 * Checks that are judged by exploring every interleaving of a run instead of running it a few times, as
 * authors write them. All checks of a run share one exploration.
 */
import { z } from 'zod';
import { parseExpression } from '../../kernel/expressions/parse';
import { checkFields, isPattern } from '../check-fields';

/** What `explore` can ask for; the other kinds have a property of their own. */
export const explorableProperties = [
  'assertion',
  'memory-error',
  'abnormal-end',
  'zombie',
  'leftover',
] as const;

/**
 * How far the exploration of a run goes. Counted in steps of the program, never in time, so that a
 * verdict doesn't depend on the machine. Left out, it goes on to the end or to the common budget.
 */
export const boundsSchema = z.strictObject({
  /** Only executions in which a process that could go on is interrupted at most so often. */
  preemptions: z.int().min(0).max(20).optional(),
  /** Steps of one execution. */
  depth: z.int().min(1).max(100_000).optional(),
});
export type ExplorationBounds = z.output<typeof boundsSchema>;

/** An output: the text itself, or a regular expression (flags `su`) that is found in it. */
const outputSchema = z.union([
  z.string().max(20_000),
  z.strictObject({ pattern: z.string().max(2000).refine(isPattern, 'not a regular expression') }),
]);
export type ExpectedOutput = z.output<typeof outputSchema>;

const expression = z
  .string()
  .min(1)
  .max(1000)
  .superRefine((text, context) => {
    const parsed = parseExpression(text);
    if (parsed.kind === 'error') context.addIssue({ code: 'custom', message: parsed.message });
  });
const functionName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a C function');
const functionNames = z.array(functionName).max(20).default([]);
const outputs = z.array(outputSchema).max(100).default([]);

export const explorationChecks = [
  z.strictObject({
    ...checkFields,
    kind: z.literal('explore'),
    properties: z.array(z.enum(explorableProperties)).min(1),
  }),
  z
    .strictObject({
      ...checkFields,
      kind: z.literal('outputs'),
      /** Every possible output is one of these; empty: any. */
      only: outputs,
      /** Each of these must be possible. */
      possible: outputs,
      /** None of these is possible. */
      never: outputs,
    })
    .refine(
      ({ only, possible, never }) => only.length + possible.length + never.length > 0,
      'say what is possible: only, possible or never',
    ),
  z
    .strictObject({
      ...checkFields,
      kind: z.literal('invariant'),
      /** A C expression over global and shared variables that is true in every state. */
      always: expression.optional(),
      /** One that is true in some state that can be reached. */
      sometimes: expression.optional(),
    })
    .refine(
      ({ always, sometimes }) => (always === undefined) !== (sometimes === undefined),
      'either always or sometimes',
    ),
  z.strictObject({
    ...checkFields,
    kind: z.literal('mutual-exclusion'),
    /** A thread is in the region while a call of one of these functions is on its stack. */
    functions: z.array(functionName).min(1).max(20),
    /** Functions in which nobody may be while somebody is in the region. */
    against: functionNames,
    /** How many may be in the region at the same time. */
    most: z.int().min(1).max(100).default(1),
    /** So many at the same time must be possible. */
    possible: z.int().min(1).max(100).default(1),
  }),
  z.strictObject({ ...checkFields, kind: z.literal('no-deadlock') }),
  /** No two accesses to the same memory, one of them writing, that nothing orders. */
  z.strictObject({ ...checkFields, kind: z.literal('no-race') }),
  /** Nobody waits by looking again and again. */
  z.strictObject({ ...checkFields, kind: z.literal('no-busy-wait') }),
  z
    .strictObject({
      ...checkFields,
      /** Nobody waits for ever while others go on and on. */
      kind: z.literal('fair'),
      /** With `functions`: who is in a call of one of these has asked to get in there ... */
      entry: functionNames,
      /** ... and each other thread may go into these before it ... */
      functions: functionNames,
      /** ... so often at most. */
      most: z.int().min(0).max(20).default(1),
    })
    .refine(
      ({ entry, functions }) => entry.length > 0 === functions.length > 0,
      'for bounded waiting name both: entry, where a thread asks, and functions, where it is in',
    )
    .refine(
      ({ entry, functions }) => !entry.some((name) => functions.includes(name)),
      'a function can not be in entry and in functions',
    ),
] as const;
