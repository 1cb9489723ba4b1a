import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../auth/actor';
import { closeDatabase, database } from '../db';
import { getCourse } from './courses';
import { aCast, aCourse, aMember, anExercise, anItem, aVerdict, codeOf } from './testing/fixtures';
import { getGradebook, getGradebookCsv } from './gradebook';
import { closeGradingQueue, openGradingQueue } from './grading-queue';
import { recordFailure, recordVerdict } from './grading-results';
import { submit } from './submissions';

beforeAll(openGradingQueue);
afterAll(async () => {
  await closeGradingQueue();
  await closeDatabase();
});

async function aScene() {
  const course = await aCourse();
  await anItem(course, 'LESSON', {}, 0);
  const exercise = await anExercise(course);
  const second = await anExercise(course);
  const cast = await aCast(course);
  const hand = async (actor: Actor, slug = exercise.slug) => {
    const result = await submit(actor, course.slug, slug, 'x');
    if (result.kind !== 'accepted') throw new Error(result.kind);
    return result.submissionId;
  };
  const graded = async (actor: Actor, points: number, slug = exercise.slug) => {
    const id = await hand(actor, slug);
    await recordVerdict(id, aVerdict(points));
    return id;
  };
  return { course, exercise, second, hand, graded, ...cast };
}

describe('getGradebook', () => {
  test('holds best, attempts, waiting and failed ones, by student and item', async () => {
    const { course, second, hand, graded, student, otherStudent, instructor } = await aScene();
    await graded(student, 3);
    const best = await graded(student, 8);
    await graded(student, 8);
    const broken = await hand(student);
    await recordFailure(broken, { kind: 'INTERNAL', detail: 'x' });
    await hand(student, second.slug);
    await graded(instructor, 10);

    const { items, rows } = await getGradebook(instructor, course.slug);
    expect(items.map(({ kind, pointsMax }) => ({ kind, pointsMax }))).toEqual([
      { kind: 'exercise', pointsMax: 10 },
      { kind: 'exercise', pointsMax: 10 },
    ]);
    expect(rows.map((row) => row.student.name)).toEqual(['Olga Other', 'Sam Student']);
    const [other, sam] = rows;
    expect(other?.student.userId).toBe(otherStudent.userId);
    expect(other).toMatchObject({
      points: 0,
      pointsMax: 20,
      cells: [
        { best: null, attempts: 0, pending: 0, failed: 0, latestAt: null },
        { best: null, attempts: 0, pending: 0, failed: 0, latestAt: null },
      ],
    });
    const receivedAt = async (id: string) =>
      (await database().submission.findUniqueOrThrow({ where: { id } })).receivedAt;
    expect(sam).toMatchObject({
      points: 8,
      pointsMax: 20,
      cells: [
        {
          best: { points: 8, pointsMax: 10 },
          attempts: 3,
          pending: 0,
          failed: 1,
          bestSubmissionId: best,
          latestAt: await receivedAt(broken),
        },
        { best: null, attempts: 0, pending: 1, failed: 0, bestSubmissionId: null },
      ],
    });
    expect(await getCourse(student, course.slug)).toMatchObject({
      progress: { points: 8, pointsMax: 20, stepsDone: 1, stepsTotal: 3 },
    });
  });

  test('counts every verdict of one student when they are recorded at the same moment', async () => {
    const { course, hand, student, instructor } = await aScene();
    const ids = await Promise.all([hand(student), hand(student), hand(student), hand(student)]);
    await Promise.all(ids.map((id, i) => recordVerdict(id, aVerdict(i + 2))));
    const sam = (await getGradebook(instructor, course.slug)).rows[1];
    expect(sam?.cells[0]).toMatchObject({
      best: { points: 5 },
      attempts: 4,
      bestSubmissionId: ids[3],
    });
  });

  test('and its CSV are for instructors of the course', async () => {
    const { course, student, foreignInstructor, stranger } = await aScene();
    for (const actor of [student, foreignInstructor, stranger]) {
      expect(await codeOf(getGradebook(actor, course.slug))).toBe('not-found');
      expect(await codeOf(getGradebookCsv(actor, course.slug))).toBe('not-found');
    }
  });
});

test('the CSV has a line a student, and a name is not run as a formula', async () => {
  const { course, graded, student, instructor } = await aScene();
  await aMember(course, 'STUDENT', '=HYPERLINK("http://x","Ann")');
  await graded(student, 7.5);
  const { filename, csv } = await getGradebookCsv(instructor, course.slug);
  expect(filename).toBe(`${course.slug}-grades.csv`);
  const lines = csv.split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^\uFEFFName,E-mail,Title of .* \(exercise .*\): points,/);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""Ann"")"`);
  expect(lines.find((line) => line.startsWith('Sam Student'))).toMatch(
    new RegExp(`^Sam Student,${student.email},7.5,10,1,\\d{4}-.*Z,,,10,0,,,7.5,20$`),
  );
});
