/** What a program prints: to be predicted, or to be told from what it can't. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { finishedRunOf, outputsOf } from '../computed/program-runs';
import { AskFailure } from '../failure';
import { normalizedLines } from '../../output-text';
import { singleScheduleSchema } from '../../schedule-schema';
import { common } from './common';
import { type Draw, fill, programOf } from './draw';

export const predictOutputSchema = z.strictObject({
  ...common,
  kind: z.literal('predict-output'),
  program: z.string().min(1).max(20_000),
  /** Without one, every output that some schedule gives is right. */
  schedule: singleScheduleSchema.optional(),
  match: z.enum(['exact', 'unordered-lines']).default('exact'),
});

export function askPredictOutput(
  question: z.output<typeof predictOutputSchema>,
  draw: Draw,
): FormOf<'output'> {
  const asked = programOf(draw);
  const { schedule, match } = question;
  const outputs =
    schedule === undefined
      ? outputsOf(asked)
      : [normalizedLines(finishedRunOf({ ...asked, schedule }).report.stdout).join('\n')];
  return { form: 'output', outputs: [...outputs], unordered: match === 'unordered-lines' };
}

export const possibleOutputsSchema = z.strictObject({
  ...common,
  kind: z.literal('possible-outputs'),
  program: z.string().min(1).max(20_000),
  /** Outputs to choose from; which of them are possible is found by exploring the program. */
  candidates: z
    .array(z.string().max(2000))
    .min(2)
    .max(12)
    .refine(
      (candidates) => new Set(candidates).size === candidates.length,
      'the same output twice',
    ),
});

export function askPossibleOutputs(
  question: z.output<typeof possibleOutputsSchema>,
  draw: Draw,
): FormOf<'choice'> {
  const possible = new Set(outputsOf(programOf(draw)));
  const texts = question.candidates.map((candidate) => fill(candidate, draw));
  const options = texts.map((text, at) => {
    const correct = possible.has(normalizedLines(text).join('\n'));
    return {
      id: `output-${at + 1}`,
      text,
      correct,
      why: correct ? 'can come out.' : 'never comes out, whatever the order.',
    };
  });
  const different = options.filter(({ text }, at) => texts.indexOf(text) === at);
  if (!different.some(({ correct }) => correct))
    throw new AskFailure('none of the candidates is possible', Object.keys(draw.values).length > 0);
  return { form: 'choice', many: true, shown: 'output', options: different };
}
