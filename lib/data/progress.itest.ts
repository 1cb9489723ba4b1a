import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase, database } from '../db';
import { addBookmark, listBookmarks, removeBookmark } from './bookmarks';
import { getClassProgress } from './class-progress';
import { getCourse, listCoursesOf, setCourseOpen } from './courses';
import { setDueDate } from './due-dates';
import { getGradebook } from './gradebook';
import { recordVerdict } from './grading-results';
import { beginLesson, markLesson } from './lesson-progress';
import { getLesson } from './lessons';
import { startAttempt } from './quiz-attempts';
import {
  aCast,
  aCourse,
  anExercise,
  anItem,
  aVerdict,
  aVersion,
  codeOf,
  quizContent,
} from './testing/fixtures';

afterAll(closeDatabase);

function lessonContent(slug: string, ...headings: readonly string[]) {
  const head = `---\ntitle: ${slug}\nsummary: Of ${slug}.\nminutes: 5\n---\n`;
  return { slug, text: `${head}Text.\n\n${headings.map((h) => `## ${h}\n\nText.\n\n`).join('')}` };
}

async function aChapter() {
  const course = await aCourse();
  const first = await anItem(course, 'LESSON', lessonContent('first', 'What it is', 'In short'), 0);
  const quiz = await anItem(course, 'QUIZ', quizContent(2, { minutes: 30 }), 3);
  const exercise = await anExercise(course);
  return { course, first, quiz, exercise, ...(await aCast(course)) };
}

type Chapter = Awaited<ReturnType<typeof aChapter>>;

async function handIn({ student, exercise }: Chapter, points: number) {
  const { id } = await database().submission.create({
    data: {
      userId: student.userId,
      itemId: exercise.id,
      versionId: exercise.versionId,
      source: '',
    },
    select: { id: true },
  });
  await recordVerdict(id, aVerdict(points));
}

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function seen({ course }: Chapter, actor: Chapter['student']) {
  const { items, next, due, progress } = await getCourse(actor, course.slug);
  return {
    states: items.map(({ state }) => state),
    next: next && `${next.item.kind}, ${next.because}`,
    due: due.map(({ item, standing }) => `${item.kind} ${standing}`),
    steps: progress.stepsDone,
  };
}

describe('progress', () => {
  test('of a lesson is begun by opening it and read by saying so; a task is done from 80 %', async () => {
    const chapter = await aChapter();
    const { course, first, student, otherStudent, instructor } = chapter;
    expect(await seen(chapter, student)).toMatchObject({
      states: ['new', 'new', 'new'],
      next: 'lesson, next-in-order',
    });
    await beginLesson(student, course.slug, first.slug);
    await beginLesson(student, course.slug, first.slug);
    expect((await seen(chapter, student)).states).toEqual(['begun', 'new', 'new']);

    await markLesson(student, course.slug, first.slug, true);
    const { standing, follows } = await getLesson(student, course.slug, first.slug);
    expect(standing?.readAt).toBeInstanceOf(Date);
    expect(follows).toMatchObject({ kind: 'quiz' });
    await markLesson(student, course.slug, first.slug, true);
    await beginLesson(student, course.slug, first.slug);
    expect((await getLesson(student, course.slug, first.slug)).standing).toEqual(standing);

    await handIn(chapter, 7);
    expect(await seen(chapter, student)).toMatchObject({
      states: ['done', 'new', 'begun'],
      next: 'quiz, next-in-order',
      steps: 1,
    });
    await handIn(chapter, 8);
    expect((await seen(chapter, student)).states).toEqual(['done', 'new', 'done']);
    expect((await listCoursesOf(student))[0]?.next?.item.kind).toBe('quiz');

    // Nobody else's changed, and the instructor counts both.
    expect((await seen(chapter, otherStudent)).states).toEqual(['new', 'new', 'new']);
    await markLesson(instructor, course.slug, first.slug, true);
    const { studentCount, items } = await getClassProgress(instructor, course.slug);
    expect(studentCount).toBe(2);
    expect(items.map(({ kind, doneCount }) => `${kind} ${doneCount}`).sort()).toEqual([
      'exercise 1',
      'lesson 1',
    ]);

    await markLesson(student, course.slug, first.slug, false);
    expect((await seen(chapter, student)).states[0]).toBe('begun');
  });

  test('goes on when the lesson is edited', async () => {
    const chapter = await aChapter();
    const { course, first, student } = chapter;
    await markLesson(student, course.slug, first.slug, true);
    await aVersion(first.id, lessonContent('first', 'Another'), 0);
    expect((await seen(chapter, student)).states[0]).toBe('done');
  });

  test('a quiz that runs against time comes first', async () => {
    const chapter = await aChapter();
    const { course, quiz, student } = chapter;
    await startAttempt(student, course.slug, quiz.slug);
    expect(await seen(chapter, student)).toMatchObject({
      states: ['new', 'begun', 'new'],
      next: 'quiz, clock-is-running',
    });
  });

  test('is nobody’s but a member’s', async () => {
    const { course, first, quiz, student, instructor, stranger, foreignInstructor } =
      await aChapter();
    await setCourseOpen(instructor, course.slug, true);
    for (const actor of [stranger, foreignInstructor]) {
      expect(await codeOf(beginLesson(actor, course.slug, first.slug))).toBe('not-found');
      expect(await codeOf(markLesson(actor, course.slug, first.slug, true))).toBe('not-found');
      expect(await codeOf(getClassProgress(actor, course.slug))).toBe('not-found');
      // What they may read says nothing of anybody.
      expect(await getLesson(actor, course.slug, first.slug)).toMatchObject({
        standing: null,
        bookmarked: null,
      });
    }
    expect(await codeOf(getClassProgress(student, course.slug))).toBe('not-found');
    for (const slug of [quiz.slug, 'no-such', '../x', 'a\u0000'])
      expect(await codeOf(markLesson(student, course.slug, slug, true))).toBe('not-found');
    expect(await database().lessonProgress.count({ where: { itemId: first.id } })).toBe(0);
  });
});

describe('a due date', () => {
  test('is set, changed and taken away by the instructor, and told to students', async () => {
    const chapter = await aChapter();
    const { course, first, exercise, instructor, student } = chapter;
    const task = { kind: 'exercise', slug: exercise.slug } as const;
    await setDueDate(instructor, course.slug, task, inDays(2));
    await setDueDate(instructor, course.slug, { kind: 'lesson', slug: first.slug }, inDays(9));
    expect(await seen(chapter, student)).toMatchObject({
      next: 'exercise, due-soon',
      due: ['exercise soon', 'lesson later'],
    });
    await setDueDate(instructor, course.slug, task, inDays(-1));
    expect((await seen(chapter, student)).due).toEqual(['exercise late', 'lesson later']);

    await handIn(chapter, 10);
    const { items } = await getCourse(student, course.slug);
    expect(items[2]).toMatchObject({ state: 'done', grade: { points: 10, isLate: true } });
    const lateCell = async () =>
      (await getGradebook(instructor, course.slug)).rows.find(
        (row) => row.student.userId === student.userId,
      )?.cells[1];
    expect(await lateCell()).toMatchObject({ isLate: true, best: { points: 10 } });
    await setDueDate(instructor, course.slug, task, inDays(1));
    expect(await lateCell()).toMatchObject({ isLate: false });
    await setDueDate(instructor, course.slug, task, null);
    expect((await seen(chapter, student)).due).toEqual(['lesson later']);
  });

  test('is set by nobody else, for nothing else, and only as a date', async () => {
    const { course, exercise, instructor, student, stranger, foreignInstructor } = await aChapter();
    const task = { kind: 'exercise', slug: exercise.slug } as const;
    const other = await aChapter();
    for (const actor of [student, stranger, foreignInstructor, other.instructor])
      expect(await codeOf(setDueDate(actor, course.slug, task, inDays(1)))).toBe('not-found');
    for (const slug of [other.exercise.slug, 'no-such'])
      expect(
        await codeOf(setDueDate(instructor, course.slug, { kind: 'exercise', slug }, inDays(1))),
      ).toBe('not-found');
    for (const wrong of [new Date(Number.NaN), new Date('1999-01-01'), new Date('2200-01-01')])
      expect(await codeOf(setDueDate(instructor, course.slug, task, wrong))).toBe('invalid-input');
    expect((await getCourse(instructor, course.slug)).items.every((i) => i.dueAt === null)).toBe(
      true,
    );
  });
});

describe('bookmarks', () => {
  test('are kept in the order of the lesson, once each, and are one’s own', async () => {
    const { course, first, student, otherStudent } = await aChapter();
    for (const section of ['in-short', 'what-it-is', 'in-short'])
      expect(await addBookmark(student, course.slug, first.slug, section)).toEqual({
        kind: 'kept',
      });
    expect(await listBookmarks(student, course.slug)).toMatchObject([
      { section: 'what-it-is', heading: 'What it is', isGone: false },
      { section: 'in-short', heading: 'In short' },
    ]);
    expect((await getLesson(student, course.slug, first.slug)).bookmarked).toHaveLength(2);
    expect(await listBookmarks(otherStudent, course.slug)).toEqual([]);
    await removeBookmark(otherStudent, course.slug, first.slug, 'in-short');
    expect(await listBookmarks(student, course.slug)).toHaveLength(2);
    await removeBookmark(student, course.slug, first.slug, 'in-short');
    expect(await listBookmarks(student, course.slug)).toMatchObject([{ section: 'what-it-is' }]);
  });

  test('of a section that was edited away say so, and can be removed', async () => {
    const { course, first, student } = await aChapter();
    await addBookmark(student, course.slug, first.slug, 'what-it-is');
    await addBookmark(student, course.slug, first.slug, 'in-short');
    await aVersion(first.id, lessonContent('first', 'In short!', 'New'), 0);
    expect(await listBookmarks(student, course.slug)).toMatchObject([
      { section: 'in-short', heading: 'In short!', isGone: false },
      { section: 'what-it-is', heading: 'What it is', isGone: true },
    ]);
    await removeBookmark(student, course.slug, first.slug, 'what-it-is');
    expect(await listBookmarks(student, course.slug)).toHaveLength(1);
  });

  test('are of sections that there are, and of members', async () => {
    const { course, first, quiz, student, instructor, stranger, foreignInstructor } =
      await aChapter();
    await setCourseOpen(instructor, course.slug, true);
    for (const actor of [stranger, foreignInstructor]) {
      expect(await codeOf(addBookmark(actor, course.slug, first.slug, 'in-short'))).toBe(
        'not-found',
      );
      expect(await codeOf(removeBookmark(actor, course.slug, first.slug, 'in-short'))).toBe(
        'not-found',
      );
      expect(await codeOf(listBookmarks(actor, course.slug))).toBe('not-found');
    }
    for (const forged of ['no-such', '', 'x'.repeat(300), 'in-short\u0000', randomUUID()])
      expect(await codeOf(addBookmark(student, course.slug, first.slug, forged))).toBe('not-found');
    expect(await codeOf(addBookmark(student, course.slug, quiz.slug, 'in-short'))).toBe(
      'not-found',
    );
    expect(await database().bookmark.count({ where: { itemId: first.id } })).toBe(0);
  });

  test('end at 200, also when two are made at once', async () => {
    const { course, first, student } = await aChapter();
    await database().bookmark.createMany({
      data: Array.from({ length: 199 }, (_, i) => ({
        ...{ userId: student.userId, itemId: first.id, section: `old-${i}`, heading: 'Old' },
      })),
    });
    const results = await Promise.all(
      ['in-short', 'what-it-is'].map((id) => addBookmark(student, course.slug, first.slug, id)),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['kept', 'too-many']);
  });
});
