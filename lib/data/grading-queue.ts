import { fromPrisma, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Db } from '../db';
import { env } from '../env';
import { AppError } from '../errors';

// pg-boss keeps its jobs in the schema `pgboss` of our database, so that a job can be enqueued
// in the transaction that writes the submission: there is never one without the other.

export const GRADING_QUEUE = 'grading';
/** Jobs whose worker died with them each time end here, so that the submission can be told so. */
export const LOST_QUEUE = 'grading-lost';

export const gradingJobSchema = z.object({ submissionId: z.uuid() });
export type GradingJob = z.infer<typeof gradingJobSchema>;

const held = globalThis as unknown as { forkyardSender?: Promise<PgBoss> | undefined };

/** Takes part in the caller's transaction; the workers are woken when that commits. */
export async function enqueueGrading(tx: Db, job: GradingJob, userId: string): Promise<void> {
  const boss = await sender();
  // Grouped by student: one who submits a lot does not fill every grading thread.
  const jobId = await boss.send(GRADING_QUEUE, job, { db: fromPrisma(tx), group: { id: userId } });
  if (jobId === null) throw new AppError('unavailable', 'The grading queue did not take the job.');
}

/** Starts the sending side ahead of time: the first submission need not wait for it, nor hold a transaction open. */
export async function openGradingQueue(): Promise<void> {
  await sender();
}

export async function closeGradingQueue(): Promise<void> {
  const boss = await held.forkyardSender;
  held.forkyardSender = undefined;
  await boss?.stop({ graceful: true, timeout: 2000 });
}

/** Makes the queues, or brings their settings up to date. Safe to run by several processes. */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(LOST_QUEUE);
  await boss.createQueue(GRADING_QUEUE, GRADING_QUEUE_OPTIONS);
  await boss.updateQueue(GRADING_QUEUE, GRADING_QUEUE_OPTIONS);
}

const GRADING_QUEUE_OPTIONS = {
  // Above the wall-clock limit of grading, which is the one that is meant to strike.
  expireInSeconds: 900,
  // A worker that died is noticed after this long; 10 is the least that pg-boss allows.
  heartbeatSeconds: 10,
  retryLimit: 3,
  retryDelay: 1,
  retentionSeconds: 30 * 24 * 3600,
  deleteAfterSeconds: 24 * 3600,
  deadLetter: LOST_QUEUE,
  notify: true,
} as const;

function sender(): Promise<PgBoss> {
  held.forkyardSender ??= startSender().catch((error: unknown) => {
    held.forkyardSender = undefined; // the next submission tries again
    throw new AppError('unavailable', 'The grading queue does not answer.', { cause: error });
  });
  return held.forkyardSender;
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // Without a listener, a lost connection would end the process.
  boss.on('error', (error) => {
    console.error('grading queue:', error.message);
  });
  await boss.start();
  await prepareQueues(boss);
  return boss;
}
