/** Each on the left has its partner on the right. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { shuffled } from '../drawing/random';
import { AskFailure } from '../failure';
import { common } from './common';
import { type Draw, fill } from './draw';

export const matchingSchema = z.strictObject({
  ...common,
  kind: z.literal('matching'),
  /** Two may have the same partner. */
  pairs: z
    .array(
      z.strictObject({
        left: z.string().min(1).max(500),
        right: z.string().min(1).max(500),
        why: z.string().max(2000).optional(),
      }),
    )
    .min(2)
    .max(12),
  /** On the right, and nobody's partner. */
  extra: z.array(z.string().min(1).max(500)).max(6).default([]),
});

export function askMatching(
  question: z.output<typeof matchingSchema>,
  draw: Draw,
): FormOf<'match'> {
  const pairs = question.pairs.map(({ left, right, why }) => ({
    left: fill(left, draw),
    right: fill(right, draw),
    why: fill(why, draw),
  }));
  if (new Set(pairs.map(({ left }) => left)).size !== pairs.length)
    throw new AskFailure('two on the left are the same', true);
  const partners = new Set(pairs.map(({ right }) => right));
  const extra = question.extra.map((text) => fill(text, draw));
  const texts = shuffled(draw.random, [...new Set([...partners, ...extra])]);
  if (texts.length < 2) throw new AskFailure('there is only one partner', true);
  const right = texts.map((text, at) => ({ id: `right-${at + 1}`, text }));
  const idOf = (text: string) => right.find((item) => item.text === text)?.id ?? '';
  return {
    form: 'match',
    left: shuffled(draw.random, pairs).map(({ left, right: partner, why }, at) => ({
      id: `left-${at + 1}`,
      text: left,
      partner: idOf(partner),
      why,
    })),
    right,
  };
}
