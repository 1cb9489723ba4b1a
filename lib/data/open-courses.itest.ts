import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '../db';
import { getCourse, getOwnGrades, getReaderKind, listOpenCourses, setCourseOpen } from './courses';
import { getExercise } from './exercises';
import { getExerciseIntroduction, getQuizIntroduction } from './introductions';
import { getLesson } from './lessons';
import { startAttempt } from './quiz-attempts';
import { checkPracticeAnswer, getPracticeQuestion } from './quiz-practice';
import { getQuizOverview } from './quizzes';
import { listSubmissions, submit } from './submissions';
import {
  aCast,
  aCourse,
  anExercise,
  anItem,
  codeOf,
  HIDDEN_TEXT,
  QUIZ_EXPLANATION,
  quizContent,
  SOLUTION_TEXT,
} from './testing/fixtures';

afterAll(closeDatabase);

const LESSON =
  '---\ntitle: Fork\nsummary: Two of one.\nminutes: 5\n---\nText.\n\n## What it returns\n\nZero.\n';

async function aChapter() {
  const course = await aCourse();
  const cast = await aCast(course);
  const lesson = await anItem(course, 'LESSON', { slug: 'fork', text: LESSON }, 0);
  const { slug, text } = quizContent(2);
  const practised = text.replace('"id":"child"', '"id":"child","practice":true');
  const quiz = await anItem(course, 'QUIZ', { slug, text: practised }, 3);
  return { course, ...cast, lesson, quiz, exercise: await anExercise(course) };
}

type Chapter = Awaited<ReturnType<typeof aChapter>>;

/** Everything that readers get. */
function reads({ course, lesson, quiz, exercise }: Chapter, reader: Chapter['student'] | null) {
  const place = { courseSlug: course.slug, quizSlug: quiz.slug, questionId: 'child', variant: 0 };
  return [
    () => getCourse(reader, course.slug),
    () => getReaderKind(reader, course.slug),
    () => getLesson(reader, course.slug, lesson.slug),
    () => getQuizIntroduction(reader, course.slug, quiz.slug),
    () => getExerciseIntroduction(reader, course.slug, exercise.slug),
    () => getPracticeQuestion(reader, place),
    () => checkPracticeAnswer(reader, place, 'zero'),
  ];
}

describe('a course that is not open', () => {
  test('does not exist for visitors and strangers', async () => {
    const chapter = await aChapter();
    for (const reader of [null, chapter.stranger, chapter.foreignInstructor]) {
      for (const read of reads(chapter, reader)) expect(await codeOf(read())).toBe('not-found');
    }
    expect(await listOpenCourses()).not.toContainEqual(
      expect.objectContaining({ slug: chapter.course.slug }),
    );
  });
});

describe('an open course', () => {
  test('is read by anyone, and what gives answers away stays here', async () => {
    const chapter = await aChapter();
    const { course, instructor, stranger } = chapter;
    await setCourseOpen(instructor, course.slug, true);
    for (const reader of [null, stranger]) {
      const told = await Promise.all(reads(chapter, reader).map((read) => read()));
      const [outline, kind, lesson] = told;
      expect(outline).toMatchObject({ reader: 'visitor', joinCode: null });
      expect(kind).toBe('visitor');
      expect(lesson).toMatchObject({ reader: 'visitor', lesson: { title: 'Fork' } });
      // The last is the answer to a practice question: it may explain.
      const sent = JSON.stringify(told.slice(0, -1));
      for (const secret of [HIDDEN_TEXT, SOLUTION_TEXT, QUIZ_EXPLANATION, course.joinCode])
        expect(sent).not.toContain(secret);
      expect(sent).not.toContain('"correct"');
      expect(told.at(-1)).toMatchObject({ result: { outcome: 'right' } });
    }
    expect(await listOpenCourses()).toContainEqual({
      slug: course.slug,
      title: 'Operating Systems',
    });
  });

  test('its practice questions are drawn a few times for visitors, and no graded one is asked', async () => {
    const chapter = await aChapter();
    const { course, instructor, quiz } = chapter;
    await setCourseOpen(instructor, course.slug, true);
    const place = { courseSlug: course.slug, quizSlug: quiz.slug, questionId: 'child' };
    const asked = (variant: number) => getPracticeQuestion(null, { ...place, variant });
    expect(await asked(12)).toEqual(await asked(0));
    expect(await codeOf(asked(-1))).toBe('not-found');
    expect(
      await codeOf(getPracticeQuestion(null, { ...place, questionId: 'count', variant: 0 })),
    ).toBe('not-found');
  });

  test('gives those who only read nothing of what members do', async () => {
    const chapter = await aChapter();
    const { course, instructor, stranger, quiz, exercise } = chapter;
    await setCourseOpen(instructor, course.slug, true);
    for (const refused of [
      () => getOwnGrades(stranger, course.slug),
      () => getQuizOverview(stranger, course.slug, quiz.slug),
      () => startAttempt(stranger, course.slug, quiz.slug),
      () => getExercise(stranger, course.slug, exercise.slug),
      () => submit(stranger, course.slug, exercise.slug, 'int main(void) {}'),
      () => listSubmissions(stranger, course.slug, exercise.slug),
    ])
      expect(await codeOf(refused())).toBe('not-found');
  });

  test('is opened and closed by its instructor and by nobody else', async () => {
    const chapter = await aChapter();
    const { course, instructor, student, stranger, foreignInstructor } = chapter;
    for (const actor of [student, stranger, foreignInstructor])
      expect(await codeOf(setCourseOpen(actor, course.slug, true))).toBe('not-found');
    expect(await codeOf(getCourse(null, course.slug))).toBe('not-found');
    await setCourseOpen(instructor, course.slug, true);
    expect((await getCourse(student, course.slug)).isOpen).toBe(true);
    await setCourseOpen(instructor, course.slug, false);
    expect(await codeOf(getCourse(null, course.slug))).toBe('not-found');
  });
});
