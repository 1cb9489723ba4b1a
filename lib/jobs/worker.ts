import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetOldTries } from '../data/rate-limits';
import { closeDatabase, database } from '../db';
import { env } from '../env';
import { createGradingPool } from './grading-pool';
import { type GradingWorker, startGradingWorker } from './grading-worker';
import { warmUp } from './warm-up';

// Entry of the queue worker's process, bundled to dist/worker.mjs beside dist/grading-thread.mjs.

const START_RETRY_MS = 2000;
const HOUSEKEEPING_MS = 3_600_000;

async function main(): Promise<void> {
  const { DATABASE_URL, GRADING_THREADS, GRADING_WALL_CLOCK_MS, GRADING_MEMORY_MB } = env();
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const)
    process.once(name, () => {
      stopping.abort();
    });

  const pool = createGradingPool({
    filename: fileURLToPath(new URL('./grading-thread.mjs', import.meta.url)),
    threads: GRADING_THREADS,
    wallClockMs: GRADING_WALL_CLOCK_MS,
    memoryMb: GRADING_MEMORY_MB,
  });
  await warmUp(pool, GRADING_THREADS, stopping.signal);
  const worker = await untilStarted(
    () => startGradingWorker({ databaseUrl: DATABASE_URL, concurrency: GRADING_THREADS, pool }),
    stopping.signal,
  );
  if (worker !== null) {
    console.log(`grading worker: ready, ${GRADING_THREADS} threads`);
    await keepHouseUntil(stopping.signal);
    console.log('grading worker: stopping');
    await worker.stop();
  }
  await closeDatabase();
}

/** The database may come up after us. */
async function untilStarted(
  start: () => Promise<GradingWorker>,
  signal: AbortSignal,
): Promise<GradingWorker | null> {
  while (!signal.aborted) {
    try {
      return await start();
    } catch (error) {
      console.error(
        'grading worker: not started, trying again:',
        error instanceof Error ? error.message : error,
      );
      await sleep(START_RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

async function keepHouseUntil(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forgetOldTries(database()).catch((error: unknown) => {
      console.error(
        'grading worker: old rate limits stay for now:',
        error instanceof Error ? error.message : error,
      );
    });
    await sleep(HOUSEKEEPING_MS, undefined, { signal }).catch(() => undefined);
  }
}

await main();
