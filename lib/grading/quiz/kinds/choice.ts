/** One of several options, or all that are right. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { evaluateCondition } from '../drawing/expression';
import { shuffled } from '../drawing/random';
import { AskFailure } from '../failure';
import { identifier } from '../identifier';
import { common } from './common';
import { type Draw, fill } from './draw';

const optionSchema = z.strictObject({
  id: identifier,
  text: z.string().min(1).max(2000),
  /** True, or a condition of the variables. */
  correct: z.union([z.boolean(), z.string().min(1).max(500)]).default(false),
  /** Said to those who chose it wrongly, or left it out wrongly. */
  why: z.string().max(2000).optional(),
});

const options = z
  .array(optionSchema)
  .min(2)
  .max(12)
  .refine(
    (list) => new Set(list.map(({ id }) => id)).size === list.length,
    'two options have the same id',
  );
const shuffle = z.boolean().default(false);
const isSettled = (list: z.output<typeof options>): boolean =>
  list.every(({ correct }) => typeof correct === 'boolean');

export const singleSchema = z.strictObject({
  ...common,
  kind: z.literal('single'),
  shuffle,
  options: options.refine(
    (list) => !isSettled(list) || list.filter(({ correct }) => correct === true).length === 1,
    'exactly one option must be correct',
  ),
});

export const multipleSchema = z.strictObject({
  ...common,
  kind: z.literal('multiple'),
  shuffle,
  options: options.refine(
    (list) => !isSettled(list) || list.some(({ correct }) => correct === true),
    'at least one option must be correct',
  ),
});

type Question = z.output<typeof singleSchema> | z.output<typeof multipleSchema>;

/**
 * Wrong options that say the same as a right one, or as each other, are left out; where too few are left
 * another draw is made.
 */
export function askChoice(question: Question, draw: Draw): FormOf<'choice'> {
  const filledIn = question.options.map(({ id, text, correct, why }) => ({
    id,
    text: fill(text, draw),
    correct: typeof correct === 'boolean' ? correct : evaluateCondition(correct, draw.values),
    why: fill(why, draw),
  }));
  const said = new Set(filledIn.filter(({ correct }) => correct).map(({ text }) => text.trim()));
  const left = filledIn.filter(({ text, correct }) => {
    if (correct) return true;
    if (said.has(text.trim())) return false;
    said.add(text.trim());
    return true;
  });
  const rightCount = left.filter(({ correct }) => correct).length;
  if (rightCount === 0 || (question.kind === 'single' && rightCount > 1))
    throw new AskFailure(`${rightCount} options are right`, true);
  if (
    left.length < 2 ||
    (question.kind === 'single' && left.length < Math.min(3, question.options.length))
  )
    throw new AskFailure('too few options are left that differ', true);
  return {
    form: 'choice',
    many: question.kind === 'multiple',
    shown: 'text',
    options: question.shuffle ? shuffled(draw.random, left) : left,
  };
}
