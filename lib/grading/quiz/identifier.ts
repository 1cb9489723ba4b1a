import { z } from 'zod';

/** How questions, options and items are named. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and dashes');
