import { z } from 'zod';
import { AppError } from '../errors';
import { parseQuiz, type Quiz } from '../grading/quiz/quiz';
import { versionLoader } from './version-loader';

const quizVersionSchema = z.object({
  slug: z.string(),
  text: z.string(),
  /** Of the quizzes that its pools draw from. */
  pools: z.record(z.string(), z.string()).default({}),
});

export type QuizVersionContent = z.infer<typeof quizVersionSchema>;

export type QuizVersion = { readonly content: QuizVersionContent; readonly quiz: Quiz };

/** A version keeps the files that it was published from; its answers leave lib/data only after an attempt. */
export const loadQuizVersion = versionLoader((definition): QuizVersion => {
  const content = quizVersionSchema.parse(definition);
  const parsed = parseQuiz(content.slug, content.text, content.pools);
  if (parsed.kind === 'quiz') return { content, quiz: parsed.quiz };
  throw new AppError('invalid-courseware', parsed.problems.join('\n'));
});
