/** `forkyard check`: what authors run before they publish. */
import { checkExercise } from '../grading/check-exercise';
import { readExerciseOrComplain } from './grade-command';
import { UsageError } from './usage-error';

export function checkCommand(folders: readonly string[]): void {
  let problems = 0;
  for (const folder of folders) {
    process.stdout.write(`${folder}\n`);
    try {
      for (const { name, verdict, problem } of checkExercise(readExerciseOrComplain(folder))) {
        const points = `${verdict.points}/${verdict.pointsMax}`;
        process.stdout.write(
          `  ${problem === null ? '✓' : '✗'} ${name} (${points})${problem === null ? '' : `: ${problem}`}\n`,
        );
        if (problem !== null) problems++;
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stdout.write(`  ✗ ${error.message}\n`);
      problems++;
    }
  }
  process.stdout.write(
    problems === 0 ? 'All as their authors say.\n' : `${problems} not as their authors say.\n`,
  );
  process.exitCode = problems === 0 ? 0 : 1;
}
