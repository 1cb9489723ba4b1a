/** `forkyard check` of an exercise: its form, its starter, and its own solutions, right and wrong. */
import { readExercise } from '../../courseware/repository';
import { checkExercise } from '../../grading/check-exercise';
import type { ExerciseDefinition } from '../../grading/exercise';
import { gradeChecks } from '../../grading/grade';
import type { Findings } from './findings';

export function checkExerciseFolder(folder: string, findings: Findings): void {
  findings.head(folder);
  findings.reading(() => {
    const exercise = readExercise(folder);
    findings.say('starter', starterProblem(exercise));
    for (const { name, verdict, problem } of checkExercise(exercise))
      findings.say(`${name} (${verdict.points}/${verdict.pointsMax})`, problem);
  });
}

function starterProblem({ manifest, starter }: ExerciseDefinition): string | null {
  const { diagnostics } = gradeChecks({ ...manifest, checks: [] }, starter);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error === undefined ? null : `does not compile: ${error.message}`;
}
