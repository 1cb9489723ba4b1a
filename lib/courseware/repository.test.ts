import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import { checkExercise } from '../grading/check-exercise';
import { quizProblems } from '../grading/quiz';
import { lessonDirectives, lessonFigures } from './lesson';
import { type CoursewareItem, readCourseware } from './repository';

const { course, items } = readCourseware(fileURLToPath(new URL('../..', import.meta.url)));

function ofKind<K extends CoursewareItem['kind']>(kind: K) {
  return items.filter((item): item is Extract<CoursewareItem, { kind: K }> => item.kind === kind);
}

describe('the course', () => {
  it('offers what content/course.yaml names', () => {
    expect(items).toHaveLength(course.items.length);
  });

  it.each(ofKind('quiz').map(({ quiz }) => [quiz.slug, quiz] as const))(
    'has a quiz %s whose programs run',
    (_slug, quiz) => {
      expect(quiz.questions.length).toBeGreaterThanOrEqual(4);
      expect(quizProblems(quiz)).toEqual([]);
    },
  );

  it.each(ofKind('exercise').map(({ exercise }) => [exercise.slug, exercise] as const))(
    'has an exercise %s that holds against its own solutions',
    (_slug, exercise) => {
      const problems = checkExercise(exercise).filter(({ problem }) => problem !== null);
      expect(problems.map(({ name, problem }) => `${name}: ${problem}`)).toEqual([]);
    },
    120_000,
  );

  it.each(ofKind('lesson').map(({ lesson }) => [lesson.slug, lesson.body] as const))(
    'has a lesson %s with known directives and programs that compile',
    (_slug, body) => {
      const used = [...body.matchAll(/^:{2,}(\w+)/gm)].map(([, name]) => name);
      expect(used.filter((name) => !lessonDirectives.some((known) => known === name))).toEqual([]);
      const figures = [...body.matchAll(/^::figure\{name="([^"]*)"\}/gm)].map(([, name]) => name);
      expect(figures.filter((name) => !lessonFigures.some((known) => known === name))).toEqual([]);
      const programs = [...body.matchAll(/^:::program\{[^}]*\}\n```c\n(.*?)^```/gms)].map(
        ([, source]) => source ?? '',
      );
      expect(programs.length).toBeGreaterThan(0);
      for (const source of programs) {
        const { diagnostics } = compile([userFile('program.c', source)]);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.map(renderDiagnostic)).toEqual([]);
      }
    },
  );
});
