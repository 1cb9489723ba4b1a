'use server';

import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { Markdown } from '@/app/_components/markdown/markdown';
import { requireActor } from '@/lib/auth/session';
import {
  saveAnswers,
  type SaveResult,
  startAttempt,
  submitAttempt,
  takeHint,
} from '@/lib/data/quiz-attempts';
import { type QuizAnswers, quizAnswersSchema } from '@/lib/grading/quiz/answers';

const nameSchema = z.string().min(1).max(200);

export async function startAttemptAction(course: string, quiz: string): Promise<void> {
  const actor = await requireActor();
  await startAttempt(actor, nameSchema.parse(course), nameSchema.parse(quiz));
  redirect(`/courses/${course}/quizzes/${quiz}`);
}

export async function saveAnswersAction(
  attemptId: string,
  changed: QuizAnswers,
): Promise<SaveResult> {
  const actor = await requireActor();
  return saveAnswers(actor, nameSchema.parse(attemptId), quizAnswersSchema.parse(changed));
}

/** All hints that were taken for the question; null: the attempt is over. */
export async function takeHintAction(
  attemptId: string,
  questionId: string,
): Promise<readonly ReactNode[] | null> {
  const actor = await requireActor();
  const result = await takeHint(actor, nameSchema.parse(attemptId), nameSchema.parse(questionId));
  return result.kind === 'closed'
    ? null
    : result.texts.map((text, at) => <Markdown key={at} source={text} />);
}

/** Scores the answers; then the review of this attempt is shown. */
export async function submitAttemptAction(
  course: string,
  quiz: string,
  attemptId: string,
  changed: QuizAnswers,
): Promise<void> {
  const actor = await requireActor();
  const id = nameSchema.parse(attemptId);
  await submitAttempt(actor, id, quizAnswersSchema.parse(changed));
  redirect(`/courses/${nameSchema.parse(course)}/quizzes/${nameSchema.parse(quiz)}?attempt=${id}`);
}
