/** A quiz as an author writes it (`content/quizzes/<slug>.yaml`); docs/quizzes.md is their manual. */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { identifier } from './identifier';
import { type Question, questionSchema } from './question';

const poolSchema = z.strictObject({
  /** The quiz whose questions are drawn from. */
  quiz: identifier,
  /** Only those with one of these tags. */
  tags: z.array(identifier).min(1).optional(),
  count: z.int().min(1).max(50),
  /** Of each question that is drawn, whatever it gives in its own quiz. */
  points: z.number().min(0.5).max(100).default(1),
});

const quizSchema = z
  .strictObject({
    title: z.string().min(1).max(200),
    summary: z.string().min(1).max(500),
    /** Time for an attempt. */
    minutes: z.number().min(1).max(600).optional(),
    /** Attempts that one may make; any number if left out. */
    tries: z.int().min(1).max(100).optional(),
    /** Which attempt is the grade. */
    counts: z.enum(['best', 'last']).default('best'),
    order: z.enum(['as-written', 'shuffled']).default('as-written'),
    questions: z.array(questionSchema).max(50).default([]),
    pools: z.array(poolSchema).max(50).default([]),
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
    if (quiz.questions.length + quiz.pools.length === 0)
      context.addIssue({ code: 'custom', path: ['questions'], message: 'there are no questions' });
  });

type AuthoredQuiz = z.output<typeof quizSchema>;

export interface Pool {
  readonly count: number;
  /** Points in this quiz, names made different from those of other quizzes. */
  readonly questions: readonly Question[];
}

export type Quiz = Omit<AuthoredQuiz, 'pools'> & {
  readonly slug: string;
  readonly pools: readonly Pool[];
};

export type ParsedQuiz =
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Texts of the quizzes that pools draw from, by slug. */
export type PoolTexts = Readonly<Record<string, string>>;

/** Reads `<slug>.yaml`. Never throws; no program is run here, see `quizProblems`. */
export function parseQuiz(slug: string, text: string, poolTexts: PoolTexts = {}): ParsedQuiz {
  const authored = readQuiz(slug, text);
  if (authored.kind === 'broken') return authored;
  const problems: string[] = [];
  const drawnBefore = new Set<string>();
  const pools = authored.quiz.pools.map((pool): Pool => {
    const questions = poolQuestions(slug, pool, poolTexts, problems);
    // A question that two pools hold belongs to the first.
    const own = questions.filter(({ id }) => !drawnBefore.has(id));
    for (const { id } of own) drawnBefore.add(id);
    if (own.length < pool.count)
      problems.push(
        `${slug}.yaml: the pool of ${pool.quiz} has ${own.length} questions for ${pool.count}`,
      );
    return { count: pool.count, questions: own };
  });
  return problems.length > 0
    ? { kind: 'broken', problems }
    : { kind: 'quiz', quiz: { ...authored.quiz, slug, pools } };
}

/** Slugs of the quizzes that its pools draw from; none where it can't be read. */
export function poolSources(text: string): readonly string[] {
  const read = readQuiz('', text);
  return read.kind === 'broken' ? [] : [...new Set(read.quiz.pools.map(({ quiz }) => quiz))];
}

function poolQuestions(
  slug: string,
  { quiz: source, tags, points }: AuthoredQuiz['pools'][number],
  poolTexts: PoolTexts,
  problems: string[],
): readonly Question[] {
  const text = Object.entries(poolTexts).find(([name]) => name === source)?.[1];
  if (text === undefined) {
    problems.push(`${slug}.yaml: there is no quiz "${source}" to draw from`);
    return [];
  }
  const read = readQuiz(source, text);
  if (read.kind === 'broken') {
    problems.push(...read.problems);
    return [];
  }
  return read.quiz.questions
    .filter((question) => tags === undefined || question.tags.some((tag) => tags.includes(tag)))
    .map((question) => ({ ...question, id: `${source}--${question.id}`, points }));
}

type ReadQuiz =
  | { readonly kind: 'quiz'; readonly quiz: AuthoredQuiz }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

function readQuiz(slug: string, text: string): ReadQuiz {
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
    ? { kind: 'quiz', quiz: parsed.data }
    : {
        kind: 'broken',
        problems: parsed.error.issues.map(
          ({ path, message }) =>
            `${slug}.yaml: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
        ),
      };
}

export function quizPointsMax({ questions, pools }: Quiz): number {
  const own = questions.reduce((sum, { points }) => sum + points, 0);
  return pools.reduce(
    // All of a pool give the same.
    (sum, { count, questions: [first] }) => sum + count * (first?.points ?? 0),
    own,
  );
}

/** How many questions an attempt has. */
export function quizLength({ questions, pools }: Quiz): number {
  return pools.reduce((sum, { count }) => sum + count, questions.length);
}

/** Its own, and all that its pools may draw. */
export function everyQuestion({ questions, pools }: Quiz): readonly Question[] {
  return [...questions, ...pools.flatMap((pool) => pool.questions)];
}
