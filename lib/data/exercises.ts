import type { Actor } from '../auth/actor';
import { database } from '../db';
import { type PublicExercise, publicExercise } from '../grading/exercise';
import { requireMembership, requirePublishedItem } from './access';
import { loadExerciseVersion } from './exercise-versions';

export type ExerciseForStudent = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly role: 'student' | 'instructor';
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  /**
   * Statement, starter and what Run in the browser judges with; fit to be sent there: the definition of a hidden
   * check, the reference solution and the wrong ones are not in it.
   */
  readonly exercise: PublicExercise;
};

export async function getExercise(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
): Promise<ExerciseForStudent> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const item = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  return {
    courseSlug: membership.courseSlug,
    courseTitle: membership.courseTitle,
    role: membership.kind,
    slug: item.slug,
    title: item.title,
    dueAt: item.dueAt,
    exercise: publicExercise(await loadExerciseVersion(db, item.versionId)),
  };
}
