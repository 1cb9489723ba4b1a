import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkExercise } from '../grading/check-exercise';
import { gradeChecks } from '../grading/grade';
import { quizProblems } from '../grading/quiz/instance';
import { quizLength } from '../grading/quiz/quiz';
import { exampleProblems } from './example-problems';
import { lessonProblems, surroundingsOf } from './lesson-problems';
import { type CoursewareItem, readCourseware, readExamples } from './repository';

const root = fileURLToPath(new URL('../..', import.meta.url));
const courseware = readCourseware(root);
const { course, items } = courseware;
const topics = readExamples(root);
const examples = topics.flatMap((topic) => topic.examples);
const surroundings = surroundingsOf(courseware, topics);

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
      expect(quizLength(quiz)).toBeGreaterThanOrEqual(6);
      expect(quizProblems(quiz)).toEqual([]);
    },
  );

  it('has thirty exercises and more, easy to hard, with hints and with mistakes that students make', () => {
    const exercises = ofKind('exercise').map(({ exercise }) => exercise);
    expect(exercises.length).toBeGreaterThanOrEqual(30);
    const short = exercises.filter(
      ({ manifest: { topics, difficulty, minutes, hints, wrong } }) =>
        topics.length < 2 ||
        difficulty === undefined ||
        minutes === undefined ||
        hints.length < 3 ||
        wrong.length < 4,
    );
    expect(short.map(({ slug }) => slug)).toEqual([]);
    expect(new Set(exercises.map(({ manifest }) => manifest.difficulty)).size).toBe(3);
  });

  it.each(ofKind('exercise').map(({ exercise }) => [exercise.slug, exercise] as const))(
    'has an exercise %s whose starter compiles',
    (_slug, { manifest, starter }) => {
      const { status } = gradeChecks(
        { ...manifest, checks: manifest.checks.filter(({ kind }) => kind === 'compiles') },
        starter,
      ).checks[0] ?? { status: null };
      expect(status).toBe('passed');
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

  it.each(ofKind('lesson').map(({ lesson }) => [lesson.slug, lesson] as const))(
    'has a lesson %s that is whole, leads only to what there is, and whose programs print what it says',
    (_slug, lesson) => {
      expect(lessonProblems(lesson, surroundings)).toEqual([]);
    },
  );
});

describe('the playground', () => {
  it('names each example once', () => {
    expect(new Set(examples.map(({ slug }) => slug)).size).toBe(examples.length);
  });

  it.each(examples.map((example) => [example.slug, example] as const))(
    'has an example %s whose files compile in the machine and whose command runs',
    (_slug, example) => {
      expect(exampleProblems(example)).toEqual([]);
    },
  );
});
