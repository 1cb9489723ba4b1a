import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, database } from '../db';
import {
  aCast,
  aCourse,
  anExercise,
  aVerdict,
  aVersion,
  codeOf,
  exerciseContent,
  HIDDEN_TEXT,
} from './testing/fixtures';
import { closeGradingQueue, enqueueGrading, openGradingQueue } from './grading-queue';
import { beginGrading, recordFailure, recordVerdict } from './grading-results';
import {
  getSubmission,
  getSubmissionStatus,
  listSubmissions,
  listSubmissionsOf,
  submit,
} from './submissions';

beforeAll(openGradingQueue);
afterAll(async () => {
  await closeGradingQueue();
  await closeDatabase();
});

async function aScene() {
  const course = await aCourse();
  const exercise = await anExercise(course);
  return { course, exercise, ...(await aCast(course)) };
}

async function accepted(result: ReturnType<typeof submit>): Promise<string> {
  const value = await result;
  if (value.kind !== 'accepted') throw new Error(value.kind);
  return value.submissionId;
}

async function jobsOf(submissionId: string): Promise<number> {
  const rows = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE data ->> 'submissionId' = ${submissionId}`;
  return rows[0]?.count ?? 0;
}

describe('submit', () => {
  test('keeps the source, the receipt time of the database, the version, and one job', async () => {
    const { course, exercise, student } = await aScene();
    const result = await submit(student, course.slug, exercise.slug, 'int main(void) {}\n');
    if (result.kind !== 'accepted') throw new Error(result.kind);
    const row = await database().submission.findUniqueOrThrow({
      where: { id: result.submissionId },
    });
    expect(row).toMatchObject({ source: 'int main(void) {}\n', versionId: exercise.versionId });
    expect(Math.abs(result.receivedAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await jobsOf(result.submissionId)).toBe(1);
    expect(await getSubmissionStatus(student, result.submissionId)).toEqual({ kind: 'queued' });
  });

  test('leaves neither submission nor job when the transaction fails', async () => {
    const { exercise, student } = await aScene();
    const id = randomUUID();
    const failing = database().$transaction(async (tx) => {
      await tx.submission.create({
        data: {
          id,
          userId: student.userId,
          itemId: exercise.id,
          versionId: exercise.versionId,
          source: 'x',
        },
      });
      await enqueueGrading(tx, { submissionId: id }, student.userId);
      throw new Error('something after it failed');
    });
    await expect(failing).rejects.toThrow('something after it failed');
    expect(await database().submission.findUnique({ where: { id } })).toBeNull();
    expect(await jobsOf(id)).toBe(0);
  });

  test('refuses a source that is too large or no text, and records nothing', async () => {
    const { course, exercise, student } = await aScene();
    expect(await submit(student, course.slug, exercise.slug, 'x'.repeat(5_000_000))).toEqual({
      kind: 'refused',
      problem: { kind: 'too-large', bytes: 5_000_000, bytesMax: 65_536 },
    });
    expect(await submit(student, course.slug, exercise.slug, 'a\0b')).toEqual({
      kind: 'refused',
      problem: { kind: 'not-text' },
    });
    expect(await listSubmissions(student, course.slug, exercise.slug)).toEqual([]);
  });

  test('takes five that wait, also when ten come at once', async () => {
    const { course, exercise, student, otherStudent } = await aScene();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => submit(student, course.slug, exercise.slug, 'x')),
    );
    expect(results.filter(({ kind }) => kind === 'accepted')).toHaveLength(5);
    expect(results.filter(({ kind }) => kind === 'too-many-waiting')).toHaveLength(5);
    expect(await submit(otherStudent, course.slug, exercise.slug, 'x')).toMatchObject({
      kind: 'accepted',
    });
  });
});

describe('who sees a submission', () => {
  test('its student and the instructors of its course', async () => {
    const scene = await aScene();
    const { course, exercise, student, instructor } = scene;
    const id = await accepted(submit(student, course.slug, exercise.slug, 'int x;'));
    expect(await getSubmission(student, id)).toMatchObject({
      isMine: true,
      source: 'int x;',
      student: { name: 'Sam Student' },
    });
    expect(await getSubmission(instructor, id)).toMatchObject({ isMine: false, source: 'int x;' });
    expect(await listSubmissions(student, course.slug, exercise.slug)).toMatchObject([{ id }]);
    expect(
      await listSubmissionsOf(instructor, course.slug, exercise.slug, student.userId),
    ).toMatchObject([{ id }]);
    expect(await listSubmissions(instructor, course.slug, exercise.slug)).toEqual([]);

    for (const actor of [scene.otherStudent, scene.foreignInstructor, scene.stranger]) {
      expect(await codeOf(getSubmission(actor, id))).toBe('not-found');
      expect(await codeOf(getSubmissionStatus(actor, id))).toBe('not-found');
    }
    for (const actor of [student, scene.otherStudent, scene.foreignInstructor, scene.stranger]) {
      expect(
        await codeOf(listSubmissionsOf(actor, course.slug, exercise.slug, student.userId)),
      ).toBe('not-found');
    }
    for (const actor of [scene.foreignInstructor, scene.stranger]) {
      expect(await codeOf(submit(actor, course.slug, exercise.slug, 'x'))).toBe('not-found');
      expect(await codeOf(listSubmissions(actor, course.slug, exercise.slug))).toBe('not-found');
    }
  });

  test('nobody, under an identifier that is none or a student of another course', async () => {
    const { course, exercise, student, instructor, stranger } = await aScene();
    for (const id of ['', 'nonsense', randomUUID(), "'; DROP TABLE users; --"]) {
      expect(await codeOf(getSubmission(student, id))).toBe('not-found');
      expect(await codeOf(getSubmissionStatus(student, id))).toBe('not-found');
      expect(await codeOf(listSubmissionsOf(instructor, course.slug, exercise.slug, id))).toBe(
        'not-found',
      );
    }
    const outside = listSubmissionsOf(instructor, course.slug, exercise.slug, stranger.userId);
    expect(await codeOf(outside)).toBe('not-found');
  });

  test('not its student any more, once they have left the course', async () => {
    const { course, exercise, student } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    await database().enrollment.deleteMany({ where: { userId: student.userId } });
    expect(await codeOf(getSubmission(student, id))).toBe('not-found');
  });
});

describe('recording', () => {
  test('a verdict gives status, verdict and grade, and never evidence of a hidden check', async () => {
    const { course, exercise, student, instructor } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    expect(await beginGrading(id)).toMatchObject({
      kind: 'to-grade',
      source: 'x',
      exercise: { slug: 'count-to-ten', solution: '/* the reference solution */' },
    });
    expect(await getSubmissionStatus(student, id)).toMatchObject({ kind: 'grading' });
    expect(await recordVerdict(id, aVerdict(6))).toBe(true);
    for (const actor of [student, instructor]) {
      const shown = await getSubmission(actor, id);
      expect(shown).toMatchObject({
        status: { kind: 'graded', points: 6, pointsMax: 10 },
        isCurrentVersion: true,
        verdict: { points: 6, checks: [{ id: 'compiles' }, { id: 'hidden', evidence: null }] },
      });
      expect(JSON.stringify(shown)).not.toContain(HIDDEN_TEXT);
    }
    const grade = await database().grade.findUniqueOrThrow({
      where: { itemId_userId: { itemId: exercise.id, userId: student.userId } },
    });
    expect(grade).toMatchObject({ points: 6, pointsMax: 10, attempts: 1, bestSubmissionId: id });
  });

  test('twice, at once or late, changes nothing', async () => {
    const { course, exercise, student } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    const both = await Promise.all([
      recordVerdict(id, aVerdict(6)),
      recordVerdict(id, aVerdict(3)),
    ]);
    expect([...both].sort()).toEqual([false, true]);
    const first = await getSubmission(student, id);
    expect(await beginGrading(id)).toEqual({ kind: 'settled' });
    expect(await recordVerdict(id, aVerdict(10))).toBe(false);
    expect(await recordFailure(id, { kind: 'INTERNAL', detail: 'late' })).toBe(false);
    expect(await getSubmission(student, id)).toEqual(first);
    const grade = await database().grade.findUniqueOrThrow({
      where: { itemId_userId: { itemId: exercise.id, userId: student.userId } },
    });
    expect(grade.attempts).toBe(1);
  });

  test('a verdict out of range leaves neither verdict nor grade', async () => {
    const { course, exercise, student } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    await expect(recordVerdict(id, aVerdict(11))).rejects.toThrow();
    expect(await getSubmissionStatus(student, id)).toEqual({ kind: 'queued' });
    expect(await database().grade.count({ where: { itemId: exercise.id } })).toBe(0);
  });

  test('a failure counts no attempt; its detail is for instructors', async () => {
    const { course, exercise, student, instructor } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    await recordFailure(id, { kind: 'INTERNAL', detail: 'TypeError at \0 grade.ts:1' });
    const shown = await getSubmission(student, id);
    expect(shown).toMatchObject({ status: { kind: 'failed' }, verdict: null, failureDetail: null });
    expect((await getSubmission(instructor, id)).failureDetail).toContain('TypeError');
    expect(await database().grade.count({ where: { itemId: exercise.id } })).toBe(0);
  });

  test('is against the version that was submitted to, and says when there is a newer one', async () => {
    const { course, exercise, student } = await aScene();
    const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
    await aVersion(exercise.id, exerciseContent('Count to eleven'), 12);
    expect(await beginGrading(id)).toMatchObject({
      exercise: { manifest: { title: 'Count to ten' } },
    });
    expect((await getSubmission(student, id)).isCurrentVersion).toBe(false);
  });
});

test('the database refuses to change what was received or published', async () => {
  const { course, exercise, student } = await aScene();
  const id = await accepted(submit(student, course.slug, exercise.slug, 'x'));
  const db = database();
  await expect(db.submission.update({ where: { id }, data: { source: 'y' } })).rejects.toThrow();
  await expect(
    db.submission.update({ where: { id }, data: { receivedAt: new Date(0) } }),
  ).rejects.toThrow();
  await expect(
    db.itemVersion.update({ where: { id: exercise.versionId }, data: { definition: {} } }),
  ).rejects.toThrow();
});
