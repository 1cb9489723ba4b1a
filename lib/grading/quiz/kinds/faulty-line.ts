/** The line with the fault, as the machine finds it. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { faultOfExploring, faultOfRun } from '../computed/faulty-lines';
import { AskFailure } from '../failure';
import { common } from './common';
import { type Draw, fill, programOf } from './draw';

export const faultyLineSchema = z.strictObject({
  ...common,
  kind: z.literal('faulty-line'),
  program: z.string().min(1).max(20_000),
  /** A run shows the fault, or only some schedule of all. */
  found: z.enum(['running', 'exploring']).default('running'),
  /** Lines that are right as well: those that contain one of these texts. */
  also: z.array(z.string().min(2).max(200)).max(5).default([]),
  /** Said to those who chose another line. */
  why: z.string().max(2000).default(''),
});

export function askFaultyLine(
  question: z.output<typeof faultyLineSchema>,
  draw: Draw,
): FormOf<'line'> {
  const asked = programOf(draw);
  const { lines } = question.found === 'running' ? faultOfRun(asked) : faultOfExploring(asked);
  const texts = asked.program.split('\n');
  const others = question.also.flatMap((part) => {
    const wanted = fill(part, draw);
    const at = texts.findIndex((text) => text.includes(wanted));
    if (at === -1) throw new AskFailure(`no line of the program contains "${wanted}"`);
    return [at + 1];
  });
  return {
    form: 'line',
    lines: [...new Set([...lines, ...others])].sort((a, b) => a - b),
    why: fill(question.why, draw),
  };
}
