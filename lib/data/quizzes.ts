import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import { notFound } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { type QuizAnswers, quizAnswersSchema } from '../grading/quiz/answers';
import { shownQuestions } from '../grading/quiz/instance';
import { type QuizResult, quizResultSchema } from '../grading/quiz/score';
import type { ShownQuestion } from '../grading/quiz/shown';
import {
  requireEnrolled,
  requireInstructor,
  requireMembership,
  requirePublishedItem,
  requireUuid,
} from './access';
import { storedInstance } from './quiz-attempt-rows';
import { closeOverdue } from './quiz-closing';
import { drawInstance } from './quiz-drawing/draw-quiz';
import { type QuizTerms, quizTerms } from './quiz-terms';
import { loadQuizVersion } from './quiz-versions';

/** What is to be known before one begins. */
export type QuizOverview = QuizTerms & {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly dueAt: Date | null;
  /** An attempt that was begun goes on. */
  readonly isOpen: boolean;
  /** Submitted, newest first. */
  readonly attempts: readonly AttemptSummary[];
};

export type AttemptSummary = {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: Date;
  readonly points: number;
  readonly pointsMax: number;
};

/** With the answers given, what they were scored, and the questions as they were asked. */
export type QuizAttempt = AttemptSummary & {
  readonly answers: QuizAnswers;
  readonly result: QuizResult;
  readonly questions: readonly ShownQuestion[];
};

export async function getQuizOverview(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<QuizOverview> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const item = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  const own = { userId: actor.userId, itemId: item.itemId };
  await closeOverdue(own);
  const { quiz } = await loadQuizVersion(db, item.versionId);
  const open = await db.quizAttempt.count({ where: { ...own, submittedAt: null } });
  const rows = await db.quizAttempt.findMany({
    where: { ...own, submittedAt: { not: null } },
    orderBy: { number: 'desc' },
    take: ATTEMPTS_SHOWN_MAX,
    select: selectSummary,
  });
  return {
    courseSlug: membership.courseSlug,
    courseTitle: membership.courseTitle,
    slug: item.slug,
    title: item.title,
    summary: quiz.summary,
    dueAt: item.dueAt,
    ...quizTerms(quiz),
    isOpen: open > 0,
    attempts: rows.flatMap(summary),
  };
}

/** One of the acting user's own that was submitted. */
export async function getQuizAttempt(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
  attemptId: string,
): Promise<QuizAttempt> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  const [attempt] = await findAttempts(db, {
    id: requireUuid(attemptId, 'attempt'),
    userId: actor.userId,
    itemId,
  });
  if (attempt === undefined) throw notFound('attempt');
  return attempt;
}

/** For instructors: what one student submitted, newest first. */
export async function listQuizAttemptsOf(
  instructor: Actor,
  courseSlug: string,
  quizSlug: string,
  studentId: string,
): Promise<readonly QuizAttempt[]> {
  const db = database();
  const membership = await requireInstructor(db, instructor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'QUIZ', quizSlug);
  const { userId } = await requireEnrolled(db, membership, studentId);
  await closeOverdue({ userId, itemId });
  return findAttempts(db, { userId, itemId });
}

const ATTEMPTS_SHOWN_MAX = 100;

const selectSummary = {
  id: true,
  number: true,
  submittedAt: true,
  points: true,
  pointsMax: true,
} satisfies Prisma.QuizAttemptSelect;

const selectAttempt = {
  ...selectSummary,
  versionId: true,
  instance: true,
  answers: true,
  results: true,
} satisfies Prisma.QuizAttemptSelect;

type SummaryRow = Prisma.QuizAttemptGetPayload<{ select: typeof selectSummary }>;
type AttemptRow = Prisma.QuizAttemptGetPayload<{ select: typeof selectAttempt }>;

/** None for one that is open. */
function summary({ id, number, submittedAt, points, pointsMax }: SummaryRow): AttemptSummary[] {
  return submittedAt === null || points === null
    ? []
    : [{ id, number, submittedAt, points, pointsMax }];
}

async function findAttempts(
  db: Db,
  where: Prisma.QuizAttemptWhereInput,
): Promise<readonly QuizAttempt[]> {
  const rows = await db.quizAttempt.findMany({
    where: { ...where, submittedAt: { not: null } },
    orderBy: { number: 'desc' },
    take: ATTEMPTS_SHOWN_MAX,
    select: selectAttempt,
  });
  const attempts = await Promise.all(rows.map((row) => attempt(db, row)));
  return attempts.flat();
}

async function attempt(db: Db, row: AttemptRow): Promise<QuizAttempt[]> {
  const questions = await questionsOf(db, row);
  return summary(row).map((told) => ({
    ...told,
    answers: quizAnswersSchema.parse(row.answers),
    result: quizResultSchema.parse(row.results),
    questions,
  }));
}

async function questionsOf(db: Db, row: AttemptRow): Promise<readonly ShownQuestion[]> {
  if (row.instance !== null) return shownQuestions(storedInstance(row.instance));
  // Of the time when all were asked the same: nothing depends on the seed.
  const version = await loadQuizVersion(db, row.versionId);
  return shownQuestions(await drawInstance(row.versionId, version, ''));
}
