/** The way of a submission, from receipt to verdict: a real database, the real queue, worker and threads. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../lib/auth/actor';
import { closeGradingQueue } from '../lib/data/grading-queue';
import { seedDemonstration } from '../lib/data/seed';
import { getSubmissionStatus, submit } from '../lib/data/submissions';
import { closeDatabase, database } from '../lib/db';
import { ms, quantile, row } from './measure';

const COURSE = 'os-processes';
const EXERCISES = ['fork-tree', 'bounded-buffer'];
const POLL_MS = 5;
const VERDICT_WAIT_MS = 30_000;

export async function benchSubmission(count: number): Promise<void> {
  console.log('submission, from receipt to verdict');
  const email = 'bench@school.example';
  await seedDemonstration(
    [{ email, name: 'Bench', role: 'student', password: crypto.randomUUID() }],
    process.cwd(),
  );
  const { id } = await database().user.findUniqueOrThrow({ where: { email } });
  const actor: Actor = { userId: id, name: 'Bench', email };
  const worker = startWorker();
  try {
    for (const exercise of EXERCISES) {
      const source = fs.readFileSync(`exercises/${exercise}/solution.c`, 'utf8');
      // The first one waits for the worker to start and to compile the C library.
      await toVerdictMs(actor, exercise, source);
      const figures: number[] = [];
      for (let n = 0; n < count; n++) figures.push(await toVerdictMs(actor, exercise, source));
      row(
        `${exercise}, ${count} one after another`,
        `median ${ms(quantile(figures, 0.5))}`,
        `p95 ${ms(quantile(figures, 0.95))}`,
      );
    }
  } finally {
    worker.kill('SIGTERM');
    await closeGradingQueue();
    await closeDatabase();
  }
}

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['dist/worker.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function toVerdictMs(actor: Actor, exercise: string, source: string): Promise<number> {
  const start = performance.now();
  const submitted = await submit(actor, COURSE, exercise, source);
  if (submitted.kind !== 'accepted') throw new Error(`submission ${submitted.kind}`);
  for (;;) {
    const status = await getSubmissionStatus(actor, submitted.submissionId);
    if (status.kind === 'graded') {
      if (status.points !== status.pointsMax)
        throw new Error(`${exercise}: ${status.points} of ${status.pointsMax} points`);
      return performance.now() - start;
    }
    if (status.kind === 'failed') throw new Error(status.message);
    if (performance.now() - start > VERDICT_WAIT_MS)
      throw new Error(`no verdict within ${VERDICT_WAIT_MS} ms`);
    await sleep(POLL_MS);
  }
}
