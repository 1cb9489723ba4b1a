import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../auth/actor';
import {
  aCourse,
  aMember,
  anExercise,
  anItem,
  aVerdict,
  type TestCourse,
} from '../data/testing/fixtures';
import { closeGradingQueue, enqueueGrading, openGradingQueue } from '../data/grading-queue';
import { beginGrading } from '../data/grading-results';
import { getSubmission, getSubmissionStatus, submit } from '../data/submissions';
import { closeDatabase, database } from '../db';
import { env } from '../env';
import { gradeSubmission } from './grade-submission';
import { createGradingPool, type GradingPool } from './grading-pool';
import { type GradingWorker, startGradingWorker } from './grading-worker';

// The thread here is a stand-in that does what the source says: what is tested is everything around grade().
const THREAD = `
import fs from 'node:fs';
const hoard = [];
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
export default function ({ source }) {
  const [word, points] = source.split(' ');
  if (word === 'loop') for (;;);
  if (word === 'throw') throw new TypeError('a bug of ours');
  if (word === 'heap') for (;;) hoard.push(new Array(10000).fill(String(Math.random())));
  if (word === 'buffers') for (;;) hoard.push(new Uint8Array(1 << 24).fill(1));
  if (word === 'exit') process.exit(3);
  if (word === 'slow') wait(600);
  if (word === 'slow-at-first' && !fs.existsSync('PATH')) {
    fs.writeFileSync('PATH', '');
    wait(60_000);
  }
  return { ...${JSON.stringify(aVerdict(0))}, points: Number(points) };
}`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-thread-'));
const filename = path.join(folder, 'thread.mjs');
let course: TestCourse;
let student: Actor;
let exerciseSlug: string;
let pool: GradingPool;
const workers: GradingWorker[] = [];

beforeAll(async () => {
  fs.writeFileSync(filename, THREAD.replaceAll('PATH', path.join(folder, 'was-slow')));
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  await openGradingQueue();
  course = await aCourse();
  exerciseSlug = (await anExercise(course)).slug;
  pool = aPool();
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

afterAll(async () => {
  await pool.close();
  await closeGradingQueue();
  await closeDatabase();
  fs.rmSync(folder, { recursive: true });
});

async function hand(source: string, actor?: Actor): Promise<string> {
  student = actor ?? (await aMember(course, 'STUDENT'));
  const result = await submit(student, course.slug, exerciseSlug, source);
  if (result.kind !== 'accepted') throw new Error(result.kind);
  return result.submissionId;
}

function aPool(wallClockMs = 700): GradingPool {
  return createGradingPool({ filename, threads: 2, wallClockMs, memoryMb: 64 });
}

async function startWorker(): Promise<void> {
  workers.push(
    await startGradingWorker({ databaseUrl: env().DATABASE_URL, concurrency: 2, pool: aPool() }),
  );
}

async function settled(actor: Actor, id: string, withinMs = 15_000) {
  for (const end = Date.now() + withinMs; ;) {
    const status = await getSubmissionStatus(actor, id);
    if (status.kind === 'graded' || status.kind === 'failed') return status;
    if (Date.now() > end) throw new Error(`${id} is still ${status.kind}`);
    await sleep(20);
  }
}

const never = new AbortController().signal;

describe('one delivery of a job', () => {
  test('records verdict and grade; a second one changes nothing', async () => {
    const id = await hand('ok 7');
    expect(await gradeSubmission(id, pool, never)).toBe('graded');
    const first = await getSubmission(student, id);
    expect(await gradeSubmission(id, pool, never)).toBe('already-settled');
    expect(await getSubmission(student, id)).toEqual(first);
  });

  test('that runs twice at once is recorded once', async () => {
    const id = await hand('slow 7');
    const both = await Promise.all([
      gradeSubmission(id, pool, never),
      gradeSubmission(id, pool, never),
    ]);
    expect([...both].sort()).toEqual(['already-settled', 'graded']);
  });

  test.each([
    ['loop', 'took longer'],
    ['throw', 'our fault'],
    ['exit', 'our fault'],
    ['ok 11', 'our fault'],
  ])('of %s fails, and says how', async (source, says) => {
    const id = await hand(source);
    expect(await gradeSubmission(id, pool, never)).toBe('failed');
    const status = await getSubmissionStatus(student, id);
    expect(status.kind === 'failed' && status.message).toContain(says);
    expect(await database().grade.count({ where: { userId: student.userId } })).toBe(0);
    // The pool is as good as new.
    expect(await gradeSubmission(await hand('ok 1'), pool, never)).toBe('graded');
  });

  test('that the clock has cut off is run once more, and graded by that run alone', async () => {
    const id = await hand('slow-at-first 7');
    expect(await gradeSubmission(id, pool, never)).toBe('graded');
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining(`${id}: run 1 ended by wall-clock`),
    );
    const { status } = await getSubmission(student, id);
    expect(status).toMatchObject({ kind: 'graded', points: 7 });
  });

  test('that exhausts its heap fails, and says how', async () => {
    const patient = aPool(30_000);
    const id = await hand('heap');
    expect(await gradeSubmission(id, patient, never)).toBe('failed');
    const status = await getSubmissionStatus(student, id);
    expect(status.kind === 'failed' && status.message).toContain('more memory');
    expect(await gradeSubmission(await hand('ok 1'), patient, never)).toBe('graded');
    await patient.close();
  });

  test('that exhausts heap and time at once harms nothing else', async () => {
    for (const wallClockMs of [150, 250, 350]) {
      const hasty = aPool(wallClockMs);
      expect(await gradeSubmission(await hand('heap'), hasty, never)).toBe('failed');
      await hasty.close();
    }
  });

  test('is not settled when the worker is told to stop: the job runs again', async () => {
    const id = await hand('loop');
    await expect(gradeSubmission(id, pool, AbortSignal.timeout(100))).rejects.toThrow('cancelled');
    expect((await getSubmissionStatus(student, id)).kind).toBe('grading');
  });

  test('for a version that can not be read fails, and says so to the staff', async () => {
    const broken = await anItem(course, 'EXERCISE', { slug: 'x', files: {} }, 10);
    student = await aMember(course, 'STUDENT');
    const result = await submit(student, course.slug, broken.slug, 'ok 1');
    if (result.kind !== 'accepted') throw new Error(result.kind);
    expect(await gradeSubmission(result.submissionId, pool, never)).toBe('failed');
    const instructor = await aMember(course, 'INSTRUCTOR');
    expect((await getSubmission(instructor, result.submissionId)).failureDetail).toContain(
      'exercise.yaml',
    );
  });
});

describe('the worker', () => {
  test('takes up what was submitted before it started, and what comes after, at once', async () => {
    const before = await hand('ok 5');
    const earlier = student;
    await startWorker();
    expect(await settled(earlier, before)).toMatchObject({ kind: 'graded', points: 5 });
    const after = await hand('ok 6');
    expect(await settled(student, after)).toMatchObject({ kind: 'graded', points: 6 });
  });

  test('does not wait out its polling interval between jobs', async () => {
    const handed: [Actor, string][] = [];
    for (let i = 0; i < 20; i++) handed.push([await aMember(course, 'STUDENT'), '']);
    for (const entry of handed) entry[1] = await hand('ok 1', entry[0]);
    const start = Date.now();
    await startWorker();
    for (const [actor, id] of handed) await settled(actor, id);
    // Ten rounds of two seconds, if it did.
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  test('grades others while one student fills the queue with endless loops', async () => {
    await startWorker();
    const looper = await aMember(course, 'STUDENT');
    const loops = [];
    for (let i = 0; i < 3; i++) loops.push(await hand('loop', looper));
    const after = await hand('ok 6');
    expect(await settled(student, after)).toMatchObject({ kind: 'graded' });
    const statuses = await Promise.all(loops.map((id) => getSubmissionStatus(looper, id)));
    expect(statuses.map(({ kind }) => kind)).toContain('queued');
    for (const id of loops) expect(await settled(looper, id)).toMatchObject({ kind: 'failed' });
  });

  test('tells a submission whose job was given up for lost', async () => {
    const id = await hand('ok 5');
    await database().$executeRaw`DELETE FROM pgboss.job WHERE data ->> 'submissionId' = ${id}`;
    await database().$executeRaw`
      INSERT INTO pgboss.job (name, data) VALUES ('grading-lost', ${JSON.stringify({ submissionId: id })}::jsonb)`;
    await startWorker();
    expect(await settled(student, id)).toMatchObject({ kind: 'failed' });
  });

  test('settles a job that is delivered for a submission that is gone, or graded already', async () => {
    const gone = '00000000-0000-7000-8000-000000000000';
    expect(await beginGrading(gone)).toEqual({ kind: 'settled' });
    const id = await hand('ok 4');
    await enqueueGrading(database(), { submissionId: id }, student.userId);
    await enqueueGrading(database(), { submissionId: gone }, student.userId);
    await startWorker();
    expect(await settled(student, id)).toMatchObject({ points: 4 });
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      await sleep(50);
      const rows = await database().$queryRaw<{ state: string }[]>`
        SELECT state::text AS state FROM pgboss.job WHERE data ->> 'submissionId' IN (${id}, ${gone})`;
      if (rows.every(({ state }) => state === 'completed')) return;
    }
    throw new Error('a job is left');
  });
});
