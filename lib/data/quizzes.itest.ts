import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase, database } from '../db';
import {
  aCast,
  aCourse,
  aQuiz,
  aVersion,
  codeOf,
  QUIZ_EXPLANATION,
  quizContent,
} from './testing/fixtures';
import { getGradebook } from './gradebook';
import { getQuizForStudent, listQuizAttempts, listQuizAttemptsOf, submitQuiz } from './quizzes';

afterAll(closeDatabase);

async function aScene() {
  const course = await aCourse();
  const quiz = await aQuiz(course);
  return { course, quiz, ...(await aCast(course)) };
}

describe('a quiz', () => {
  test('is shown without answers and explanations', async () => {
    const { course, quiz, student } = await aScene();
    const shown = await getQuizForStudent(student, course.slug, quiz.slug);
    expect(shown).toMatchObject({
      versionId: quiz.versionId,
      quiz: { pointsMax: 3, questions: [{ id: 'child' }, { id: 'count' }] },
    });
    const sent = JSON.stringify(shown);
    for (const secret of [QUIZ_EXPLANATION, 'correct', 'getpid'])
      expect(sent).not.toContain(secret);
  });

  test('is scored on the server; the best attempt is the grade', async () => {
    const { course, quiz, student, instructor } = await aScene();
    const take = (answers: Record<string, string>) =>
      submitQuiz(student, course.slug, quiz.slug, quiz.versionId, answers);
    const first = await take({ child: 'zero', count: '2' });
    expect(first).toMatchObject({
      points: 3,
      pointsMax: 3,
      answers: { child: 'zero', count: '2' },
    });
    expect(first.result.questions[0]).toMatchObject({
      outcome: 'right',
      explanation: QUIZ_EXPLANATION,
    });
    const second = await take({ child: 'pid', count: 'no\0number' });
    expect(second).toMatchObject({ points: 0, answers: { count: 'no\0number' } });

    expect(await listQuizAttempts(student, course.slug, quiz.slug)).toEqual([second, first]);
    expect(await listQuizAttemptsOf(instructor, course.slug, quiz.slug, student.userId)).toEqual([
      second,
      first,
    ]);
    const { rows } = await getGradebook(instructor, course.slug);
    expect(rows[1]).toMatchObject({
      points: 3,
      cells: [
        {
          best: { points: 3, pointsMax: 3 },
          attempts: 2,
          latestAt: second.submittedAt,
          bestSubmissionId: null,
        },
      ],
    });
    const grade = await database().grade.findFirstOrThrow({ where: { userId: student.userId } });
    expect(grade.bestAttemptId).toBe(first.id);
  });

  test('is scored against the version that was shown', async () => {
    const { course, quiz, student } = await aScene();
    const shown = await getQuizForStudent(student, course.slug, quiz.slug);
    await aVersion(quiz.id, quizContent(4), 3);
    const attempt = await submitQuiz(student, course.slug, quiz.slug, shown.versionId, {
      count: '2',
    });
    expect(attempt.points).toBe(1);
    const anew = await getQuizForStudent(student, course.slug, quiz.slug);
    expect(
      (await submitQuiz(student, course.slug, quiz.slug, anew.versionId, { count: '2' })).points,
    ).toBe(0);
  });

  test('takes no version of another quiz, and nothing that is no answer', async () => {
    const { course, quiz, student } = await aScene();
    const other = await aQuiz(course);
    const take = (versionId: string, answers: object) =>
      // @ts-expect-error what a client sends may be anything
      codeOf(submitQuiz(student, course.slug, quiz.slug, versionId, answers));
    expect(await take(other.versionId, {})).toBe('not-found');
    expect(await take(randomUUID(), {})).toBe('not-found');
    expect(await take('nonsense', {})).toBe('not-found');
    expect(await take(quiz.versionId, { child: 7 })).toBe('invalid-input');
    expect(await take(quiz.versionId, { child: 'x'.repeat(30_000) })).toBe('invalid-input');
    expect(await listQuizAttempts(student, course.slug, quiz.slug)).toEqual([]);
  });

  test('is for members, and others’ attempts for instructors', async () => {
    const { course, quiz, student, otherStudent, instructor, foreignInstructor, stranger } =
      await aScene();
    await submitQuiz(student, course.slug, quiz.slug, quiz.versionId, {});
    for (const actor of [foreignInstructor, stranger]) {
      expect(await codeOf(getQuizForStudent(actor, course.slug, quiz.slug))).toBe('not-found');
      expect(await codeOf(submitQuiz(actor, course.slug, quiz.slug, quiz.versionId, {}))).toBe(
        'not-found',
      );
      expect(await codeOf(listQuizAttempts(actor, course.slug, quiz.slug))).toBe('not-found');
    }
    for (const actor of [student, otherStudent, foreignInstructor, stranger]) {
      expect(await codeOf(listQuizAttemptsOf(actor, course.slug, quiz.slug, student.userId))).toBe(
        'not-found',
      );
    }
    expect(
      await codeOf(listQuizAttemptsOf(instructor, course.slug, quiz.slug, stranger.userId)),
    ).toBe('not-found');
    expect(await listQuizAttempts(otherStudent, course.slug, quiz.slug)).toEqual([]);
  });
});
