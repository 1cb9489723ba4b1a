import type { ExerciseDefinition } from '../grading/exercise';
import { grade } from '../grading/grade';
import type { Verdict } from '../grading/verdict';

// Entry of the grading threads, bundled to dist/grading-thread.mjs. It has no database and no secrets;
// grade() is synchronous, so whoever started it has to end the thread to stop it.

export type GradingThreadTask = {
  readonly exercise: ExerciseDefinition;
  readonly source: string;
};

export default function gradeInThread({ exercise, source }: GradingThreadTask): Verdict {
  return grade(exercise, source);
}
