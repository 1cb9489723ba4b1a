/** Items to be put in order. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { shuffled } from '../drawing/random';
import { AskFailure } from '../failure';
import { common } from './common';
import { type Draw, fill } from './draw';

export const orderingSchema = z.strictObject({
  ...common,
  kind: z.literal('ordering'),
  /** In the right order. */
  items: z.array(z.string().min(1).max(500)).min(3).max(12),
  /** By the longest part that is in order, or by neighbours that are. */
  partial: z.enum(['subsequence', 'pairs', 'none']).default('subsequence'),
});

export function askOrdering(
  question: z.output<typeof orderingSchema>,
  draw: Draw,
): FormOf<'order'> {
  const texts = question.items.map((text) => fill(text, draw));
  if (new Set(texts).size !== texts.length) throw new AskFailure('two items are the same', true);
  // Their names must not tell the order.
  const names = shuffled(
    draw.random,
    texts.map((_text, at) => `item-${at + 1}`),
  );
  const items = texts.map((text, at) => ({ id: names[at] ?? '', text }));
  const right = items.map(({ id }) => id);
  return { form: 'order', items: mixed(items, draw), right, partial: question.partial };
}

/** Not in the right order. */
function mixed<T>(items: readonly T[], draw: Draw): T[] {
  const order = shuffled(draw.random, items);
  return order.every((item, at) => item === items[at]) ? order.toReversed() : order;
}
