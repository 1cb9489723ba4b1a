/** `forkyard check`: what authors run before they publish. */
import { checkExercise } from '../grading/check-exercise';
import { checkQuiz } from './check-quiz';
import { readExerciseOrComplain } from './grade-command';
import { openNativeMachine } from './native-machine';
import { UsageError } from './usage-error';

export interface CheckOptions {
  /** Draws of each question of a quiz. */
  readonly seeds: number;
  /** Programs of quizzes are compiled and run by this computer, too. */
  readonly native?: true;
}

export function checkCommand(paths: readonly string[], options: CheckOptions): void {
  const native = options.native === true ? openNativeMachine() : null;
  if (options.native === true && native === null) throw new UsageError('--native needs gcc');
  let problems = 0;
  for (const folder of paths) {
    process.stdout.write(`${folder}\n`);
    if (folder.endsWith('.yaml')) {
      problems += checkQuiz(folder, options.seeds, native, (line) => {
        process.stdout.write(`${line}\n`);
      });
      continue;
    }
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
  native?.close();
  process.stdout.write(
    problems === 0 ? 'All as their authors say.\n' : `${problems} not as their authors say.\n`,
  );
  process.exitCode = problems === 0 ? 0 : 1;
}
