import { z } from 'zod';
import type { Actor } from '../auth/actor';
import { database } from '../db';
import { AppError, notFound } from '../errors';
import { type Answer, answerSchema } from '../grading/quiz/answers';
import type { AskedQuestion } from '../grading/quiz/asked';
import { type QuestionResult, scoreQuestion } from '../grading/quiz/score';
import { type ShownQuestion, shownQuestion } from '../grading/quiz/shown';
import { requireMembership, requirePublishedItem } from './access';
import { drawOneQuestion, quizSeed } from './quiz-drawing/draw-quiz';
import { loadQuizVersion } from './quiz-versions';

/** A question that is asked in a lesson: nothing is kept of it, and its answer is told at once. */
export type PracticePlace = {
  readonly courseSlug: string;
  readonly quizSlug: string;
  readonly questionId: string;
  /** Which variant of it, from 0. */
  readonly variant: number;
};

const VARIANTS_MAX = 1000;

/** Only questions that their author gave free for practice; of others nothing can be learnt here. */
export async function getPracticeQuestion(
  actor: Actor,
  place: PracticePlace,
): Promise<ShownQuestion> {
  return shownQuestion(await askedInPractice(actor, place));
}

export async function checkPracticeAnswer(
  actor: Actor,
  place: PracticePlace,
  answer: Answer,
): Promise<{ readonly question: ShownQuestion; readonly result: QuestionResult }> {
  const given = answerSchema.safeParse(answer);
  if (!given.success)
    throw new AppError('invalid-input', 'This is no answer.', { cause: given.error });
  const asked = await askedInPractice(actor, place);
  return { question: shownQuestion(asked), result: scoreQuestion(asked, given.data) };
}

async function askedInPractice(actor: Actor, place: PracticePlace): Promise<AskedQuestion> {
  const variant = z.int().min(0).max(VARIANTS_MAX).safeParse(place.variant);
  if (!variant.success) throw notFound('question');
  const db = database();
  const membership = await requireMembership(db, actor, place.courseSlug);
  const { versionId } = await requirePublishedItem(db, membership, 'QUIZ', place.quizSlug);
  const version = await loadQuizVersion(db, versionId);
  const question = version.quiz.questions.find(({ id }) => id === place.questionId);
  if (question?.practice !== true) throw notFound('question');
  const seed = quizSeed(versionId, actor.userId, 'practice', variant.data);
  const asked = await drawOneQuestion(versionId, version, seed, question.id);
  if (asked === null) throw notFound('question');
  return asked;
}
