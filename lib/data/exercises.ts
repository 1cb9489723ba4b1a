import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import {
  type ExerciseDefinition,
  exerciseDefinitionSchema,
  visiblePart,
} from '../grading/exercise';
import { requireMembership, requirePublishedItem } from './access';

export type ExerciseForStudent = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly role: 'student' | 'instructor';
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly pointsMax: number;
  /** Markdown. */
  readonly statement: string;
  readonly starter: string;
  readonly hiddenChecks: { readonly count: number; readonly points: number };
  /** What "Run" in the browser grades with: no hidden check, no reference, no wrong solution is in it. */
  readonly visible: ExerciseDefinition;
};

export async function getExercise(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
): Promise<ExerciseForStudent> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const item = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  throw new Error(`${item.slug}: to come`);
}
