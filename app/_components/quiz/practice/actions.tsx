'use server';

import type { ReactNode } from 'react';
import { z } from 'zod';
import { currentActor } from '@/lib/auth/session';
import { checkPracticeAnswer, getPracticeQuestion } from '@/lib/data/quiz-practice';
import { type Answer, answerSchema } from '@/lib/grading/quiz/answers';
import { type QuestionView, questionView } from '../question-view';
import { JudgedAnswer, OutcomeLine } from '../review/question-review';

const name = z.string().min(1).max(200);
const placeSchema = z.object({ courseSlug: name, quizSlug: name, questionId: name });
type Place = z.infer<typeof placeSchema>;

const variantSchema = z.int().min(0).max(1000);

// For everyone who may read the lesson: nothing is kept.

export type CheckedPractice = { readonly isRight: boolean; readonly shown: ReactNode };

export async function checkPractice(
  place: Place,
  variant: number,
  answer: Answer,
): Promise<CheckedPractice> {
  const reader = await currentActor();
  const given = answerSchema.parse(answer);
  const { question, result } = await checkPracticeAnswer(
    reader,
    { ...placeSchema.parse(place), variant: variantSchema.parse(variant) },
    given,
  );
  return {
    isRight: result.outcome === 'right',
    shown: (
      <>
        <OutcomeLine judged={result} />
        <JudgedAnswer question={question} judged={result} answer={given} />
      </>
    ),
  };
}

/** The same with other numbers, names or programs. */
export async function anotherPracticeQuestion(
  place: Place,
  variant: number,
): Promise<QuestionView> {
  const reader = await currentActor();
  const parsed = { ...placeSchema.parse(place), variant: variantSchema.parse(variant) };
  return questionView(await getPracticeQuestion(reader, parsed));
}
