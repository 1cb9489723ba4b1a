import type { Db } from '../db';
import { AppError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { type QuizAnswers, quizAnswersSchema } from '../grading/quiz/answers';
import { instanceSchema, type QuizInstance } from '../grading/quiz/instance';
import { type HintsTaken, hintsTakenSchema } from '../grading/quiz/score';

/** An attempt that goes on. */
export type OpenRow = {
  readonly id: string;
  readonly userId: string;
  readonly itemId: string;
  readonly versionId: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly instance: QuizInstance;
  readonly answers: QuizAnswers;
  readonly hints: HintsTaken;
};

const selectOpen = {
  id: true,
  userId: true,
  itemId: true,
  versionId: true,
  number: true,
  startedAt: true,
  deadlineAt: true,
  instance: true,
  answers: true,
  hints: true,
} satisfies Prisma.QuizAttemptSelect;

type RawOpenRow = Prisma.QuizAttemptGetPayload<{ select: typeof selectOpen }>;

export async function findOpenRow(db: Db, userId: string, itemId: string): Promise<OpenRow | null> {
  const row = await db.quizAttempt.findFirst({
    where: { userId, itemId, submittedAt: null },
    select: selectOpen,
  });
  return row === null ? null : openRow(row);
}

/** Locked until the transaction ends; null: it was submitted meanwhile, or is no attempt of this user's. */
export async function lockOpenRow(tx: Db, userId: string, id: string): Promise<OpenRow | null> {
  await tx.$queryRaw`SELECT 1 FROM quiz_attempts WHERE id = ${id}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  const row = await tx.quizAttempt.findFirst({
    where: { id, userId, submittedAt: null },
    select: selectOpen,
  });
  return row === null ? null : openRow(row);
}

function openRow(row: RawOpenRow): OpenRow {
  return {
    ...row,
    instance: storedInstance(row.instance),
    answers: quizAnswersSchema.parse(row.answers),
    hints: hintsTakenSchema.parse(row.hints),
  };
}

export function storedInstance(instance: unknown): QuizInstance {
  const parsed = instanceSchema.safeParse(instance);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-courseware', 'An attempt holds no questions.', {
    cause: parsed.error,
  });
}

/** The clock that deadlines are held to. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}
