import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { Actor } from '../auth/actor';
import { closeDatabase, database } from '../db';
import type { QuizAnswers } from '../grading/quiz/answers';
import { getGradebook } from './gradebook';
import {
  getOpenAttempt,
  type OpenAttempt,
  saveAnswers,
  startAttempt,
  submitAttempt,
  takeHint,
} from './quiz-attempts';
import { GRACE_MS } from './quiz-closing';
import { checkPracticeAnswer, getPracticeQuestion } from './quiz-practice';
import { getQuizAttempt, getQuizOverview, listQuizAttemptsOf, type QuizAttempt } from './quizzes';
import {
  aCast,
  aCourse,
  anItem,
  aQuiz,
  aVersion,
  codeOf,
  QUIZ_EXPLANATION,
  quizContent,
  type TestCourse,
} from './testing/fixtures';

afterAll(closeDatabase);

async function aScene(settings: object = {}) {
  const course = await aCourse();
  const content = quizContent(2, settings);
  const quiz = await anItem(course, 'QUIZ', content, 3);
  return { course, quiz, ...(await aCast(course)) };
}

type Place = { readonly course: TestCourse; readonly quiz: { readonly slug: string } };

async function begun({ course, quiz }: Place, actor: Actor): Promise<OpenAttempt> {
  expect(await startAttempt(actor, course.slug, quiz.slug)).toEqual({ kind: 'started' });
  const attempt = await getOpenAttempt(actor, course.slug, quiz.slug);
  if (attempt === null) throw new Error('no attempt');
  return attempt;
}

async function taken(place: Place, actor: Actor, answers: QuizAnswers): Promise<QuizAttempt> {
  const { id } = await begun(place, actor);
  await submitAttempt(actor, id, answers);
  return getQuizAttempt(actor, place.course.slug, place.quiz.slug, id);
}

/** As if it had begun so long ago; only this test may move time. */
async function longAgo(attemptId: string, byMs: number): Promise<void> {
  const db = database();
  const seconds = byMs / 1000;
  await db.$transaction([
    db.$executeRaw`ALTER TABLE quiz_attempts DISABLE TRIGGER quiz_attempts_stay_as_begun`,
    db.$executeRaw`UPDATE quiz_attempts SET started_at = started_at - ${seconds} * interval '1 second',
      deadline_at = deadline_at - ${seconds} * interval '1 second' WHERE id = ${attemptId}::uuid`,
    db.$executeRaw`ALTER TABLE quiz_attempts ENABLE TRIGGER quiz_attempts_stay_as_begun`,
  ]);
}

const RIGHT = { child: 'zero', count: '2' };

describe('a quiz', () => {
  test('is asked without answers and explanations', async () => {
    const scene = await aScene();
    const overview = await getQuizOverview(scene.student, scene.course.slug, scene.quiz.slug);
    expect(overview).toMatchObject({ pointsMax: 3, questionCount: 2, isOpen: false, attempts: [] });
    const attempt = await begun(scene, scene.student);
    expect(attempt).toMatchObject({
      number: 1,
      pointsMax: 3,
      questions: [{ id: 'child' }, { id: 'count' }],
    });
    const sent = JSON.stringify([overview, attempt]);
    for (const secret of [QUIZ_EXPLANATION, 'correct', 'getpid', '"value"', 'Think of'])
      expect(sent).not.toContain(secret);
  });

  test('is scored on the server; the best attempt is the grade', async () => {
    const scene = await aScene();
    const { course, quiz, student, instructor } = scene;
    const first = await taken(scene, student, RIGHT);
    expect(first).toMatchObject({ number: 1, points: 3, pointsMax: 3, answers: RIGHT });
    expect(first.result.questions[0]).toMatchObject({
      outcome: 'right',
      explanation: QUIZ_EXPLANATION,
    });
    const second = await taken(scene, student, { child: 'pid', count: 'no\0number' });
    expect(second).toMatchObject({ number: 2, points: 0, answers: { count: 'no\0number' } });

    const { attempts, isOpen } = await getQuizOverview(student, course.slug, quiz.slug);
    expect(isOpen).toBe(false);
    expect(attempts.map(({ number, points }) => [number, points])).toEqual([
      [2, 0],
      [1, 3],
    ]);
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

  test('may count the last attempt', async () => {
    const scene = await aScene({ counts: 'last' });
    await taken(scene, scene.student, RIGHT);
    const last = await taken(scene, scene.student, { child: 'zero' });
    const grade = await database().grade.findFirstOrThrow({
      where: { userId: scene.student.userId },
    });
    expect(grade).toMatchObject({ bestAttemptId: last.id, points: 2, attempts: 2 });
  });

  test('allows as many tries as it says', async () => {
    const scene = await aScene({ tries: 2 });
    await taken(scene, scene.student, {});
    await taken(scene, scene.student, {});
    expect(await startAttempt(scene.student, scene.course.slug, scene.quiz.slug)).toEqual({
      kind: 'no-tries-left',
      triesMax: 2,
    });
    expect(await startAttempt(scene.otherStudent, scene.course.slug, scene.quiz.slug)).toEqual({
      kind: 'started',
    });
  });
});

describe('an attempt', () => {
  test('begins once, however often one asks, and goes on with what was saved', async () => {
    const scene = await aScene();
    const { course, quiz, student } = scene;
    await Promise.all([1, 2, 3].map(() => startAttempt(student, course.slug, quiz.slug)));
    const attempt = await begun(scene, student);
    expect(await database().quizAttempt.count({ where: { itemId: quiz.id } })).toBe(1);
    expect(await saveAnswers(student, attempt.id, { child: 'pid' })).toEqual({ kind: 'saved' });
    await saveAnswers(student, attempt.id, { count: '2', unknown: 'x' });
    await saveAnswers(student, attempt.id, { child: 'zero' });
    // Another device, or a reload.
    expect(await getOpenAttempt(student, course.slug, quiz.slug)).toMatchObject({
      id: attempt.id,
      answers: RIGHT,
    });
    expect((await getQuizOverview(student, course.slug, quiz.slug)).isOpen).toBe(true);
    await submitAttempt(student, attempt.id, {});
    expect((await getQuizAttempt(student, course.slug, quiz.slug, attempt.id)).points).toBe(3);
  });

  test('is over when it is submitted: nothing changes it', async () => {
    const scene = await aScene();
    const attempt = await taken(scene, scene.student, { child: 'pid' });
    expect(await saveAnswers(scene.student, attempt.id, RIGHT)).toEqual({ kind: 'closed' });
    expect(await takeHint(scene.student, attempt.id, 'child')).toEqual({ kind: 'closed' });
    await submitAttempt(scene.student, attempt.id, RIGHT);
    expect(
      await getQuizAttempt(scene.student, scene.course.slug, scene.quiz.slug, attempt.id),
    ).toEqual(attempt);
    await expect(
      database().quizAttempt.update({ where: { id: attempt.id }, data: { points: 3 } }),
    ).rejects.toThrow();
  });

  test('is scored as it was begun, whatever is published meanwhile', async () => {
    const scene = await aScene();
    const attempt = await begun(scene, scene.student);
    await aVersion(scene.quiz.id, quizContent(4), 3);
    await submitAttempt(scene.student, attempt.id, { count: '2' });
    const { course, quiz } = scene;
    expect((await getQuizAttempt(scene.student, course.slug, quiz.slug, attempt.id)).points).toBe(
      1,
    );
    expect((await taken(scene, scene.student, { count: '2' })).points).toBe(0);
  });

  test('takes hints at their price', async () => {
    const scene = await aScene();
    const attempt = await begun(scene, scene.student);
    expect(attempt.questions[0]?.hintCosts).toEqual([0, 0.25]);
    expect(await takeHint(scene.student, attempt.id, 'child')).toEqual({
      kind: 'hint',
      texts: ['Think of two.'],
    });
    await takeHint(scene.student, attempt.id, 'child');
    await takeHint(scene.student, attempt.id, 'child');
    expect(await codeOf(takeHint(scene.student, attempt.id, 'nothing'))).toBe('not-found');
    const { course, quiz } = scene;
    expect(await getOpenAttempt(scene.student, course.slug, quiz.slug)).toMatchObject({
      hints: { child: ['Think of two.', 'Nobody has this pid.'] },
    });
    await submitAttempt(scene.student, attempt.id, RIGHT);
    const { result } = await getQuizAttempt(scene.student, course.slug, quiz.slug, attempt.id);
    expect(result.questions[0]).toMatchObject({ outcome: 'right', points: 1.5, hintCost: 0.25 });
  });

  test('has numbers of its own for each student and each try, the same whenever it is looked at', async () => {
    const course = await aCourse();
    const quiz = await anItem(course, 'QUIZ', variedContent, 1);
    const cast = await aCast(course);
    const scene = { course, quiz };
    const prompts = new Set<string>();
    for (const actor of [cast.student, cast.otherStudent]) {
      for (let number = 1; number <= 3; number++) {
        const attempt = await begun(scene, actor);
        expect((await begun(scene, actor)).questions).toEqual(attempt.questions);
        prompts.add(attempt.questions[0]?.prompt ?? '');
        const n = Number(/\d+/.exec(attempt.questions[0]?.prompt ?? '')?.[0]);
        await submitAttempt(actor, attempt.id, { twice: String(2 * n) });
        expect((await getQuizAttempt(actor, course.slug, quiz.slug, attempt.id)).points).toBe(1);
      }
    }
    expect(prompts.size).toBeGreaterThan(3);
  });
});

describe('a timed attempt', () => {
  const MINUTES = 10;

  test('says when its time is over, by the server’s clock', async () => {
    const scene = await aScene({ minutes: MINUTES });
    const { startedAt, deadlineAt, now } = await begun(scene, scene.student);
    expect((deadlineAt?.getTime() ?? 0) - startedAt.getTime()).toBe(MINUTES * 60_000);
    expect(Math.abs(now.getTime() - startedAt.getTime())).toBeLessThan(60_000);
  });

  test('takes the last save a little later, and nothing after that', async () => {
    const scene = await aScene({ minutes: MINUTES });
    const { course, quiz, student } = scene;
    const attempt = await begun(scene, student);
    await saveAnswers(student, attempt.id, { child: 'zero' });
    await longAgo(attempt.id, MINUTES * 60_000 + 2000);
    expect(await saveAnswers(student, attempt.id, { count: '2' })).toEqual({ kind: 'saved' });
    await longAgo(attempt.id, GRACE_MS);
    expect(await saveAnswers(student, attempt.id, { count: '3' })).toEqual({ kind: 'closed' });
    const closed = await getQuizAttempt(student, course.slug, quiz.slug, attempt.id);
    expect(closed).toMatchObject({ points: 3, answers: RIGHT });
    expect(await getOpenAttempt(student, course.slug, quiz.slug)).toBeNull();
  });

  test('is closed by its deadline when nobody comes back, and is in the gradebook', async () => {
    const scene = await aScene({ minutes: MINUTES });
    const { course, student, instructor } = scene;
    const attempt = await begun(scene, student);
    await saveAnswers(student, attempt.id, { child: 'zero' });
    await longAgo(attempt.id, (MINUTES + 5) * 60_000);
    const { rows } = await getGradebook(instructor, course.slug);
    const own = rows.find((row) => row.student.userId === student.userId);
    expect(own?.cells[0]).toMatchObject({ best: { points: 2, pointsMax: 3 }, attempts: 1 });
    const stored = await database().quizAttempt.findUniqueOrThrow({ where: { id: attempt.id } });
    expect(stored.submittedAt).toEqual(stored.deadlineAt);
  });

  test('submitted late counts what was saved', async () => {
    const scene = await aScene({ minutes: MINUTES });
    const { course, quiz, student } = scene;
    const attempt = await begun(scene, student);
    await longAgo(attempt.id, MINUTES * 60_000 + GRACE_MS + 1000);
    await submitAttempt(student, attempt.id, RIGHT);
    expect((await getQuizAttempt(student, course.slug, quiz.slug, attempt.id)).points).toBe(0);
  });
});

describe('nobody', () => {
  test('gets at what is not theirs', async () => {
    const scene = await aScene();
    const { course, quiz, student, otherStudent, instructor, foreignInstructor, stranger } = scene;
    const open = await begun(scene, student);
    for (const actor of [foreignInstructor, stranger]) {
      expect(await codeOf(getQuizOverview(actor, course.slug, quiz.slug))).toBe('not-found');
      expect(await codeOf(startAttempt(actor, course.slug, quiz.slug))).toBe('not-found');
      expect(await codeOf(getOpenAttempt(actor, course.slug, quiz.slug))).toBe('not-found');
    }
    for (const actor of [otherStudent, instructor, foreignInstructor, stranger]) {
      expect(await codeOf(saveAnswers(actor, open.id, RIGHT))).toBe('not-found');
      expect(await codeOf(takeHint(actor, open.id, 'child'))).toBe('not-found');
      expect(await codeOf(submitAttempt(actor, open.id, RIGHT))).toBe('not-found');
    }
    await submitAttempt(student, open.id, {});
    for (const actor of [otherStudent, instructor, foreignInstructor, stranger])
      expect(await codeOf(getQuizAttempt(actor, course.slug, quiz.slug, open.id))).toBe(
        'not-found',
      );
    for (const actor of [student, otherStudent, foreignInstructor, stranger])
      expect(await codeOf(listQuizAttemptsOf(actor, course.slug, quiz.slug, student.userId))).toBe(
        'not-found',
      );
    expect(
      await codeOf(listQuizAttemptsOf(instructor, course.slug, quiz.slug, stranger.userId)),
    ).toBe('not-found');
    expect((await getQuizOverview(otherStudent, course.slug, quiz.slug)).attempts).toEqual([]);
  });

  test('sees answers before submitting', async () => {
    const scene = await aScene();
    const { course, quiz, student, instructor } = scene;
    const open = await begun(scene, student);
    expect(await codeOf(getQuizAttempt(student, course.slug, quiz.slug, open.id))).toBe(
      'not-found',
    );
    expect(await listQuizAttemptsOf(instructor, course.slug, quiz.slug, student.userId)).toEqual(
      [],
    );
    const place = { courseSlug: course.slug, quizSlug: quiz.slug, questionId: 'child', variant: 0 };
    expect(await codeOf(getPracticeQuestion(student, place))).toBe('not-found');
    expect(await codeOf(checkPracticeAnswer(student, place, 'zero'))).toBe('not-found');
  });

  test('sends what is no answer', async () => {
    const scene = await aScene();
    const { id } = await begun(scene, scene.student);
    // @ts-expect-error what a client sends may be anything
    expect(await codeOf(saveAnswers(scene.student, id, { child: 7 }))).toBe('invalid-input');
    const long = { child: 'x'.repeat(30_000) };
    expect(await codeOf(saveAnswers(scene.student, id, long))).toBe('invalid-input');
    expect(await codeOf(submitAttempt(scene.student, id, long))).toBe('invalid-input');
    for (const wrong of ['nonsense', randomUUID()])
      expect(await codeOf(saveAnswers(scene.student, wrong, {}))).toBe('not-found');
  });
});

describe('a question for practice', () => {
  test('is answered in place, as often as one likes, in variants', async () => {
    const course = await aCourse();
    const quiz = await anItem(course, 'QUIZ', variedContent, 1);
    const { student, stranger } = await aCast(course);
    const seen = new Set<string>();
    for (let variant = 0; variant < 5; variant++) {
      const place = { courseSlug: course.slug, quizSlug: quiz.slug, questionId: 'twice', variant };
      const { prompt } = await getPracticeQuestion(student, place);
      seen.add(prompt);
      const n = Number(/\d+/.exec(prompt)?.[0]);
      expect((await checkPracticeAnswer(student, place, String(2 * n))).result).toMatchObject({
        outcome: 'right',
      });
      expect((await checkPracticeAnswer(student, place, '0')).result).toMatchObject({
        outcome: 'wrong',
        expected: String(2 * n),
      });
      expect(await codeOf(getPracticeQuestion(stranger, place))).toBe('not-found');
      expect(await codeOf(getPracticeQuestion(student, { ...place, variant: -1 }))).toBe(
        'not-found',
      );
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(await database().quizAttempt.count({ where: { itemId: quiz.id } })).toBe(0);
  });
});

describe('an attempt of the time before attempts began', () => {
  test('is reviewed with the questions of its version', async () => {
    const course = await aCourse();
    const quiz = await aQuiz(course);
    const { student } = await aCast(course);
    const old = {
      points: 2,
      pointsMax: 3,
      questions: [
        {
          id: 'child',
          points: 2,
          pointsMax: 2,
          outcome: 'right',
          feedback: '',
          expected: ['zero'],
          explanation: QUIZ_EXPLANATION,
        },
      ],
    };
    const { id } = await database().quizAttempt.create({
      data: {
        userId: student.userId,
        itemId: quiz.id,
        versionId: quiz.versionId,
        number: 1,
        answers: { child: 'zero' },
        results: old,
        points: 2,
        pointsMax: 3,
        submittedAt: new Date(),
      },
    });
    expect(await getQuizAttempt(student, course.slug, quiz.slug, id)).toMatchObject({
      points: 2,
      questions: [{ id: 'child' }, { id: 'count' }],
      result: { questions: [{ outcome: 'right', parts: [] }] },
    });
  });
});

const variedContent = {
  slug: 'twice',
  text: JSON.stringify({
    title: 'Twice',
    summary: 'Numbers.',
    questions: [
      {
        id: 'twice',
        kind: 'numeric',
        practice: true,
        variables: { n: { from: 1, to: 1000 } },
        prompt: 'Twice {{n}}?',
        answer: '2 * n',
        explanation: '{{2 * n}}.',
      },
    ],
  }),
};
