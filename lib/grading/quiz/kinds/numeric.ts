/** A number, within a tolerance, with its unit. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { numberOf } from '../drawing/template';
import { common } from './common';
import { type Draw, fill } from './draw';

const amount = z.union([z.number(), z.string().min(1).max(500)]);
const tolerance = z.union([
  /** Largest absolute difference that still counts. */
  z.number().min(0),
  z.strictObject({ relative: z.number().min(0).max(1) }),
]);

export const numericSchema = z.strictObject({
  ...common,
  kind: z.literal('numeric'),
  /** A number, or an expression of variables and computed facts. */
  answer: amount,
  tolerance: tolerance.default(0),
  unit: z.string().max(40).optional(),
  /** The unit stands there, is chosen from `units`, or is typed after the number. */
  unitBy: z.enum(['given', 'chosen', 'typed']).default('given'),
  /** Units by what one of each is in the right one, e.g. `{ s: 1000, ms: 1 }`. */
  units: z.record(z.string().min(1).max(20), z.number().positive()).default({}),
  /** Wrong answers that many give, and why they are wrong. */
  mistakes: z
    .array(z.strictObject({ value: amount, why: z.string().min(1).max(2000) }))
    .max(10)
    .default([]),
});

export function askNumeric(question: z.output<typeof numericSchema>, draw: Draw): FormOf<'number'> {
  const value = numberOf(question.answer, draw.values);
  const toleranceOf = (of: number) =>
    typeof question.tolerance === 'number'
      ? question.tolerance
      : Math.abs(of) * question.tolerance.relative;
  const unit = question.unit ?? '';
  const units = Object.entries({ ...question.units, ...(unit === '' ? {} : { [unit]: 1 }) });
  const key = { value, tolerance: toleranceOf(value) };
  return {
    form: 'number',
    ...key,
    unit,
    unitBy: question.unitBy,
    units: units.map(([name, factor]) => ({ unit: name, factor })),
    mistakes: question.mistakes.flatMap((mistake) => {
      const wrong = numberOf(mistake.value, draw.values);
      // In this draw it happens to be right.
      if (Math.abs(wrong - value) <= key.tolerance + 1e-9) return [];
      return [
        {
          value: wrong,
          tolerance: Math.min(toleranceOf(wrong), Math.abs(wrong - value) / 2),
          why: fill(mistake.why, draw),
        },
      ];
    }),
  };
}
