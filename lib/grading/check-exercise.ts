/** Holds an exercise against itself: the reference solution gets full marks, each wrong solution fails the check that it is named for. */
import type { ExerciseDefinition } from './exercise';
import { grade } from './grade';
import type { Verdict } from './verdict';

export interface SolutionReport {
  readonly name: string;
  readonly verdict: Verdict;
  /** null when it is as the author says. */
  readonly problem: string | null;
}

export function checkExercise(exercise: ExerciseDefinition): readonly SolutionReport[] {
  const reference = grade(exercise, exercise.solution);
  return [
    { name: exercise.manifest.solution, verdict: reference, problem: referenceProblem(reference) },
    ...exercise.wrong.map(({ name, source, fails }) => {
      const verdict = grade(exercise, source);
      return { name, verdict, problem: wrongProblem(verdict, fails) };
    }),
  ];
}

function referenceProblem({ checks }: Verdict): string | null {
  const lost = checks.filter(({ status }) => status !== 'passed');
  return lost.length === 0
    ? null
    : `the reference solution must get full marks, but ${lost.map(({ id, explanation }) => `“${id}” says: ${explanation}`).join(' ')}`;
}

function wrongProblem({ checks }: Verdict, fails: string): string | null {
  const status = checks.find(({ id }) => id === fails)?.status;
  if (status === 'failed') return null;
  const others = checks.filter((check) => check.status === 'failed').map(({ id }) => id);
  return `should fail “${fails}”, but that one is ${status ?? 'missing'}${others.length > 0 ? ` (failed: ${others.join(', ')})` : ''}`;
}
