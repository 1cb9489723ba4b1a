import { z } from 'zod';
import { AppError } from '../errors';
import { type ExerciseDefinition, parseExercise } from '../grading/exercise';
import { versionLoader } from './version-loader';

const exerciseVersionSchema = z.object({
  slug: z.string(),
  files: z.record(z.string(), z.string()),
});

export type ExerciseVersionContent = z.infer<typeof exerciseVersionSchema>;

/**
 * A version keeps the files that it was published from, not what was parsed from them. Hidden checks, reference and
 * wrong solutions are all in here: what this returns goes to lib/grading and nowhere else.
 */
export const loadExerciseVersion = versionLoader((definition): ExerciseDefinition => {
  const { slug, files } = exerciseVersionSchema.parse(definition);
  const parsed = parseExercise(slug, files);
  if (parsed.kind === 'exercise') return parsed.exercise;
  throw new AppError('invalid-courseware', parsed.problems.join('\n'));
});
