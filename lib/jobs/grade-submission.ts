import type { GradingTask, SubmissionFailure } from '../data/grading-results';
import { beginGrading, recordFailure, recordVerdict } from '../data/grading-results';
import { AppError } from '../errors';
import type { Verdict } from '../grading/verdict';
import type { GradingOutcome, GradingPool } from './grading-pool';

export type GradingSettlement = 'graded' | 'failed' | 'already-settled';

/** A run that was ended from outside gets a second chance, where the machine may have been busy with something else. */
const RUNS_MAX = 2;

/**
 * Grades one submission as one delivery of its job. Delivered twice, or late, it changes nothing. Throws when the
 * job should be delivered again: the database is away, or this process is about to end.
 */
export async function gradeSubmission(
  submissionId: string,
  pool: GradingPool,
  signal: AbortSignal,
): Promise<GradingSettlement> {
  const task = await beginGrading(submissionId);
  switch (task.kind) {
    case 'settled':
      return 'already-settled';
    case 'ungradable':
      return settle(submissionId, { kind: 'broken', detail: task.detail });
    case 'to-grade':
      return settle(submissionId, await run(submissionId, task, pool, signal));
  }
}

async function run(
  submissionId: string,
  { exercise, source }: GradingTask & { kind: 'to-grade' },
  pool: GradingPool,
  signal: AbortSignal,
): Promise<GradingOutcome> {
  let outcome: GradingOutcome = { kind: 'cancelled' };
  for (let run = 1; run <= RUNS_MAX; run++) {
    outcome = await pool.run({ exercise, source }, signal);
    if (outcome.kind !== 'ended') break;
    console.error(
      `submission ${submissionId}: run ${run} ended by ${outcome.by}, ${outcome.detail}`,
    );
  }
  return outcome;
}

/** For a job whose worker died with it each time: the submission must not wait for ever. */
export async function giveUpOnSubmission(submissionId: string, detail: string): Promise<void> {
  await recordFailure(submissionId, { kind: 'INTERNAL', detail });
}

async function settle(submissionId: string, outcome: GradingOutcome): Promise<GradingSettlement> {
  switch (outcome.kind) {
    case 'verdict':
      if (!isInRange(outcome.verdict)) {
        return settle(submissionId, {
          kind: 'broken',
          detail: 'a verdict with points out of range',
        });
      }
      return (await recordVerdict(submissionId, outcome.verdict)) ? 'graded' : 'already-settled';
    case 'ended':
    case 'broken':
      return (await recordFailure(submissionId, failureOf(outcome))) ? 'failed' : 'already-settled';
    case 'cancelled':
      throw new AppError('unavailable', `Grading of ${submissionId} was cancelled.`);
  }
}

function isInRange({ points, pointsMax }: Verdict): boolean {
  return points >= 0 && points <= pointsMax && pointsMax < Infinity;
}

function failureOf(outcome: GradingOutcome & { kind: 'ended' | 'broken' }): SubmissionFailure {
  if (outcome.kind === 'broken') return { kind: 'INTERNAL', detail: outcome.detail };
  return { kind: outcome.by === 'memory' ? 'MEMORY' : 'WALL_CLOCK', detail: outcome.detail };
}
