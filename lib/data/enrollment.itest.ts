import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '../db';
import { getCourse, listCoursesOf } from './courses';
import { joinCourse, rotateJoinCode } from './enrollment';
import { aCast, aCourse, anItem, aPerson, codeOf } from './testing/fixtures';

afterAll(closeDatabase);

describe('joinCourse', () => {
  test('lets a student in, once, however the code is typed', async () => {
    const course = await aCourse();
    const person = await aPerson();
    const typed = ` ${course.joinCode.slice(0, 5).toLowerCase()}-${course.joinCode.slice(5)} `;
    expect(await joinCourse(person, typed)).toEqual({
      kind: 'joined',
      courseSlug: course.slug,
      courseTitle: 'Operating Systems',
    });
    expect(await joinCourse(person, course.joinCode)).toMatchObject({ kind: 'already-joined' });
    expect(await listCoursesOf(person)).toMatchObject([{ slug: course.slug, role: 'student' }]);
  });

  test('does not make an instructor a student', async () => {
    const course = await aCourse();
    const { instructor } = await aCast(course);
    expect(await joinCourse(instructor, course.joinCode)).toMatchObject({ kind: 'already-joined' });
    expect(await getCourse(instructor, course.slug)).toMatchObject({ reader: 'instructor' });
  });

  test.each(['', 'ABC', 'ABCDEFGHJK', "' OR 1=1 --", 'x'.repeat(100_000), 'AB\u0000DEFGHJK'])(
    'knows no course of a wrong code',
    async (code) => {
      expect(await joinCourse(await aPerson(), code)).toEqual({ kind: 'unknown-code' });
    },
  );

  test('stops guessing', async () => {
    const course = await aCourse();
    const person = await aPerson();
    for (let i = 0; i < 20; i++)
      expect(await joinCourse(person, 'ABCDEFGHJK')).toMatchObject({ kind: 'unknown-code' });
    expect(await joinCourse(person, course.joinCode)).toMatchObject({ kind: 'rate-limited' });
    expect(await joinCourse(await aPerson(), course.joinCode)).toMatchObject({ kind: 'joined' });
  });
});

describe('rotateJoinCode', () => {
  test('is for instructors of the course, and ends the old code', async () => {
    const course = await aCourse();
    const { instructor, student, foreignInstructor, stranger } = await aCast(course);
    for (const actor of [student, foreignInstructor, stranger]) {
      expect(await codeOf(rotateJoinCode(actor, course.slug))).toBe('not-found');
    }
    const code = await rotateJoinCode(instructor, course.slug);
    expect(await joinCourse(await aPerson(), course.joinCode)).toEqual({ kind: 'unknown-code' });
    expect(await joinCourse(await aPerson(), code)).toMatchObject({ kind: 'joined' });
  });
});

describe('getCourse', () => {
  test('shows members the outline and only instructors the join code', async () => {
    const course = await aCourse();
    const { instructor, student } = await aCast(course);
    await anItem(course, 'LESSON', {}, 0, 'the-process');
    await anItem(course, 'EXERCISE', {}, 10, 'fork-tree');
    expect(await getCourse(student, course.slug)).toMatchObject({
      reader: 'student',
      joinCode: null,
      progress: { points: 0, pointsMax: 10, stepsDone: 0, stepsTotal: 2 },
      items: [
        { kind: 'lesson', slug: 'the-process', grade: null },
        { kind: 'exercise', slug: 'fork-tree', pointsMax: 10, grade: null },
      ],
    });
    expect(await getCourse(instructor, course.slug)).toMatchObject({
      reader: 'instructor',
      joinCode: course.joinCode,
    });
  });

  test('does not exist for others', async () => {
    const course = await aCourse();
    const { foreignInstructor, stranger } = await aCast(course);
    for (const actor of [foreignInstructor, stranger]) {
      expect(await codeOf(getCourse(actor, course.slug))).toBe('not-found');
    }
    expect(await listCoursesOf(stranger)).toEqual([]);
  });
});
