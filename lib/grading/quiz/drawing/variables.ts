/**
 * The variables of a question: what differs from student to student. Drawn in the order in which they are
 * written, so that later ones may use earlier ones; drawn anew where they break the question's condition.
 */
import { z } from 'zod';
import { evaluate, evaluateCondition, evaluateNumber, type Value, type Values } from './expression';
import { drawInteger, drawOne, type Random, shuffled } from './random';

const bound = z.union([z.number(), z.string().min(1).max(200)]);
const scalar = z.union([z.number(), z.string().max(4000), z.boolean()]);

const variableSchema = z.union([
  /** An expression of those above it. */
  z.union([z.string().min(1).max(500), z.number()]),
  z.strictObject({ from: bound, to: bound, step: z.number().positive().default(1) }),
  /** Records give several names at once: the shape of a program and what is said about it. */
  z.strictObject({
    oneOf: z
      .array(z.union([scalar, z.record(z.string(), scalar)]))
      .min(2)
      .max(50),
  }),
  /** So many different ones, in any order: a list. */
  z.strictObject({ sample: z.array(scalar).min(2).max(50), count: z.int().min(1).max(50) }),
]);

export const variablesSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9_]*$/, 'begin with a lower-case letter'),
  variableSchema,
);
export type Variables = z.output<typeof variablesSchema>;

const DRAWS_MAX = 200;

/** Null: the condition can't be met, or hardly ever. */
export function drawVariables(
  variables: Variables,
  where: string | undefined,
  random: Random,
): Values | null {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const values: Record<string, Value> = {};
    for (const [name, variable] of Object.entries(variables))
      values[name] = drawVariable(variable, values, random);
    if (where === undefined || evaluateCondition(where, values)) return values;
  }
  return null;
}

function drawVariable(variable: Variables[string], values: Values, random: Random): Value {
  if (typeof variable === 'number') return variable;
  if (typeof variable === 'string') return evaluate(variable, values);
  if ('oneOf' in variable) return drawOne(random, variable.oneOf);
  if ('sample' in variable) return shuffled(random, variable.sample).slice(0, variable.count);
  const from = boundOf(variable.from, values);
  const steps = Math.floor((boundOf(variable.to, values) - from) / variable.step);
  return from + variable.step * drawInteger(random, 0, Math.max(0, steps));
}

function boundOf(bound: number | string, values: Values): number {
  return typeof bound === 'number' ? bound : evaluateNumber(bound, values);
}
