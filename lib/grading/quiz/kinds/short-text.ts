/** A word or two. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { folded } from '../judge';
import { common } from './common';
import { type Draw, fill } from './draw';

export const shortTextSchema = z
  .strictObject({
    ...common,
    kind: z.literal('short-text'),
    /** Forms that are right; the first is shown as the right answer. */
    accept: z.array(z.string().min(1).max(200)).min(1).max(20),
    /** A regular expression for the whole answer, beside the forms. */
    pattern: z.string().min(1).max(200).optional(),
    ignoreCase: z.boolean().default(true),
    /** Blanks inside don't count; those at the ends never do. */
    ignoreSpace: z.boolean().default(false),
    mistakes: z
      .array(z.strictObject({ text: z.string().min(1).max(200), why: z.string().min(1).max(2000) }))
      .max(20)
      .default([]),
  })
  .refine(({ pattern }) => pattern === undefined || isPattern(pattern), {
    path: ['pattern'],
    message: 'no regular expression',
  });

export function askShortText(
  question: z.output<typeof shortTextSchema>,
  draw: Draw,
): FormOf<'text'> {
  const { ignoreCase, ignoreSpace, pattern, mistakes } = question;
  const accepted = question.accept.map((text) => fill(text, draw));
  const right = new Set(accepted.map((text) => folded(text, question)));
  return {
    form: 'text',
    accepted,
    pattern: pattern ?? null,
    ignoreCase,
    ignoreSpace,
    mistakes: mistakes
      .map(({ text, why }) => ({ text: fill(text, draw), why: fill(why, draw) }))
      .filter(({ text }) => !right.has(folded(text, question))),
  };
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
