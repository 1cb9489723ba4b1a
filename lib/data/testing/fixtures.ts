// People, courses and items for the integration tests, written straight into the tables.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../auth/actor';
import { database } from '../../db';
import type { ItemKind, Prisma } from '../../generated/prisma/client';
import { isAppError } from '../../errors';
import type { Verdict } from '../../grading/verdict';
import { randomJoinCode } from '../enrollment';

export async function aPerson(name = 'Ada Example'): Promise<Actor> {
  const email = `${randomUUID()}@school.example`;
  const user = await database().user.create({ data: { name, email } });
  return { userId: user.id, name, email };
}

export type TestCourse = { readonly id: string; readonly slug: string; readonly joinCode: string };

export async function aCourse(): Promise<TestCourse> {
  const slug = `course-${randomUUID()}`;
  return database().course.create({
    data: { slug, title: 'Operating Systems', joinCode: randomJoinCode() },
    select: { id: true, slug: true, joinCode: true },
  });
}

export async function aMember(
  course: TestCourse,
  role: 'STUDENT' | 'INSTRUCTOR',
  name?: string,
): Promise<Actor> {
  const person = await aPerson(name);
  await database().enrollment.create({
    data: { courseId: course.id, userId: person.userId, role },
  });
  return person;
}

/** Everyone that an authorization test asks for. */
export async function aCast(course: TestCourse) {
  const elsewhere = await aCourse();
  return {
    student: await aMember(course, 'STUDENT', 'Sam Student'),
    otherStudent: await aMember(course, 'STUDENT', 'Olga Other'),
    instructor: await aMember(course, 'INSTRUCTOR', 'Ines Instructor'),
    /** An instructor, but of another course. */
    foreignInstructor: await aMember(elsewhere, 'INSTRUCTOR', 'Fred Foreign'),
    stranger: await aPerson('Sid Stranger'),
  };
}

export async function anItem(
  course: TestCourse,
  kind: ItemKind,
  definition: Prisma.InputJsonValue,
  pointsMax: number,
  slug = `item-${randomUUID()}`,
): Promise<{ readonly id: string; readonly slug: string; readonly versionId: string }> {
  const db = database();
  const position = await db.courseItem.count({ where: { courseId: course.id } });
  const item = await db.courseItem.create({
    data: { courseId: course.id, kind, slug, title: `Title of ${slug}`, position },
  });
  const versionId = await aVersion(item.id, definition, pointsMax);
  return { id: item.id, slug, versionId };
}

export const HIDDEN_TEXT = 'a secret expectation';
export const SOLUTION_TEXT = '/* the reference solution */';

/** 10 points, 4 of them for a hidden check. */
export function anExercise(course: TestCourse) {
  return anItem(course, 'EXERCISE', exerciseContent('Count to ten'), 10);
}

export function exerciseContent(title: string) {
  const manifest = {
    title,
    summary: 'A loop.',
    wrong: [{ file: 'wrong/empty.c', fails: 'hidden', why: 'It prints nothing.' }],
    checks: [
      { id: 'compiles', kind: 'compiles', title: 'It compiles', points: 6 },
      {
        id: 'hidden',
        kind: 'output',
        title: 'The right numbers',
        points: 4,
        visible: false,
        match: 'exact',
        expected: HIDDEN_TEXT,
      },
    ],
  };
  return {
    slug: 'count-to-ten',
    files: {
      // JSON is YAML.
      'exercise.yaml': JSON.stringify(manifest),
      'statement.md': 'Count to ten.',
      'starter.c': 'int main(void) { return 0; }',
      'solution.c': SOLUTION_TEXT,
      'wrong/empty.c': 'int main(void) { /* wrong */ }',
    },
  };
}

export const QUIZ_EXPLANATION = 'Because fork returns twice.';

/** 3 points: one single choice (2), one numeric (1). */
export function aQuiz(course: TestCourse) {
  return anItem(course, 'QUIZ', quizContent(2), 3);
}

export function quizContent(answer: number, settings: object = {}) {
  const quiz = {
    ...settings,
    title: 'Fork',
    summary: 'What fork returns.',
    questions: [
      {
        id: 'child',
        kind: 'single',
        points: 2,
        prompt: 'What does the child get?',
        explanation: QUIZ_EXPLANATION,
        hints: [{ text: 'Think of two.' }, { text: 'Nobody has this pid.', cost: 0.25 }],
        options: [
          { id: 'zero', text: '0', correct: true },
          { id: 'pid', text: 'its pid', why: 'It asks for that with getpid.' },
        ],
      },
      { id: 'count', kind: 'numeric', prompt: 'How many?', explanation: 'Two.', answer },
    ],
  };
  return { slug: 'fork', text: JSON.stringify(quiz) };
}

/** What grade() might say of it. */
export function aVerdict(points: number): Verdict {
  const check = { kind: 'compiles', line: null, explanation: '' } as const;
  return {
    version: 1,
    points,
    pointsMax: 10,
    diagnostics: [],
    instructions: 100,
    checks: [
      {
        ...check,
        id: 'compiles',
        title: 'It compiles',
        visible: true,
        status: 'passed',
        points,
        pointsMax: 6,
        evidence: null,
      },
      {
        ...check,
        id: 'hidden',
        kind: 'output',
        title: 'The right numbers',
        visible: false,
        status: 'failed',
        points: 0,
        pointsMax: 4,
        // grade() would not put it here; the data layer must not count on that.
        evidence: { run: null, expected: HIDDEN_TEXT, actual: 'NUL \0 in what it printed' },
      },
    ],
  };
}

/** Published: what is submitted from now on belongs to it. */
export async function aVersion(
  itemId: string,
  definition: Prisma.InputJsonValue,
  pointsMax: number,
): Promise<string> {
  const db = database();
  const version = await db.itemVersion.create({
    data: { itemId, contentHash: randomUUID(), definition, pointsMax },
  });
  await db.courseItem.update({ where: { id: itemId }, data: { currentVersionId: version.id } });
  return version.id;
}

/** 'not-found' when that is what it throws; otherwise what it returns, so that a leak shows in the failure. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}
