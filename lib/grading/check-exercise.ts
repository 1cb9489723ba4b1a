/** Holds an exercise against itself: the reference solution gets full marks, each wrong solution fails the check that it is named for. */
import type { ExerciseDefinition, WrongSolution } from './exercise';
import { grade, type Gradable, gradeChecks } from './grade';
import type { Verdict } from './verdict';

export interface SolutionReport {
  readonly name: string;
  readonly verdict: Verdict;
  /** null when it is as the author says. */
  readonly problem: string | null;
}

export function checkExercise(exercise: ExerciseDefinition): readonly SolutionReport[] {
  const reference = grade(exercise, exercise.solution);
  const shown = withNothingHidden(exercise.manifest);
  return [
    { name: exercise.manifest.solution, verdict: reference, problem: referenceProblem(reference) },
    ...exercise.wrong.map((wrong) => {
      const verdict = gradeChecks(shown, wrong.source);
      return { name: wrong.name, verdict, problem: wrongProblem(verdict, wrong) };
    }),
  ];
}

/** Authors are told of hidden checks, too, what students would be told if they weren't hidden. */
function withNothingHidden({ checks, runs }: Gradable): Gradable {
  return { checks: checks.map((check) => ({ ...check, visible: true })), runs };
}

function referenceProblem({ checks }: Verdict): string | null {
  const unproved = checks.filter(({ claim }) => claim === 'within-bounds');
  if (unproved.length > 0)
    return `the reference solution must be proved, but the bounds are too small, or the program too large: ${unproved.map(({ id, explanation }) => `“${id}” says: ${explanation}`).join(' ')}`;
  const lost = checks.filter(({ status }) => status !== 'passed');
  return lost.length === 0
    ? null
    : `the reference solution must get full marks, but ${lost.map(({ id, explanation }) => `“${id}” says: ${explanation}`).join(' ')}`;
}

function names(sentence: string, line: number): boolean {
  return new RegExp(`\\bline ${line}\\b`).test(sentence);
}

function wrongProblem({ checks }: Verdict, { fails, lines }: WrongSolution): string | null {
  const result = checks.find(({ id }) => id === fails);
  const status = result?.status;
  if (status === 'failed') {
    const story = result?.evidence?.story ?? [];
    const missing = lines.filter((line) => !story.some((sentence) => names(sentence, line)));
    return missing.length === 0
      ? null
      : `fails “${fails}”, as it should, but what is told of it does not name line ${missing.join(', ')}: ${story.join(' ')}`;
  }
  const others = checks.filter((check) => check.status === 'failed').map(({ id }) => id);
  return `should fail “${fails}”, but that one is ${status ?? 'missing'}${others.length > 0 ? ` (failed: ${others.join(', ')})` : ''}`;
}
