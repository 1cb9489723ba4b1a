/** What all kinds of checks have in an exercise's manifest. */
import { z } from 'zod';

export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and dashes');

export const checkFields = {
  id: identifier,
  title: z.string().min(1).max(200),
  points: z.number().min(0).max(1000),
  visible: z.boolean().default(true),
  /** Which run of `runs` it judges. */
  run: identifier.default('default'),
  /** Said after the computed explanation when the check fails. */
  hint: z.string().max(1000).optional(),
};

/** A regular expression, flags `su`. */
export function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'su');
    return true;
  } catch {
    return false;
  }
}
