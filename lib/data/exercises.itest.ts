import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '../db';
import { getExercise } from './exercises';
import {
  aCast,
  aCourse,
  anExercise,
  aVersion,
  codeOf,
  exerciseContent,
  HIDDEN_TEXT,
  SOLUTION_TEXT,
} from './testing/fixtures';

afterAll(closeDatabase);

test('members see the exercise without what would give it away, instructors too', async () => {
  const course = await aCourse();
  const { slug } = await anExercise(course);
  const { student, instructor } = await aCast(course);
  for (const actor of [student, instructor]) {
    const shown = await getExercise(actor, course.slug, slug);
    expect(shown).toMatchObject({
      slug,
      exercise: {
        pointsMax: 10,
        statement: 'Count to ten.',
        starter: 'int main(void) { return 0; }',
        checks: [{ id: 'compiles' }],
        hiddenChecks: [{ id: 'hidden', title: 'The right numbers', points: 4 }],
      },
    });
    const sent = JSON.stringify(shown);
    for (const secret of [HIDDEN_TEXT, SOLUTION_TEXT, 'It prints nothing', '/* wrong */']) {
      expect(sent).not.toContain(secret);
    }
  }
});

test('others see nothing, and a lesson of that name is no exercise', async () => {
  const course = await aCourse();
  const { slug } = await anExercise(course);
  const { student, stranger, foreignInstructor } = await aCast(course);
  for (const actor of [stranger, foreignInstructor]) {
    expect(await codeOf(getExercise(actor, course.slug, slug))).toBe('not-found');
  }
  for (const other of ['no-such', '', '../etc', 'a\u0000b']) {
    expect(await codeOf(getExercise(student, course.slug, other))).toBe('not-found');
    expect(await codeOf(getExercise(student, other, slug))).toBe('not-found');
  }
});

test('a new version is what is shown from then on', async () => {
  const course = await aCourse();
  const { id, slug } = await anExercise(course);
  const { student } = await aCast(course);
  await aVersion(id, exerciseContent('Count to eleven'), 10);
  expect((await getExercise(student, course.slug, slug)).exercise.title).toBe('Count to eleven');
});
