/** Reads exercises, quizzes, lessons and the course from the folders of a checkout. Node only. */
import fs from 'node:fs';
import path from 'node:path';
import { ZodError } from 'zod';
import { type ExerciseDefinition, type ExerciseFiles, parseExercise } from '../grading/exercise';
import { parseQuiz, poolSources, type PoolTexts, type Quiz } from '../grading/quiz/quiz';
import { type Course, parseCourse } from './course';
import { type ExampleTopic, parseExamples } from './examples';
import { type GlossaryTerm, parseGlossary } from './glossary';
import { type Lesson, parseLesson } from './lesson';
import { parseReference, type ReferenceEntry } from './reference';

const EXERCISE_FILE_BYTES_MAX = 256 * 1024;
const EXERCISE_FILES_MAX = 100;

export class BrokenCourseware extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BrokenCourseware';
  }
}

/** The .yaml, .md and .c files of an exercise's folder, by path inside it. Throws BrokenCourseware. */
export function readExerciseFiles(folder: string): ExerciseFiles {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BrokenCourseware([`${folder}: no such folder`]);
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.(yaml|md|c)$/.test(name))
    .sort();
  if (names.length > EXERCISE_FILES_MAX)
    throw new BrokenCourseware([`${folder}: more than ${EXERCISE_FILES_MAX} files`]);
  return Object.fromEntries(names.map((name) => [name, readText(path.join(folder, name))]));
}

function readText(file: string): string {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new BrokenCourseware([`${file}: no such file`]);
  if (fs.statSync(file).size > EXERCISE_FILE_BYTES_MAX)
    throw new BrokenCourseware([`${file}: larger than ${EXERCISE_FILE_BYTES_MAX} bytes`]);
  return fs.readFileSync(file, 'utf8');
}

/** Throws BrokenCourseware with one sentence a problem. */
export function readExercise(folder: string): ExerciseDefinition {
  const parsed = parseExercise(path.basename(path.resolve(folder)), readExerciseFiles(folder));
  if (parsed.kind === 'broken') throw new BrokenCourseware(parsed.problems);
  return parsed.exercise;
}

/** An item as read: the parsed form, and the texts that it was read from (to tell versions apart and to store). */
export type CoursewareItem =
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly text: string }
  | {
      readonly kind: 'quiz';
      readonly quiz: Quiz;
      readonly text: string;
      /** Of the quizzes that its pools draw from. */
      readonly pools: PoolTexts;
    }
  | {
      readonly kind: 'exercise';
      readonly exercise: ExerciseDefinition;
      readonly files: ExerciseFiles;
    };

export interface Courseware {
  readonly course: Course;
  /** In the order of the course. */
  readonly items: readonly CoursewareItem[];
}

/** The playground's examples below `root`. Throws BrokenCourseware. */
export function readExamples(root: string): readonly ExampleTopic[] {
  const folder = path.join(root, 'content/examples');
  return parsed('examples', () =>
    parseExamples(readText(path.join(folder, 'index.yaml')), (name) =>
      readText(path.join(folder, name)),
    ),
  );
}

/** What `content/reference` below `root` says about the C library. Throws BrokenCourseware. */
export function readReference(root: string): readonly ReferenceEntry[] {
  const folder = path.join(root, 'content/reference');
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return parsed('reference', () =>
    parseReference(names.sort().map((name) => readText(path.join(folder, name)))),
  );
}

/** The glossary below `root`, in alphabetical order. Throws BrokenCourseware. */
export function readGlossary(root: string): readonly GlossaryTerm[] {
  return parsed('glossary.yaml', () =>
    parseGlossary(readText(path.join(root, 'content/glossary.yaml'))),
  );
}

/** With what parsers throw told as problems of `name`. */
function parsed<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof BrokenCourseware || !(error instanceof Error)) throw error;
    const problems =
      error instanceof ZodError
        ? error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
        : [error.message];
    throw new BrokenCourseware(problems.map((problem) => `${name}: ${problem}`));
  }
}

/** Everything that `content/course.yaml` below `root` names. Throws BrokenCourseware with all problems. */
export function readCourseware(root: string): Courseware {
  const course = parsed('course.yaml', () =>
    parseCourse(readText(path.join(root, 'content/course.yaml'))),
  );
  const problems: string[] = [];
  const items: CoursewareItem[] = [];
  for (const { kind, slug } of course.items) {
    try {
      items.push(readItem(root, kind, slug));
    } catch (error) {
      if (error instanceof BrokenCourseware) problems.push(...error.problems);
      else
        problems.push(`${kind} ${slug}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new BrokenCourseware(problems);
  return { course, items };
}

function readItem(root: string, kind: CoursewareItem['kind'], slug: string): CoursewareItem {
  switch (kind) {
    case 'lesson': {
      const text = readText(path.join(root, 'content/lessons', `${slug}.md`));
      const parsed = parseLesson(slug, text);
      if (parsed.kind === 'broken') throw new BrokenCourseware(parsed.problems);
      return { kind, lesson: parsed.lesson, text };
    }
    case 'quiz': {
      return { kind, ...readQuiz(path.join(root, 'content/quizzes', `${slug}.yaml`)) };
    }
    case 'exercise': {
      const folder = path.join(root, 'exercises', slug);
      return { kind, exercise: readExercise(folder), files: readExerciseFiles(folder) };
    }
  }
}

/** A quiz, and what it was read from; those that its pools draw from lie beside it. Throws BrokenCourseware. */
export function readQuiz(file: string): {
  readonly quiz: Quiz;
  readonly text: string;
  readonly pools: PoolTexts;
} {
  const folder = path.dirname(file);
  const text = readText(file);
  const pools = Object.fromEntries(
    poolSources(text).flatMap((source) => {
      const other = path.join(folder, `${source}.yaml`);
      return fs.existsSync(other) ? [[source, readText(other)]] : [];
    }),
  );
  const parsed = parseQuiz(path.basename(file, '.yaml'), text, pools);
  if (parsed.kind === 'broken') throw new BrokenCourseware(parsed.problems);
  return { quiz: parsed.quiz, text, pools };
}
