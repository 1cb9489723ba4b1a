import { z } from 'zod';
import { AppError } from '../errors';
import { parseQuiz, type Quiz } from '../grading/quiz';
import { versionLoader } from './version-loader';

const quizVersionSchema = z.object({ slug: z.string(), text: z.string() });

export type QuizVersionContent = z.infer<typeof quizVersionSchema>;

/** A version keeps the file that it was published from; its answers leave lib/data only after an attempt. */
export const loadQuizVersion = versionLoader((definition): Quiz => {
  const { slug, text } = quizVersionSchema.parse(definition);
  const parsed = parseQuiz(slug, text);
  if (parsed.kind === 'quiz') return parsed.quiz;
  throw new AppError('invalid-courseware', parsed.problems.join('\n'));
});
