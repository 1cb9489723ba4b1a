/**
 * Quizzes: what an author writes (`content/quizzes/<slug>.yaml`), what a student may see of it, and how
 * answers are scored. Nobody writes down the answer of a predict-output question: the simulated
 * machine runs the program.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { assertNever } from '../abi/assert-never';
import { normalizedLines } from './output-text';
import { programOutput } from './program-output';
import { singleScheduleSchema } from './schedule-spec';

const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and dashes');

const common = {
  id: identifier,
  points: z.number().min(0.5).max(100).default(1),
  /** Markdown. */
  prompt: z.string().min(1).max(10_000),
  /** Markdown, shown after the attempt, whatever the answer was. */
  explanation: z.string().min(1).max(10_000),
};

const optionSchema = z.strictObject({
  id: identifier,
  text: z.string().min(1).max(2000),
  correct: z.boolean().default(false),
  /** Said to those who chose it wrongly, or left it out wrongly. */
  why: z.string().max(2000).optional(),
});

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('single'),
    options: z
      .array(optionSchema)
      .min(2)
      .max(12)
      .refine(
        (options) => options.filter(({ correct }) => correct).length === 1,
        'exactly one option must be correct',
      ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('multiple'),
    options: z
      .array(optionSchema)
      .min(2)
      .max(12)
      .refine(
        (options) => options.some(({ correct }) => correct),
        'at least one option must be correct',
      ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('numeric'),
    answer: z.number(),
    /** Largest absolute difference that still counts. */
    tolerance: z.number().min(0).default(0),
    unit: z.string().max(40).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('predict-output'),
    program: z.string().min(1).max(20_000),
    stdin: z.string().max(10_000).default(''),
    schedule: singleScheduleSchema.default({ scheduler: 'rr', quantum: 1000 }),
    match: z.enum(['exact', 'unordered-lines']).default('exact'),
  }),
]);

const quizSchema = z
  .strictObject({
    title: z.string().min(1).max(200),
    summary: z.string().min(1).max(500),
    questions: z.array(questionSchema).min(1).max(50),
  })
  .superRefine((quiz, context) => {
    const seen = new Set<string>();
    quiz.questions.forEach(({ id }, at) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['questions', at, 'id'],
          message: `a second question "${id}"`,
        });
      seen.add(id);
    });
  });

export type Quiz = z.output<typeof quizSchema> & { readonly slug: string };
export type Question = Quiz['questions'][number];

export type ParsedQuiz =
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Reads `<slug>.yaml`. Never throws; predict-output programs are not run here, see `quizProblems`. */
export function parseQuiz(slug: string, text: string): ParsedQuiz {
  let data: unknown;
  try {
    data = parseYaml(text);
  } catch (error) {
    return {
      kind: 'broken',
      problems: [`${slug}.yaml: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const parsed = quizSchema.safeParse(data);
  return parsed.success
    ? { kind: 'quiz', quiz: { slug, ...parsed.data } }
    : {
        kind: 'broken',
        problems: parsed.error.issues.map(
          ({ path, message }) =>
            `${slug}.yaml: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
        ),
      };
}

/** What only running shows: a predict-output program that does not compile or does not end. */
export function quizProblems(quiz: Quiz): readonly string[] {
  return quiz.questions.flatMap((question) => {
    if (question.kind !== 'predict-output') return [];
    const output = programOutput(question);
    return output.kind === 'output'
      ? []
      : [`${quiz.slug}.yaml: question "${question.id}": ${output.reason}`];
  });
}

export function quizPointsMax(quiz: Quiz): number {
  return quiz.questions.reduce((sum, question) => sum + question.points, 0);
}

// ---------------------------------------------------------------- what a student sees

export interface QuizForStudent {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly pointsMax: number;
  readonly questions: readonly QuestionForStudent[];
}

export type QuestionForStudent = {
  readonly id: string;
  readonly points: number;
  readonly prompt: string;
} & (
  | {
      readonly kind: 'single' | 'multiple';
      readonly options: readonly { readonly id: string; readonly text: string }[];
    }
  | { readonly kind: 'numeric'; readonly unit: string | null }
  | {
      readonly kind: 'predict-output';
      readonly program: string;
      readonly stdin: string;
      readonly match: 'exact' | 'unordered-lines';
    }
);

/** Without answers and explanations. */
export function quizForStudent(quiz: Quiz): QuizForStudent {
  return {
    slug: quiz.slug,
    title: quiz.title,
    summary: quiz.summary,
    pointsMax: quizPointsMax(quiz),
    questions: quiz.questions.map(questionForStudent),
  };
}

function questionForStudent(question: Question): QuestionForStudent {
  const { id, points, prompt } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        id,
        points,
        prompt,
        kind: question.kind,
        options: question.options.map(({ id: option, text }) => ({ id: option, text })),
      };
    case 'numeric':
      return { id, points, prompt, kind: 'numeric', unit: question.unit ?? null };
    case 'predict-output':
      return {
        id,
        points,
        prompt,
        kind: 'predict-output',
        program: question.program,
        stdin: question.stdin,
        match: question.match,
      };
    default:
      return assertNever(question);
  }
}

// ---------------------------------------------------------------- answers and scores

/** By question id. single: an option's id; multiple: ids; numeric and predict-output: what was typed. */
export const quizAnswersSchema = z.record(
  identifier,
  z.union([z.string().max(20_000), z.array(identifier).max(12)]),
);
export type QuizAnswers = z.output<typeof quizAnswersSchema>;

export interface QuizResult {
  readonly points: number;
  readonly pointsMax: number;
  readonly questions: readonly QuestionResult[];
}

export interface QuestionResult {
  readonly id: string;
  readonly points: number;
  readonly pointsMax: number;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unanswered';
  /** Markdown: what was wrong with this answer; empty when right. */
  readonly feedback: string;
  /** The right answer as text, or option ids. */
  readonly expected: string | readonly string[];
  /** Markdown. */
  readonly explanation: string;
}

/** Deterministic. Answers to unknown questions or of the wrong form count as unanswered. */
export function scoreQuiz(quiz: Quiz, answers: QuizAnswers): QuizResult {
  const questions = quiz.questions.map((question) => scoreQuestion(question, answers[question.id]));
  return {
    points: questions.reduce((sum, { points }) => sum + points, 0),
    pointsMax: quizPointsMax(quiz),
    questions,
  };
}

interface Judgement {
  /** Of the question's points, 0 to 1. */
  readonly share: number;
  readonly answered: boolean;
  readonly feedback: string;
  readonly expected: string | readonly string[];
}

function scoreQuestion(
  question: Question,
  answer: string | readonly string[] | undefined,
): QuestionResult {
  const { share, answered, feedback, expected } = judge(question, answer);
  return {
    id: question.id,
    points: Math.round(question.points * share * 100) / 100,
    pointsMax: question.points,
    outcome: !answered ? 'unanswered' : share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong',
    feedback,
    expected,
    explanation: question.explanation,
  };
}

function judge(question: Question, answer: string | readonly string[] | undefined): Judgement {
  switch (question.kind) {
    case 'single':
      return judgeSingle(question, typeof answer === 'string' ? answer : undefined);
    case 'multiple':
      return judgeMultiple(question, Array.isArray(answer) ? answer : []);
    case 'numeric':
      return judgeNumeric(question, typeof answer === 'string' ? answer : '');
    case 'predict-output':
      return judgePrediction(question, typeof answer === 'string' ? answer : undefined);
    default:
      return assertNever(question);
  }
}

function judgeSingle(
  question: Extract<Question, { kind: 'single' }>,
  answer: string | undefined,
): Judgement {
  const right = question.options.filter(({ correct }) => correct).map(({ id }) => id);
  const chosen = question.options.find(({ id }) => id === answer);
  return {
    share: chosen?.correct === true ? 1 : 0,
    answered: chosen !== undefined,
    feedback: chosen === undefined || chosen.correct ? '' : (chosen.why ?? ''),
    expected: right,
  };
}

/** Each wrong choice takes back a right one: choosing everything gains nothing. */
function judgeMultiple(
  question: Extract<Question, { kind: 'multiple' }>,
  answer: readonly string[],
): Judgement {
  const right = question.options.filter(({ correct }) => correct);
  const chosen = question.options.filter(({ id }) => answer.includes(id));
  const rightlyChosen = chosen.filter(({ correct }) => correct).length;
  const wronglyChosen = chosen.length - rightlyChosen;
  const mistakes = question.options.filter(({ id, correct }) => answer.includes(id) !== correct);
  return {
    share: Math.max(0, rightlyChosen - wronglyChosen) / right.length,
    answered: chosen.length > 0,
    feedback:
      chosen.length === 0
        ? ''
        : mistakes
            .flatMap(({ text, why }) => (why === undefined ? [] : [`- ${text}: ${why}`]))
            .join('\n'),
    expected: right.map(({ id }) => id),
  };
}

function judgeNumeric(question: Extract<Question, { kind: 'numeric' }>, answer: string): Judgement {
  const text = answer.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  const value = text === '' ? Number.NaN : Number(text);
  const isNumber = Number.isFinite(value);
  return {
    share: isNumber && Math.abs(value - question.answer) <= question.tolerance ? 1 : 0,
    answered: text !== '',
    feedback: text !== '' && !isNumber ? `“${text.slice(0, 40)}” is not a number.` : '',
    expected: `${question.answer}${question.unit === undefined ? '' : ` ${question.unit}`}`,
  };
}

function judgePrediction(
  question: Extract<Question, { kind: 'predict-output' }>,
  answer: string | undefined,
): Judgement {
  const output = programOutput(question);
  if (output.kind === 'failed') throw new Error(`question "${question.id}": ${output.reason}`);
  const expected = normalizedLines(output.text);
  const given = normalizedLines(answer ?? '');
  if (question.match === 'unordered-lines') {
    expected.sort();
    given.sort();
  }
  const wrongAt = expected.findIndex((line, at) => line !== given[at]);
  const right = wrongAt === -1 && given.length === expected.length;
  const feedback = right
    ? ''
    : given.length !== expected.length
      ? `The program prints ${lineCount(expected.length)}, your answer has ${lineCount(given.length)}.`
      : question.match === 'exact'
        ? `Line ${wrongAt + 1} is the first that differs.`
        : 'The lines differ, whatever their order.';
  const answered = answer !== undefined && (answer.trim() !== '' || expected.length === 0);
  return {
    share: right && answered ? 1 : 0,
    answered,
    feedback: answered ? feedback : '',
    expected: output.text,
  };
}

function lineCount(count: number): string {
  return count === 1 ? 'one line' : `${count} lines`;
}
