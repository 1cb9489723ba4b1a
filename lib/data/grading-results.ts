import { database } from '../db';
import { isAppError } from '../errors';
import type { FailureKind } from '../generated/prisma/client';
import type { ExerciseDefinition } from '../grading/exercise';
import type { Verdict } from '../grading/verdict';
import { loadExerciseVersion } from './exercise-versions';
import { refreshGrade } from './grades';
import { TRANSACTION } from './submissions';

// The queue worker's side of a submission. It acts for nobody: these functions take a submission's id
// from a job of ours, and nothing that a person sent.

export type GradingTask =
  | { readonly kind: 'to-grade'; readonly source: string; readonly exercise: ExerciseDefinition }
  /** The version that it was submitted to can't be read (any more). */
  | { readonly kind: 'ungradable'; readonly detail: string }
  /** Recorded by an earlier delivery, or deleted meanwhile: nothing to do. */
  | { readonly kind: 'settled' };

export type SubmissionFailure = { readonly kind: FailureKind; readonly detail: string };

/** Loads what is to be graded, against the version that it was submitted to, and notes that grading began. */
export async function beginGrading(submissionId: string): Promise<GradingTask> {
  const db = database();
  const begun = await db.$executeRaw`
    UPDATE submissions SET started_at = now()
    WHERE id = ${submissionId}::uuid AND graded_at IS NULL AND failed_at IS NULL`;
  if (begun === 0) return { kind: 'settled' };
  const submission = await db.submission.findUnique({
    where: { id: submissionId },
    select: { source: true, versionId: true },
  });
  if (submission === null) return { kind: 'settled' };
  try {
    const exercise = await loadExerciseVersion(db, submission.versionId);
    return { kind: 'to-grade', source: submission.source, exercise };
  } catch (error) {
    if (isAppError(error, 'invalid-courseware'))
      return { kind: 'ungradable', detail: error.message };
    throw error;
  }
}

/** Verdict and grade, together or not at all. Returns false when another delivery was first: nothing is changed then. */
export async function recordVerdict(submissionId: string, verdict: Verdict): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ user_id: string; item_id: string }[]>`
      UPDATE submissions
      SET graded_at = now(), points = ${verdict.points}, points_max = ${verdict.pointsMax},
          verdict = ${JSON.stringify(verdict)}::json
      WHERE id = ${submissionId}::uuid AND graded_at IS NULL AND failed_at IS NULL
      RETURNING user_id, item_id`;
    const row = rows[0];
    if (row === undefined) return false;
    await refreshGrade(tx, row.user_id, row.item_id);
    return true;
  }, TRANSACTION);
}

/** Says that we could not grade it; never over a verdict. */
export async function recordFailure(
  submissionId: string,
  failure: SubmissionFailure,
): Promise<boolean> {
  const updated = await database().$executeRaw`
    UPDATE submissions
    SET failed_at = now(), failure_kind = ${failure.kind}::failure_kind, failure_detail = ${detailText(failure.detail)}
    WHERE id = ${submissionId}::uuid AND graded_at IS NULL AND failed_at IS NULL`;
  return updated === 1;
}

const DETAIL_CHARACTERS_MAX = 4000;

function detailText(detail: string): string {
  return detail.replaceAll('\0', '').slice(0, DETAIL_CHARACTERS_MAX);
}
