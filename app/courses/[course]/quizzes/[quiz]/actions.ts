'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { submitQuiz } from '@/lib/data/quizzes';
import { type QuizAnswers, quizAnswersSchema } from '@/lib/grading/score-quiz';

const slugSchema = z.string().min(1).max(200);

/** Scores the answers; then the review of this attempt is shown. */
export async function submitQuizAction(
  course: string,
  quiz: string,
  versionId: string,
  answers: QuizAnswers,
): Promise<void> {
  const actor = await requireActor();
  const attempt = await submitQuiz(
    actor,
    slugSchema.parse(course),
    slugSchema.parse(quiz),
    slugSchema.parse(versionId),
    quizAnswersSchema.parse(answers),
  );
  redirect(`/courses/${course}/quizzes/${quiz}?attempt=${attempt.id}`);
}
