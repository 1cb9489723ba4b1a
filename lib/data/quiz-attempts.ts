import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import { AppError, notFound } from '../errors';
import { type QuizAnswers, quizAnswersSchema } from '../grading/quiz/answers';
import { shownQuestions } from '../grading/quiz/instance';
import { quizPointsMax } from '../grading/quiz/quiz';
import type { HintsTaken } from '../grading/quiz/score';
import type { ShownQuestion } from '../grading/quiz/shown';
import { requireMembership, requirePublishedItem, requireUuid } from './access';
import { databaseNow, findOpenRow, lockOpenRow, type OpenRow } from './quiz-attempt-rows';
import { closeOverdue, closeRow, isOverdue } from './quiz-closing';
import { drawInstance, quizSeed } from './quiz-drawing/draw-quiz';
import { loadQuizVersion } from './quiz-versions';
import { TRANSACTION } from './submissions';

export type OpenAttempt = {
  readonly id: string;
  /** Of this student's attempts at this quiz, from 1. */
  readonly number: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  /** The server's clock, which deadlines are held to. */
  readonly now: Date;
  readonly pointsMax: number;
  /** Without answers and explanations. */
  readonly questions: readonly ShownQuestion[];
  readonly answers: QuizAnswers;
  /** Texts of the hints that were taken, by question. */
  readonly hints: Readonly<Record<string, readonly string[]>>;
};

export type StartResult =
  { readonly kind: 'started' } | { readonly kind: 'no-tries-left'; readonly triesMax: number };

/** Begins an attempt, or goes on with the one that is open. What is asked is drawn now and stays. */
export async function startAttempt(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<StartResult> {
  const db = database();
  const { itemId, versionId } = await requireQuiz(db, actor, courseSlug, quizSlug);
  await closeOverdue({ userId: actor.userId, itemId });
  if ((await findOpenRow(db, actor.userId, itemId)) !== null) return { kind: 'started' };

  const version = await loadQuizVersion(db, versionId);
  const { quiz } = version;
  const number = (await lastNumber(db, actor.userId, itemId)) + 1;
  if (quiz.tries !== undefined && number > quiz.tries)
    return { kind: 'no-tries-left', triesMax: quiz.tries };
  const instance = await drawInstance(
    versionId,
    version,
    quizSeed(versionId, actor.userId, number),
  );

  return db.$transaction(async (tx): Promise<StartResult> => {
    // Two clicks at once begin one attempt.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attempt ${actor.userId} ${itemId}`}, 0))`;
    // Another one began meanwhile: that is the one to go on with.
    if ((await lastNumber(tx, actor.userId, itemId)) >= number) return { kind: 'started' };
    const startedAt = await databaseNow(tx);
    await tx.quizAttempt.create({
      data: {
        userId: actor.userId,
        itemId,
        versionId,
        number,
        startedAt,
        deadlineAt:
          quiz.minutes === undefined ? null : new Date(startedAt.getTime() + quiz.minutes * 60_000),
        instance,
        answers: {},
        pointsMax: quizPointsMax(quiz),
      },
    });
    return { kind: 'started' };
  }, TRANSACTION);
}

/** The acting user's open attempt, to go on with on any device; null: there is none. */
export async function getOpenAttempt(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<OpenAttempt | null> {
  const db = database();
  const { itemId } = await requireQuiz(db, actor, courseSlug, quizSlug);
  await closeOverdue({ userId: actor.userId, itemId });
  const row = await findOpenRow(db, actor.userId, itemId);
  if (row === null) return null;
  const { id, number, startedAt, deadlineAt, instance, answers, hints } = row;
  return {
    id,
    number,
    startedAt,
    deadlineAt,
    now: await databaseNow(db),
    pointsMax: instance.questions.reduce((sum, { points }) => sum + points, 0),
    questions: shownQuestions(instance),
    answers,
    hints: hintTexts(row, hints),
  };
}

/** `closed`: it was submitted, or its time is over; nothing was written. */
export type SaveResult = { readonly kind: 'saved' } | { readonly kind: 'closed' };

/** Keeps answers that changed, beside those that are kept already. */
export async function saveAnswers(
  actor: Actor,
  attemptId: string,
  changed: QuizAnswers,
): Promise<SaveResult> {
  const given = requireAnswers(changed);
  return onOpenAttempt(actor, attemptId, async (tx, row) => {
    await writeAnswers(tx, row, given);
    return { kind: 'saved' };
  });
}

export type HintResult =
  { readonly kind: 'hint'; readonly texts: readonly string[] } | { readonly kind: 'closed' };

/** The next hint of a question, at its price; all that were taken so far are told. */
export async function takeHint(
  actor: Actor,
  attemptId: string,
  questionId: string,
): Promise<HintResult> {
  return onOpenAttempt(actor, attemptId, async (tx, row) => {
    const question = row.instance.questions.find(({ id }) => id === questionId);
    if (question === undefined) throw notFound('question');
    const taken = Math.min((row.hints[questionId] ?? 0) + 1, question.hints.length);
    const hints = { ...row.hints, [questionId]: taken };
    await tx.quizAttempt.update({ where: { id: row.id }, data: { hints } });
    return { kind: 'hint', texts: question.hints.slice(0, taken).map(({ text }) => text) };
  });
}

/** Closes the attempt with these answers over those that are kept. Closing twice is closing once. */
export async function submitAttempt(
  actor: Actor,
  attemptId: string,
  changed: QuizAnswers,
): Promise<void> {
  const given = requireAnswers(changed);
  await onOpenAttempt(actor, attemptId, async (tx, row, now) => {
    const answers = await writeAnswers(tx, row, given);
    await closeRow(tx, { ...row, answers }, now);
    return { kind: 'closed' };
  });
}

async function requireQuiz(db: Db, actor: Actor, courseSlug: string, quizSlug: string) {
  const membership = await requireMembership(db, actor, courseSlug);
  return requirePublishedItem(db, membership, 'QUIZ', quizSlug);
}

async function lastNumber(db: Db, userId: string, itemId: string): Promise<number> {
  const last = await db.quizAttempt.aggregate({
    where: { userId, itemId },
    _max: { number: true },
  });
  return last._max.number ?? 0;
}

/** Others' attempts don't exist, nor do those in courses that one has left. */
async function onOpenAttempt<Result>(
  actor: Actor,
  attemptId: string,
  act: (tx: Db, row: OpenRow, now: Date) => Promise<Result>,
): Promise<Result | { readonly kind: 'closed' }> {
  const id = requireUuid(attemptId, 'attempt');
  return database().$transaction(async (tx) => {
    const known = await tx.quizAttempt.findFirst({
      where: {
        id,
        userId: actor.userId,
        item: { course: { enrollments: { some: { userId: actor.userId } } } },
      },
      select: { id: true },
    });
    if (known === null) throw notFound('attempt');
    const row = await lockOpenRow(tx, actor.userId, id);
    if (row === null) return { kind: 'closed' };
    const now = await databaseNow(tx);
    if (!isOverdue(row, now)) return act(tx, row, now);
    await closeRow(tx, row, now);
    return { kind: 'closed' };
  }, TRANSACTION);
}

const ANSWERS_LENGTH_MAX = 400_000;

/** Answers to questions that are not asked are left out. */
async function writeAnswers(tx: Db, row: OpenRow, changed: QuizAnswers): Promise<QuizAnswers> {
  const asked = new Set(row.instance.questions.map(({ id }) => id));
  const answers = Object.fromEntries(
    Object.entries({ ...row.answers, ...changed }).filter(([id]) => asked.has(id)),
  );
  if (JSON.stringify(answers).length > ANSWERS_LENGTH_MAX)
    throw new AppError('invalid-input', 'These answers are too long.');
  await tx.quizAttempt.update({ where: { id: row.id }, data: { answers } });
  return answers;
}

function requireAnswers(answers: QuizAnswers): QuizAnswers {
  const given = quizAnswersSchema.safeParse(answers);
  if (given.success) return given.data;
  throw new AppError('invalid-input', 'These are no answers to a quiz.', { cause: given.error });
}

function hintTexts({ instance }: OpenRow, taken: HintsTaken): OpenAttempt['hints'] {
  return Object.fromEntries(
    instance.questions.flatMap(({ id, hints }) => {
      const count = taken[id] ?? 0;
      return count === 0 ? [] : [[id, hints.slice(0, count).map(({ text }) => text)] as const];
    }),
  );
}
