/**
 * Quizzes: what an author writes (`content/quizzes/<slug>.yaml`), and what a student may see of it. Nobody
 * writes down the answer of a predict-output question: the simulated machine runs the program. Nor that of
 * a possible-outputs question: the explorer finds all of them.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { assertNever } from '../abi/assert-never';
import { isPossible, possibleOutputs } from './possible-outputs';
import { programOutput } from './program-output';
import { singleScheduleSchema } from './schedule-spec';

export const identifier = z
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
  z.strictObject({
    ...common,
    kind: z.literal('possible-outputs'),
    program: z.string().min(1).max(20_000),
    stdin: z.string().max(10_000).default(''),
    /** Outputs to choose from; which of them are possible is found by exploring the program. */
    candidates: z
      .array(z.string().max(2000))
      .min(2)
      .max(12)
      .refine(
        (candidates) => new Set(candidates).size === candidates.length,
        'the same output twice',
      ),
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

/** What only running shows: a program that does not compile or does not end, or a puzzle that is none. */
export function quizProblems(quiz: Quiz): readonly string[] {
  return quiz.questions.flatMap((question) => {
    const reason = questionProblem(question);
    return reason === null ? [] : [`${quiz.slug}.yaml: question "${question.id}": ${reason}`];
  });
}

function questionProblem(question: Question): string | null {
  switch (question.kind) {
    case 'predict-output': {
      const output = programOutput(question);
      return output.kind === 'output' ? null : output.reason;
    }
    case 'possible-outputs': {
      const outputs = possibleOutputs(question);
      if (outputs.kind === 'failed') return outputs.reason;
      return question.candidates.some((candidate) => isPossible(outputs, candidate))
        ? null
        : 'none of the candidates is possible';
    }
    default:
      return null;
  }
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
  | {
      readonly kind: 'possible-outputs';
      readonly program: string;
      readonly stdin: string;
      readonly options: readonly { readonly id: string; readonly text: string }[];
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

type PossibleOutputsQuestion = Extract<Question, { kind: 'possible-outputs' }>;

/** Candidates as a student chooses among them. */
export function candidateOptions({ candidates }: PossibleOutputsQuestion) {
  return candidates.map((text, at) => ({ id: `output-${at + 1}`, text }));
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
    case 'possible-outputs':
      return {
        id,
        points,
        prompt,
        kind: 'possible-outputs',
        program: question.program,
        stdin: question.stdin,
        options: candidateOptions(question),
      };
    default:
      return assertNever(question);
  }
}
