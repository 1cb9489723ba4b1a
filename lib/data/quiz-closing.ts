import { database, type Db } from '../db';
import { scoreQuiz } from '../grading/quiz/score';
import { refreshGrade } from './grades';
import { databaseNow, lockOpenRow, type OpenRow } from './quiz-attempt-rows';
import { loadQuizVersion } from './quiz-versions';
import { TRANSACTION } from './submissions';

/** After the deadline, so long an answer that was given in time may be on its way. */
export const GRACE_MS = 15_000;

/** Whether nothing more is taken for it. */
export function isOverdue({ deadlineAt }: Pick<OpenRow, 'deadlineAt'>, now: Date): boolean {
  return deadlineAt !== null && now.getTime() > deadlineAt.getTime() + GRACE_MS;
}

/** Scores what was answered; attempt and grade are written together. Call it with the row locked. */
export async function closeRow(tx: Db, row: OpenRow, now: Date): Promise<void> {
  const result = scoreQuiz(row.instance, row.answers, row.hints);
  const isLate = row.deadlineAt !== null && now > row.deadlineAt;
  await tx.quizAttempt.update({
    where: { id: row.id },
    data: {
      results: result,
      points: result.points,
      pointsMax: result.pointsMax,
      submittedAt: isLate ? row.deadlineAt : now,
    },
  });
  const { quiz } = await loadQuizVersion(tx, row.versionId);
  await refreshGrade(tx, row.userId, row.itemId, quiz.counts);
}

const CLOSED_AT_ONCE_MAX = 500;

type Whose =
  | { readonly courseId: string; readonly userId?: string }
  | { readonly userId: string; readonly itemId: string };

/** Closes what nobody came back to: time goes on without them. */
export async function closeOverdue(whose: Whose): Promise<void> {
  const db = database();
  const now = await databaseNow(db);
  const overdue = await db.quizAttempt.findMany({
    where: {
      submittedAt: null,
      deadlineAt: { lt: new Date(now.getTime() - GRACE_MS) },
      ...('courseId' in whose ? { item: { courseId: whose.courseId } } : { itemId: whose.itemId }),
      ...(whose.userId === undefined ? {} : { userId: whose.userId }),
    },
    select: { id: true, userId: true },
    take: CLOSED_AT_ONCE_MAX,
  });
  for (const { id, userId } of overdue) {
    await db.$transaction(async (tx) => {
      const row = await lockOpenRow(tx, userId, id);
      if (row !== null) await closeRow(tx, row, now);
    }, TRANSACTION);
  }
}
