import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ProgramImage } from '../abi/image';
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import { checkExercise } from '../grading/check-exercise';
import { gradeChecks } from '../grading/grade';
import { quizProblems } from '../grading/quiz/instance';
import { quizLength } from '../grading/quiz/quiz';
import { bootMachine, bootShell, defaultSchedule } from '../grading/run';
import { lessonDirectives, lessonFigures, lessonViews, programsOf } from './lesson';
import { type CoursewareItem, readCourseware, readExamples } from './repository';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { course, items } = readCourseware(root);
const examples = readExamples(root).flatMap((topic) => topic.examples);

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
      expect(quizLength(quiz)).toBeGreaterThanOrEqual(4);
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

  it.each(ofKind('lesson').map(({ lesson }) => [lesson.slug, lesson.body] as const))(
    'has a lesson %s with known directives and programs that compile',
    (_slug, body) => {
      const used = [...body.matchAll(/^:{2,}(\w+)/gm)].map(([, name]) => name);
      expect(used.filter((name) => !lessonDirectives.some((known) => known === name))).toEqual([]);
      const figures = [...body.matchAll(/^::figure\{name="([^"]*)"\}/gm)].map(([, name]) => name);
      expect(figures.filter((name) => !lessonFigures.some((known) => known === name))).toEqual([]);
      const programs = programsOf(body);
      // None was overlooked because it is written in another way.
      expect(programs).toHaveLength(body.match(/^:::program/gm)?.length ?? 0);
      expect(programs.length).toBeGreaterThan(0);
      for (const { attributes, source, output } of programs) {
        const view = /figure="([^"]*)"/.exec(attributes)?.[1];
        if (view !== undefined) expect(lessonViews).toContain(view);
        const { diagnostics, image } = compile([userFile('program.c', source)]);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.map(renderDiagnostic)).toEqual([]);
        if (output !== null && image !== null)
          expect(outputOf(image, stdinOf(attributes)), attributes).toBe(output);
      }
    },
  );

  it.each(ofKind('lesson').map(({ lesson }) => [lesson.slug, lesson] as const))(
    'has a lesson %s with objectives, a summary and references',
    (_slug, { objectives, body }) => {
      expect(objectives.length).toBeGreaterThan(0);
      expect(body).toMatch(/^## In short$/m);
      expect(body).toMatch(/^## References$/m);
    },
  );

  it.each(ofKind('lesson').map(({ lesson }) => [lesson.slug, lesson.body] as const))(
    'has a lesson %s that leads only to what there is',
    (_slug, body) => {
      const lessons = ofKind('lesson').map(({ lesson }) => lesson.slug);
      const links = [...body.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
      for (const link of links) {
        if (link.startsWith('/play')) {
          const example = /\?example=([\w-]+)/.exec(link)?.[1];
          if (example !== undefined) expect(examples.map(({ slug }) => slug)).toContain(example);
        } else if (!link.startsWith('https://')) expect(lessons).toContain(link);
      }
      for (const [, quiz, id] of body.matchAll(/^::question\{quiz="([^"]*)" id="([^"]*)"\}/gm)) {
        const asked = ofKind('quiz')
          .find((item) => item.quiz.slug === quiz)
          ?.quiz.questions.find((question) => question.id === id);
        expect(asked, `${quiz}/${id}`).toMatchObject({ practice: true });
      }
      for (const [, kind, slug] of body.matchAll(/^::(quiz|exercise)\{slug="([^"]*)"\}/gm))
        expect(course.items).toContainEqual({ kind, slug });
    },
  );
});

/** As the page shows it: to a terminal, what was typed not repeated. */
function outputOf(image: ProgramImage, stdin: string): string {
  const machine = bootMachine(image, { schedule: defaultSchedule, terminal: true });
  machine.provideInput(new TextEncoder().encode(stdin));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report().stdout;
}

function stdinOf(attributes: string): string {
  return /stdin="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('\\n', '\n') ?? '';
}

describe('the playground', () => {
  it('names each example once', () => {
    expect(new Set(examples.map(({ slug }) => slug)).size).toBe(examples.length);
  });

  it.each(examples.map((example) => [example.slug, example] as const))(
    'has an example %s whose files compile in the machine and whose command runs',
    (_slug, { files, command }) => {
      const machine = bootShell(['-c', command ?? `cc ${files[0].name} && ./a.out`], {
        files: Object.fromEntries(files.map(({ name, text }) => [name, text])),
        budgets: { instructionsMax: 50_000_000 },
        terminal: true,
      });
      // For the one that waits for Ctrl-C.
      for (let times = 0; machine.run(10_000_000) !== 'finished' && times < 20; times++)
        machine.provideInput(Uint8Array.of(3));
      const { outcome, stdout, stderr, findings } = machine.report();
      expect(outcome).toEqual({ kind: 'finished' });
      // One is there for its memory error.
      expect(stdout.length + findings.length).toBeGreaterThan(0);
      expect(stderr).not.toContain('error');
    },
  );
});
