/** What students answer, by question: the one form in which answers are kept, sent and scored. */
import { z } from 'zod';
import { identifier } from './identifier';

/**
 * A text: what was typed or chosen (a number with its unit, a line's number, an option's id, a tree as
 * `tree-text.ts` writes it). A list: options chosen, items in order, who runs in each unit of time. A
 * record: by the name of a cell or of an item.
 */
export const answerSchema = z.union([
  z.string().max(20_000),
  z.array(z.string().max(100)).max(200),
  z.record(z.string().max(100), z.string().max(400)),
]);
export type Answer = z.output<typeof answerSchema>;

export const quizAnswersSchema = z
  .record(identifier, answerSchema)
  .refine((answers) => Object.keys(answers).length <= 100, 'too many answers');
export type QuizAnswers = z.output<typeof quizAnswersSchema>;
