import { z } from 'zod';
import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import { AppError, notFound } from '../errors';
import { quizForStudent, type QuizForStudent as Questions } from '../grading/quiz';
import {
  type QuizAnswers,
  quizAnswersSchema,
  type QuizResult,
  scoreQuiz,
} from '../grading/score-quiz';
import {
  requireEnrolled,
  requireInstructor,
  requireMembership,
  requirePublishedItem,
  requireUuid,
} from './access';
import { refreshGrade } from './grades';
import { loadQuizVersion } from './quiz-versions';
import { TRANSACTION } from './submissions';

export type QuizForStudent = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  /** To be handed back by submitQuiz: answers are scored against the version that was shown. */
  readonly versionId: string;
  /** Without answers and explanations. */
  readonly quiz: Questions;
};

/** With the answers given, what they were scored, and the questions as they were then. */
export type QuizAttempt = {
  readonly id: string;
  readonly submittedAt: Date;
  readonly points: number;
  readonly pointsMax: number;
  readonly answers: QuizAnswers;
  readonly result: QuizResult;
  readonly quiz: Questions;
};

export async function getQuizForStudent(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<QuizForStudent> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const item = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  return {
    courseSlug: membership.courseSlug,
    courseTitle: membership.courseTitle,
    slug: item.slug,
    title: item.title,
    dueAt: item.dueAt,
    versionId: item.versionId,
    quiz: quizForStudent(await loadQuizVersion(db, item.versionId)),
  };
}

/** Scores here, on the server; attempt and grade are written together. */
export async function submitQuiz(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
  versionId: string,
  answers: QuizAnswers,
): Promise<QuizAttempt> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  const version = await db.itemVersion.findFirst({
    where: { id: requireUuid(versionId, 'quiz'), itemId },
    select: { id: true },
  });
  if (version === null) throw notFound('quiz');
  const given = quizAnswersSchema.safeParse(answers);
  if (!given.success)
    throw new AppError('invalid-input', 'These are no answers to a quiz.', { cause: given.error });

  const quiz = await loadQuizVersion(db, version.id);
  const result = scoreQuiz(quiz, given.data);
  const row = await db.$transaction(async (tx) => {
    const created = await tx.quizAttempt.create({
      data: {
        userId: actor.userId,
        itemId,
        versionId: version.id,
        answers: given.data,
        results: toJson(result),
        // Rounded parts may add up to a hair above the whole.
        points: Math.min(result.points, result.pointsMax),
        pointsMax: result.pointsMax,
      },
      select: selectAttempt,
    });
    await refreshGrade(tx, actor.userId, itemId);
    return created;
  }, TRANSACTION);
  return attempt(db, row);
}

/** The acting user's own, newest first. */
export async function listQuizAttempts(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<readonly QuizAttempt[]> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  return findAttempts(db, actor.userId, itemId);
}

/** For instructors: one student's, newest first. */
export async function listQuizAttemptsOf(
  instructor: Actor,
  courseSlug: string,
  quizSlug: string,
  studentId: string,
): Promise<readonly QuizAttempt[]> {
  const db = database();
  const membership = await requireInstructor(db, instructor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  const student = await requireEnrolled(db, membership, studentId);
  return findAttempts(db, student.userId, itemId);
}

const ATTEMPTS_SHOWN_MAX = 100;

const selectAttempt = {
  id: true,
  submittedAt: true,
  points: true,
  pointsMax: true,
  answers: true,
  results: true,
  versionId: true,
} as const;

type AttemptRow = {
  readonly id: string;
  readonly submittedAt: Date;
  readonly points: number;
  readonly pointsMax: number;
  readonly answers: unknown;
  readonly results: unknown;
  readonly versionId: string;
};

async function findAttempts(
  db: Db,
  userId: string,
  itemId: string,
): Promise<readonly QuizAttempt[]> {
  const rows = await db.quizAttempt.findMany({
    where: { userId, itemId },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: ATTEMPTS_SHOWN_MAX,
    select: selectAttempt,
  });
  return Promise.all(rows.map((row) => attempt(db, row)));
}

async function attempt(db: Db, row: AttemptRow): Promise<QuizAttempt> {
  const { id, submittedAt, points, pointsMax, answers, results, versionId } = row;
  return {
    id,
    submittedAt,
    points,
    pointsMax,
    answers: quizAnswersSchema.parse(answers),
    result: storedResultSchema.parse(results),
    quiz: quizForStudent(await loadQuizVersion(db, versionId)),
  };
}

const storedResultSchema: z.ZodType<QuizResult> = z.object({
  points: z.number(),
  pointsMax: z.number(),
  questions: z.array(
    z.object({
      id: z.string(),
      points: z.number(),
      pointsMax: z.number(),
      outcome: z.enum(['right', 'partly', 'wrong', 'unanswered']),
      feedback: z.string(),
      expected: z.union([z.string(), z.array(z.string())]),
      explanation: z.string(),
    }),
  ),
});

function toJson(result: QuizResult) {
  return {
    ...result,
    questions: result.questions.map((question) => ({
      ...question,
      expected: typeof question.expected === 'string' ? question.expected : [...question.expected],
    })),
  };
}
