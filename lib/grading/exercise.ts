/**
 * An exercise as its author writes it: a folder `exercises/<slug>/` with `exercise.yaml` (the manifest),
 * a statement, a starter, a reference solution and wrong solutions. Here it is a record of file
 * texts; reading folders is somebody else's work, so that this runs in a browser too.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { identifier, isPattern } from './check-fields';
import { runChecks } from './checks/check-schemas';
import { defaultSchedule } from './default-schedule';
import { boundsSchema, explorationChecks } from './exploration/check-schemas';
import { schedulesSchema } from './schedule-schema';

const fileName = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(c|md)$/,
    'a .c or .md file inside the exercise folder',
  );

const runSchema = z.strictObject({
  args: z.array(z.string().max(1000)).max(20).default([]),
  stdin: z.string().max(100_000).default(''),
  /** Under each of these schedules the program runs once; every run must satisfy the checks. */
  schedules: schedulesSchema.default([defaultSchedule]),
  /** How far checks that explore its interleavings go. */
  bounds: boundsSchema.default({}),
});

const checkSchema = z.discriminatedUnion('kind', [...runChecks, ...explorationChecks]);

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

const manifestSchema = z
  .strictObject({
    title: z.string().min(1).max(200),
    summary: z.string().min(1).max(500),
    topics: z.array(z.string().min(1).max(40)).max(8).default([]),
    difficulty: z.enum(difficulties).optional(),
    /** How long a student takes who has read the lesson. */
    minutes: z.int().min(1).max(600).optional(),
    /** From a gentle one to nearly the answer: shown one after the other, when asked for. */
    hints: z.array(z.string().min(1).max(1000)).max(8).default([]),
    statement: fileName.default('statement.md'),
    starter: fileName.default('starter.c'),
    solution: fileName.default('solution.c'),
    wrong: z.array(
      z.strictObject({
        file: fileName,
        fails: identifier,
        why: z.string().min(1).max(500),
        /** Lines that the story of the failed check has to name. */
        lines: z.array(z.int().min(1)).max(20).default([]),
      }),
    ),
    runs: z.record(identifier, runSchema).default({}),
    checks: z.array(checkSchema).min(1).max(100),
  })
  .superRefine((manifest, context) => {
    const ids = manifest.checks.map(({ id }) => id);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) !== at)
        context.addIssue({
          code: 'custom',
          path: ['checks', at, 'id'],
          message: `a second check "${id}"`,
        });
    });
    manifest.checks.forEach((check, at) => {
      if (check.run !== 'default' && !(check.run in manifest.runs))
        context.addIssue({
          code: 'custom',
          path: ['checks', at, 'run'],
          message: `no run "${check.run}" in runs`,
        });
      if (check.kind === 'output' && check.match === 'pattern' && !isPattern(check.expected))
        context.addIssue({
          code: 'custom',
          path: ['checks', at, 'expected'],
          message: 'not a regular expression',
        });
    });
    manifest.wrong.forEach((wrong, at) => {
      if (!ids.includes(wrong.fails))
        context.addIssue({
          code: 'custom',
          path: ['wrong', at, 'fails'],
          message: `no check "${wrong.fails}"`,
        });
    });
  });

export type Manifest = z.output<typeof manifestSchema>;
export type Check = Manifest['checks'][number];
export type CheckKind = Check['kind'];
export type RunSpec = z.output<typeof runSchema>;

/** Everything of an exercise: never sent to a browser as it is. */
export interface ExerciseDefinition {
  readonly slug: string;
  readonly manifest: Manifest;
  readonly statement: string;
  readonly starter: string;
  readonly solution: string;
  readonly wrong: readonly WrongSolution[];
}

export interface WrongSolution {
  readonly name: string;
  readonly source: string;
  /** Id of the check that it must fail. */
  readonly fails: string;
  readonly why: string;
  readonly lines: readonly number[];
}

export type ExerciseFiles = Readonly<Record<string, string>>;

export type ParsedExercise =
  | { readonly kind: 'exercise'; readonly exercise: ExerciseDefinition }
  /** One sentence a problem, each naming file and place. */
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** `files`: texts by path inside the exercise folder. Never throws. */
export function parseExercise(slug: string, files: ExerciseFiles): ParsedExercise {
  const text = files['exercise.yaml'];
  if (text === undefined) return broken(`${slug}: exercise.yaml is missing`);
  let data: unknown;
  try {
    data = parseYaml(text);
  } catch (error) {
    return broken(
      `${slug}/exercise.yaml: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = manifestSchema.safeParse(data);
  if (!parsed.success)
    return broken(
      ...parsed.error.issues.map(
        ({ path, message }) =>
          `${slug}/exercise.yaml: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
      ),
    );
  const manifest = parsed.data;
  const problems: string[] = [];
  const need = (name: string): string => {
    const found = files[name];
    if (found === undefined)
      problems.push(`${slug}/${name}: named in exercise.yaml, but there is no such file`);
    return found ?? '';
  };
  const exercise: ExerciseDefinition = {
    slug,
    manifest,
    statement: need(manifest.statement),
    starter: need(manifest.starter),
    solution: need(manifest.solution),
    wrong: manifest.wrong.map(({ file, fails, why, lines }) => ({
      name: file,
      source: need(file),
      fails,
      why,
      lines,
    })),
  };
  return problems.length > 0 ? broken(...problems) : { kind: 'exercise', exercise };
}

function broken(...problems: string[]): ParsedExercise {
  return { kind: 'broken', problems };
}

export function pointsMax(manifest: Manifest): number {
  return manifest.checks.reduce((sum, check) => sum + check.points, 0);
}

/** What a browser may know: the visible checks without what hidden ones expect. */
export interface PublicExercise {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly string[];
  /** null: the author doesn't say. */
  readonly difficulty: Difficulty | null;
  readonly minutes: number | null;
  readonly hints: readonly string[];
  readonly statement: string;
  readonly starter: string;
  readonly pointsMax: number;
  /** Visible ones whole, so that Run can judge them in the browser. */
  readonly checks: readonly Check[];
  /** Runs that visible checks judge. */
  readonly runs: Readonly<Record<string, RunSpec>>;
  /** Hidden ones: only what they are called and worth. */
  readonly hiddenChecks: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: number;
  }[];
}

export function publicExercise({
  slug,
  manifest,
  statement,
  starter,
}: ExerciseDefinition): PublicExercise {
  const checks = manifest.checks.filter(({ visible }) => visible);
  const used = new Set(checks.map(({ run }) => run));
  return {
    slug,
    title: manifest.title,
    summary: manifest.summary,
    topics: manifest.topics,
    difficulty: manifest.difficulty ?? null,
    minutes: manifest.minutes ?? null,
    hints: manifest.hints,
    statement,
    starter,
    pointsMax: pointsMax(manifest),
    checks,
    runs: Object.fromEntries(Object.entries(manifest.runs).filter(([name]) => used.has(name))),
    hiddenChecks: manifest.checks
      .filter(({ visible }) => !visible)
      .map(({ id, title, points }) => ({ id, title, points })),
  };
}
