import { type Job, PgBoss } from 'pg-boss';
import {
  type GradingJob,
  gradingJobSchema,
  GRADING_QUEUE,
  LOST_QUEUE,
  prepareQueues,
} from '../data/grading-queue';
import { giveUpOnSubmission, gradeSubmission } from './grade-submission';
import type { GradingPool } from './grading-pool';

export type GradingWorker = { stop(): Promise<void> };

export type GradingWorkerOptions = {
  readonly databaseUrl: string;
  /** Submissions graded at once; as many as the pool has threads. */
  readonly concurrency: number;
  readonly pool: GradingPool;
};

const SHUTDOWN_GRACE_MS = 15_000;

/** Claims grading jobs until it is stopped. A database that goes away is waited for. */
export async function startGradingWorker(options: GradingWorkerOptions): Promise<GradingWorker> {
  const { concurrency, pool } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: 'forkyard-worker',
    max: concurrency + 2,
    schedule: false,
    useListenNotify: true,
    instanceName: 'grading-worker',
    // How soon a job is delivered again after its worker died, beside the heartbeat.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  // pg-boss goes on by itself after both; without a listener the first would end the process.
  boss.on('error', (error) => {
    console.error('grading worker:', error.message);
  });
  boss.on('warning', (warning) => {
    console.error('grading worker:', warning.message);
  });
  try {
    await boss.start();
    await prepareQueues(boss);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }

  // One slot a thread, each with a batch of one: a batch is only done when its slowest job is,
  // and an endless loop among five would hold up the verdicts of the other four.
  for (let slot = 0; slot < concurrency; slot++) {
    const workerId: string = await boss.work<GradingJob>(
      GRADING_QUEUE,
      {
        batchSize: 1,
        pollingIntervalSeconds: 2,
        notifyPollingIntervalSeconds: 2,
        localGroupConcurrency: Math.max(1, concurrency - 1),
      },
      async (jobs) => {
        // With a batch of one pg-boss would wait out its polling interval after each job.
        boss.notifyWorker(workerId);
        for (const job of jobs) await handle(job, pool);
      },
    );
  }
  await boss.work<GradingJob>(LOST_QUEUE, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) {
      await giveUpOnSubmission(
        submissionOf(job),
        'The worker that graded it died, each time it was tried.',
      );
    }
  });

  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: SHUTDOWN_GRACE_MS });
      await pool.close();
    },
  };
}

async function handle(job: Job<GradingJob>, pool: GradingPool): Promise<void> {
  const submissionId = submissionOf(job);
  const start = performance.now();
  const settlement = await gradeSubmission(submissionId, pool, job.signal);
  console.log(
    `submission ${submissionId}: ${settlement} in ${Math.round(performance.now() - start)} ms`,
  );
}

function submissionOf(job: Job<GradingJob>): string {
  return gradingJobSchema.parse(job.data).submissionId;
}
