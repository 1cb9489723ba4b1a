/**
 * What is wrong with a lesson beside its form (`parseLesson`): directives and figures that there are not, links
 * and questions that lead nowhere, programs that don't compile or print something else than the lesson says.
 * Web links are not followed.
 */
import type { ProgramImage } from '../abi/image';
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import type { Question } from '../grading/quiz/question';
import { everyQuestion } from '../grading/quiz/quiz';
import { defaultSchedule } from '../grading/default-schedule';
import { bootMachine } from '../grading/run';
import type { RunReport } from '../kernel/report';
import type { ExampleTopic } from './examples';
import {
  type Lesson,
  lessonDirectives,
  lessonFigures,
  type LessonProgram,
  lessonViews,
  programsOf,
} from './lesson';
import type { Courseware } from './repository';

/** What a lesson may lead to. */
export interface Surroundings {
  readonly lessons: readonly string[];
  /** Questions of each quiz, by its slug. */
  readonly quizzes: ReadonlyMap<string, readonly Question[]>;
  readonly exercises: readonly string[];
  /** Slugs of the playground's examples. */
  readonly examples: readonly string[];
}

export function surroundingsOf(
  { items }: Courseware,
  topics: readonly ExampleTopic[],
): Surroundings {
  return {
    lessons: items.flatMap((item) => (item.kind === 'lesson' ? [item.lesson.slug] : [])),
    quizzes: new Map(
      items.flatMap((item) =>
        item.kind === 'quiz' ? [[item.quiz.slug, everyQuestion(item.quiz)] as const] : [],
      ),
    ),
    exercises: items.flatMap((item) => (item.kind === 'exercise' ? [item.exercise.slug] : [])),
    examples: topics.flatMap(({ examples }) => examples.map(({ slug }) => slug)),
  };
}

const INSTRUCTIONS_MAX = 50_000_000;

/** One sentence for each problem; none: the lesson is whole. */
export function lessonProblems(
  { objectives, body }: Lesson,
  surroundings: Surroundings,
): readonly string[] {
  return [
    ...(objectives.length > 0 ? [] : ['it has no objectives']),
    ...['In short', 'References']
      .filter((heading) => !body.split('\n').includes(`## ${heading}`))
      .map((heading) => `it has no section "${heading}"`),
    ...directiveProblems(body),
    ...linkProblems(body, surroundings),
    ...questionProblems(body, surroundings),
    ...programProblems(body),
  ];
}

function directiveProblems(body: string): readonly string[] {
  const used = captures(body, /^:{2,}(\w+)/gm);
  const figures = captures(body, /^::figure\{name="([^"]*)"\}/gm);
  return [
    ...unknown(used, lessonDirectives).map((name) => `there is no directive "${name}"`),
    ...unknown(figures, lessonFigures).map((name) => `there is no figure "${name}"`),
  ];
}

function linkProblems(body: string, { lessons, examples }: Surroundings): readonly string[] {
  return captures(body, /\]\(([^)]*)\)/g).flatMap((link) => {
    if (link.startsWith('https://')) return [];
    if (!link.startsWith('/play'))
      return lessons.includes(link) ? [] : [`the link to "${link}" leads to no lesson`];
    const example = /\?example=([\w-]+)/.exec(link)?.[1];
    return example === undefined || examples.includes(example)
      ? []
      : [`the playground has no example "${example}"`];
  });
}

function questionProblems(body: string, { quizzes, exercises }: Surroundings): readonly string[] {
  const practice = [...body.matchAll(/^::question\{quiz="([^"]*)" id="([^"]*)"\}/gm)].flatMap(
    ([, quiz = '', id = '']) => {
      const question = quizzes.get(quiz)?.find((one) => one.id === id);
      if (question === undefined) return [`there is no question "${id}" of a quiz "${quiz}"`];
      return question.practice ? [] : [`the question "${id}" of "${quiz}" is not for practice`];
    },
  );
  return [
    ...practice,
    ...unknown(captures(body, /^::quiz\{slug="([^"]*)"\}/gm), [...quizzes.keys()]).map(
      (slug) => `the course has no quiz "${slug}"`,
    ),
    ...unknown(captures(body, /^::exercise\{slug="([^"]*)"\}/gm), exercises).map(
      (slug) => `the course has no exercise "${slug}"`,
    ),
  ];
}

function programProblems(body: string): readonly string[] {
  const programs = programsOf(body);
  const begun = captures(body, /^(:::program)/gm).length;
  return [
    ...(programs.length === begun
      ? []
      : [`${begun - programs.length} of its ${begun} programs can't be read (see lesson.ts)`]),
    ...(begun === 0 ? ['it has no program'] : []),
    ...programs.flatMap((program, i) =>
      problemsOf(program).map((problem) => `program ${i + 1}: ${problem}`),
    ),
  ];
}

function problemsOf({ attributes, source, output }: LessonProgram): readonly string[] {
  const problems: string[] = [];
  const view = /figure="([^"]*)"/.exec(attributes)?.[1];
  if (view !== undefined && unknown([view], lessonViews).length > 0)
    problems.push(`there is no view "${view}"`);
  const { diagnostics, image } = compile([userFile('program.c', source)]);
  if (image === null) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return [...problems, ...errors.map(renderDiagnostic)];
  }
  if (output === null) return problems;
  const { stdout, outcome } = runOf(image, stdinOf(attributes));
  if (stdout !== output)
    problems.push(`prints ${JSON.stringify(stdout)} and not ${JSON.stringify(output)}`);
  if (outcome.kind === 'budget') problems.push('does not end');
  return problems;
}

/** As the page runs it: to a terminal, what was typed not repeated. */
function runOf(image: ProgramImage, stdin: string): RunReport {
  const machine = bootMachine(image, {
    schedule: defaultSchedule,
    terminal: true,
    budgets: { instructionsMax: INSTRUCTIONS_MAX },
  });
  machine.provideInput(new TextEncoder().encode(stdin));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report();
}

function stdinOf(attributes: string): string {
  return /stdin="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('\\n', '\n') ?? '';
}

function captures(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function unknown(names: readonly string[], known: readonly string[]): readonly string[] {
  return names.filter((name) => !known.includes(name));
}
