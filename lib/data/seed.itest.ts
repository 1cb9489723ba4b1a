import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, database } from '../db';
import { findSessionUser, signInWithPassword } from './accounts';
import { getCourse } from './courses';
import { getExercise } from './exercises';
import { aPerson, codeOf, exerciseContent, quizContent } from './testing/fixtures';
import { getLesson } from './lessons';
import { getQuizOverview } from './quizzes';
import { type DemonstrationAccount, seedDemonstration } from './seed';

afterAll(closeDatabase);

let root: string;
let slug: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-courseware-'));
  slug = `seeded-${randomUUID()}`;
  write(
    'content/course.yaml',
    `{slug: ${slug}, title: Processes, parts: [{title: Begin, items: [{lesson: one}, {exercise: count}, {quiz: fork}, {lesson: two}]}]}`,
  );
  write(
    'content/lessons/one.md',
    '---\ntitle: One\nsummary: First.\nminutes: 3\n---\nText of one.',
  );
  write(
    'content/lessons/two.md',
    '---\ntitle: Two\nsummary: Second.\nminutes: 3\n---\nText of two.',
  );
  write('content/quizzes/fork.yaml', quizContent(2).text);
  for (const [name, text] of Object.entries(exerciseContent('Count').files)) {
    write(`exercises/count/${name}`, text);
  }
});

afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}

function someAccounts(): readonly DemonstrationAccount[] {
  const account = (role: DemonstrationAccount['role']) => ({
    email: `${randomUUID()}@Forkyard.example`,
    name: `A ${role}`,
    role,
    password: randomUUID(),
  });
  return [account('instructor'), account('student')];
}

async function signIn({ email, password }: DemonstrationAccount) {
  const result = await signInWithPassword(email, password, randomUUID());
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return result.session;
}

async function seededPeople(accounts: readonly DemonstrationAccount[]) {
  const [instructor, student] = await Promise.all(accounts.map(signIn));
  if (instructor === undefined || student === undefined) throw new Error('two accounts at least');
  return { instructor, student };
}

describe('seedDemonstration', () => {
  test('makes the course in its order, and people who sign in', async () => {
    const accounts = someAccounts();
    const report = await seedDemonstration(accounts, root);
    expect(report).toMatchObject({
      courseSlug: slug,
      itemsTotal: 4,
      published: ['lesson one', 'exercise count', 'quiz fork', 'lesson two'],
    });
    const { instructor, student } = await seededPeople(accounts);
    expect(await getCourse(instructor, slug)).toMatchObject({
      reader: 'instructor',
      joinCode: report.joinCode,
    });
    expect(await getCourse(student, slug)).toMatchObject({
      reader: 'student',
      items: [
        { kind: 'lesson', slug: 'one', pointsMax: 0 },
        { kind: 'exercise', slug: 'count', title: 'Count', pointsMax: 10 },
        { kind: 'quiz', slug: 'fork', title: 'Fork', pointsMax: 3 },
        { kind: 'lesson', slug: 'two' },
      ],
    });
    expect(await getExercise(student, slug, 'count')).toMatchObject({ title: 'Count' });
    expect(await getQuizOverview(student, slug, 'fork')).toMatchObject({ title: 'Fork' });
    expect(await getLesson(student, slug, 'one')).toMatchObject({
      lesson: { title: 'One', body: 'Text of one.' },
      previous: null,
      next: { slug: 'two', title: 'Two' },
    });
    expect(await codeOf(getLesson(await aPerson(), slug, 'one'))).toBe('not-found');
  });

  test('changes nothing when nothing changed, also when two run at once', async () => {
    const accounts = someAccounts();
    const [first] = await Promise.all([
      seedDemonstration(accounts, root),
      seedDemonstration(accounts, root),
    ]);
    const { student } = await seededPeople(accounts);
    expect(await seedDemonstration(accounts, root)).toEqual({ ...first, published: [] });
    expect(await findSessionUser(student.userId)).toEqual(student);
    const versions = await database().itemVersion.count({ where: { item: { course: { slug } } } });
    expect(versions).toBe(4);
  });

  test('publishes anew what changed, and goes back to a version that it knows', async () => {
    const accounts = someAccounts();
    await seedDemonstration(accounts, root);
    const before = await currentVersion('fork');
    write('content/quizzes/fork.yaml', quizContent(3).text);
    expect((await seedDemonstration(accounts, root)).published).toEqual(['quiz fork']);
    expect(await currentVersion('fork')).not.toBe(before);
    write('content/quizzes/fork.yaml', quizContent(2).text);
    expect((await seedDemonstration(accounts, root)).published).toEqual(['quiz fork']);
    expect(await currentVersion('fork')).toBe(before);
  });

  test('gives an account the password that is shown, and ends its sessions', async () => {
    const [instructor, student] = someAccounts();
    if (instructor === undefined || student === undefined) throw new Error('no accounts');
    await seedDemonstration([instructor, student], root);
    const before = await signIn(student);
    const renewed = { ...student, password: randomUUID() };
    await seedDemonstration([instructor, renewed], root);
    expect((await signIn(renewed)).sessionVersion).toBe(before.sessionVersion + 1);
  });

  test('publishes nothing of a broken course', async () => {
    fs.rmSync(path.join(root, 'content/lessons/two.md'));
    await expect(seedDemonstration(someAccounts(), root)).rejects.toThrow('two');
    expect(await database().course.findUnique({ where: { slug } })).toBeNull();
  });

  test('takes away a lesson that the course no longer names, and gives it back', async () => {
    const accounts = someAccounts();
    await seedDemonstration(accounts, root);
    const { student } = await seededPeople(accounts);
    const course = fs.readFileSync(path.join(root, 'content/course.yaml'), 'utf8');
    write('content/course.yaml', course.replace(', {lesson: two}', ''));
    await seedDemonstration(accounts, root);
    expect(await codeOf(getLesson(student, slug, 'two'))).toBe('not-found');
    expect((await getLesson(student, slug, 'one')).next).toBeNull();
    write('content/course.yaml', course);
    await seedDemonstration(accounts, root);
    expect((await getLesson(student, slug, 'two')).lesson.title).toBe('Two');
  });
});

async function currentVersion(quiz: string): Promise<string | null> {
  const item = await database().courseItem.findFirstOrThrow({
    where: { kind: 'QUIZ', slug: quiz, course: { slug } },
    select: { currentVersionId: true },
  });
  return item.currentVersionId;
}
