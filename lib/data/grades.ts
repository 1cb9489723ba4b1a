import type { Db } from '../db';

/**
 * Brings the grade of a student in an item up to date with their submissions or attempts. Computed anew each time,
 * not added to: a verdict recorded twice can't count twice. Best is the greatest share of the points (versions may
 * differ in their maximum), the earliest of equals; where the last counts it is the last. Call it in the transaction that
 * wrote the verdict or attempt.
 */
export async function refreshGrade(
  tx: Db,
  userId: string,
  itemId: string,
  counts: 'best' | 'last' = 'best',
): Promise<void> {
  const lastCounts = counts === 'last';
  // Two verdicts of one student at the same moment: the later must read what the earlier has committed.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`grade ${userId} ${itemId}`}, 0))`;
  await tx.$executeRaw`
    WITH results AS (
      SELECT id AS submission_id, NULL::uuid AS attempt_id, points, points_max, received_at AS at
      FROM submissions
      WHERE user_id = ${userId}::uuid AND item_id = ${itemId}::uuid AND graded_at IS NOT NULL
      UNION ALL
      SELECT NULL, id, points, points_max, submitted_at
      FROM quiz_attempts
      WHERE user_id = ${userId}::uuid AND item_id = ${itemId}::uuid AND submitted_at IS NOT NULL
    )
    INSERT INTO grades
      (user_id, item_id, points, points_max, best_submission_id, best_attempt_id, attempts, latest_at, updated_at)
    SELECT ${userId}::uuid, ${itemId}::uuid, points, points_max, submission_id, attempt_id,
           count(*) OVER (), max(at) OVER (), now()
    FROM results
    ORDER BY CASE WHEN ${lastCounts} THEN at END DESC NULLS LAST,
             points / nullif(points_max, 0) DESC NULLS LAST, at, coalesce(submission_id, attempt_id)
    LIMIT 1
    ON CONFLICT (item_id, user_id) DO UPDATE SET
      points = excluded.points, points_max = excluded.points_max,
      best_submission_id = excluded.best_submission_id, best_attempt_id = excluded.best_attempt_id,
      attempts = excluded.attempts, latest_at = excluded.latest_at, updated_at = excluded.updated_at`;
}
