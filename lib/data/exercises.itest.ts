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

test('of hidden checks that explore nobody is sent what they look for, nor runs that only they have', async () => {
  const course = await aCourse();
  const { id, slug } = await anExercise(course);
  const { student } = await aCast(course);
  const { files } = exerciseContent('Count together');
  const hidden = { title: 'A secret', points: 1, visible: false };
  const manifest = {
    title: 'Count together',
    summary: 'Two processes.',
    wrong: [],
    runs: { quietly: { args: [HIDDEN_TEXT] } },
    checks: [
      { id: 'ends', kind: 'no-deadlock', title: 'All end', points: 6 },
      { ...hidden, id: 'outputs', kind: 'outputs', run: 'quietly', never: [HIDDEN_TEXT] },
      { ...hidden, id: 'never', kind: 'invariant', always: 'secret_count < 3' },
      { ...hidden, id: 'alone', kind: 'mutual-exclusion', functions: ['secret_region'] },
      { ...hidden, id: 'zombies', kind: 'explore', properties: ['zombie'] },
    ],
  };
  await aVersion(id, { slug, files: { ...files, 'exercise.yaml': JSON.stringify(manifest) } }, 10);
  const { exercise } = await getExercise(student, course.slug, slug);
  expect(exercise.checks).toMatchObject([{ id: 'ends' }]);
  expect(exercise.hiddenChecks).toEqual(
    ['outputs', 'never', 'alone', 'zombies'].map((hiddenId) => ({
      id: hiddenId,
      title: 'A secret',
      points: 1,
    })),
  );
  expect(exercise.runs).toEqual({});
  const sent = JSON.stringify(exercise);
  for (const secret of [HIDDEN_TEXT, 'secret_count', 'secret_region', '"zombie"', 'quietly'])
    expect(sent).not.toContain(secret);
});
