import { z } from 'zod';
import { database } from '../db';
import { AppError, notFound } from '../errors';
import { type Answer, answerSchema } from '../grading/quiz/answers';
import type { AskedQuestion } from '../grading/quiz/asked';
import { type QuestionResult, scoreQuestion } from '../grading/quiz/score';
import { type ShownQuestion, shownQuestion } from '../grading/quiz/shown';
import { type Reader, requirePublishedItem, requireReading } from './access';
import { drawOneQuestion, quizSeed } from './quiz-drawing/draw-quiz';
import { loadQuizVersion, type QuizVersion } from './quiz-versions';

/** A question that is asked in a lesson: nothing is kept of it, and its answer is told at once. */
export type PracticePlace = {
  readonly courseSlug: string;
  readonly quizSlug: string;
  readonly questionId: string;
  /** Which variant of it, from 0. */
  readonly variant: number;
};

const VARIANTS_MAX = 1000;
/** Of all who have no account: few enough to be kept, so that nobody makes us draw for ever. */
const VISITOR_VARIANTS = 12;
const VISITOR_KEPT_MAX = 2000;

/** Only questions that their author gave free for practice; of others nothing can be learnt here. */
export async function getPracticeQuestion(
  reader: Reader,
  place: PracticePlace,
): Promise<ShownQuestion> {
  return shownQuestion(await askedInPractice(reader, place));
}

export async function checkPracticeAnswer(
  reader: Reader,
  place: PracticePlace,
  answer: Answer,
): Promise<{ readonly question: ShownQuestion; readonly result: QuestionResult }> {
  const given = answerSchema.safeParse(answer);
  if (!given.success)
    throw new AppError('invalid-input', 'This is no answer.', { cause: given.error });
  const asked = await askedInPractice(reader, place);
  return { question: shownQuestion(asked), result: scoreQuestion(asked, given.data) };
}

async function askedInPractice(reader: Reader, place: PracticePlace): Promise<AskedQuestion> {
  const variant = z.int().min(0).max(VARIANTS_MAX).safeParse(place.variant);
  if (!variant.success) throw notFound('question');
  const db = database();
  const reading = await requireReading(db, reader, place.courseSlug);
  const { versionId } = await requirePublishedItem(db, reading, 'QUIZ', place.quizSlug);
  const version = await loadQuizVersion(db, versionId);
  const question = version.quiz.questions.find(({ id }) => id === place.questionId);
  if (question?.practice !== true) throw notFound('question');
  const asked =
    reading.kind === 'visitor' || reader === null
      ? await drawnForVisitors(versionId, version, question.id, variant.data % VISITOR_VARIANTS)
      : await drawOneQuestion(
          versionId,
          version,
          quizSeed(versionId, reader.userId, 'practice', variant.data),
          question.id,
        );
  if (asked === null) throw notFound('question');
  return asked;
}

const keptForVisitors = new Map<string, AskedQuestion>();

/** The same for all of them, and drawn once. */
async function drawnForVisitors(
  versionId: string,
  version: QuizVersion,
  questionId: string,
  variant: number,
): Promise<AskedQuestion | null> {
  const seed = quizSeed(versionId, 'visitor', 'practice', variant);
  const key = `${seed} ${questionId}`;
  const before = keptForVisitors.get(key);
  if (before !== undefined) return before;
  const asked = await drawOneQuestion(versionId, version, seed, questionId);
  const [oldest] = keptForVisitors.keys();
  if (oldest !== undefined && keptForVisitors.size >= VISITOR_KEPT_MAX)
    keptForVisitors.delete(oldest);
  if (asked !== null) keptForVisitors.set(key, asked);
  return asked;
}
