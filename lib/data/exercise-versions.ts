import { z } from 'zod';
import type { Db } from '../db';
import { AppError } from '../errors';
import { type ExerciseDefinition, parseExercise } from '../grading/exercise';

/**
 * A version keeps the files that it was published from, not what was parsed from them: hidden checks, reference and
 * wrong solutions are all in here, so what this returns goes to lib/grading and nowhere else.
 */
export const exerciseVersionSchema = z.object({
  slug: z.string(),
  files: z.record(z.string(), z.string()),
});

export type ExerciseVersionContent = z.infer<typeof exerciseVersionSchema>;

// Versions never change, so parsed ones may be kept; a course has some dozens that are in use.
const KEPT_MAX = 100;
const kept = new Map<string, ExerciseDefinition>();

export async function loadExerciseVersion(db: Db, versionId: string): Promise<ExerciseDefinition> {
  const before = kept.get(versionId);
  if (before !== undefined) return before;
  const version = await db.itemVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { definition: true },
  });
  const content = exerciseVersionSchema.parse(version.definition);
  const parsed = parseExercise(content.slug, content.files);
  if (parsed.kind === 'broken')
    throw new AppError('invalid-courseware', parsed.problems.join('\n'));
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
  kept.set(versionId, parsed.exercise);
  return parsed.exercise;
}
