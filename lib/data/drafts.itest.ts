import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '../db';
import { getDraft, saveDraft } from './drafts';
import { aCast, aCourse, anItem, codeOf } from './testing/fixtures';

afterAll(closeDatabase);

async function aScene() {
  const course = await aCourse();
  const exercise = await anItem(course, 'EXERCISE', {}, 10);
  return { course, exercise, ...(await aCast(course)) };
}

describe('drafts', () => {
  test('are kept, each under a new revision', async () => {
    const { course, exercise, student, otherStudent } = await aScene();
    expect(await getDraft(student, course.slug, exercise.slug)).toBeNull();
    expect(await saveDraft(student, course.slug, exercise.slug, 'one', 0)).toMatchObject({
      kind: 'saved',
      revision: 1,
    });
    expect(await saveDraft(student, course.slug, exercise.slug, 'two', 1)).toMatchObject({
      kind: 'saved',
      revision: 2,
    });
    expect(await getDraft(student, course.slug, exercise.slug)).toMatchObject({
      source: 'two',
      revision: 2,
    });
    expect(await getDraft(otherStudent, course.slug, exercise.slug)).toBeNull();
  });

  test('of two tabs do not overwrite each other', async () => {
    const { course, exercise, student } = await aScene();
    await saveDraft(student, course.slug, exercise.slug, 'from here', 0);
    expect(await saveDraft(student, course.slug, exercise.slug, 'from there', 0)).toMatchObject({
      kind: 'conflict',
      draft: { source: 'from here', revision: 1 },
    });
    const both = await Promise.all([
      saveDraft(student, course.slug, exercise.slug, 'a', 1),
      saveDraft(student, course.slug, exercise.slug, 'b', 1),
    ]);
    expect(both.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
  });

  test('sent again after a lost answer are no conflict', async () => {
    const { course, exercise, student } = await aScene();
    await saveDraft(student, course.slug, exercise.slug, 'one', 0);
    expect(await saveDraft(student, course.slug, exercise.slug, 'one', 0)).toMatchObject({
      kind: 'saved',
      revision: 1,
    });
  });

  test('too large or no text are refused by name', async () => {
    const { course, exercise, student } = await aScene();
    const save = (source: string) => saveDraft(student, course.slug, exercise.slug, source, 0);
    expect(await save('ü'.repeat(40_000))).toEqual({
      kind: 'refused',
      problem: { kind: 'too-large', bytes: 80_000, bytesMax: 65_536 },
    });
    expect(await save('a\0b')).toEqual({ kind: 'refused', problem: { kind: 'not-text' } });
    expect(await save('x'.repeat(65_536))).toMatchObject({ kind: 'saved' });
  });

  test('are for members of the course', async () => {
    const { course, exercise, foreignInstructor, stranger } = await aScene();
    for (const actor of [foreignInstructor, stranger]) {
      expect(await codeOf(getDraft(actor, course.slug, exercise.slug))).toBe('not-found');
      expect(await codeOf(saveDraft(actor, course.slug, exercise.slug, 'x', 0))).toBe('not-found');
    }
  });
});
