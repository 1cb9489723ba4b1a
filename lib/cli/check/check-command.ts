/** `forkyard check`: what authors run before they publish. */
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../usage-error';
import { checkContent } from './content';
import { checkExerciseFolder } from './exercise';
import { Findings } from './findings';
import { openNativeMachine } from './native-machine';
import { checkQuizFile, type Draws } from './quiz';

export interface CheckOptions {
  /** Draws of each question of a quiz. */
  readonly seeds: number;
  /** Programs of quizzes are compiled and run by this computer, too. */
  readonly native?: true;
}

export function checkCommand(paths: readonly string[], options: CheckOptions): void {
  const native = options.native === true ? openNativeMachine() : null;
  if (options.native === true && native === null) throw new UsageError('--native needs gcc');
  const findings = new Findings((line) => {
    process.stdout.write(`${line}\n`);
  });
  for (const place of paths) check(place, { seeds: options.seeds, native }, findings);
  native?.close();
  findings.head(
    findings.count === 0
      ? 'All as their authors say.'
      : `${findings.count} not as their authors say.`,
  );
  process.exitCode = findings.count === 0 ? 0 : 1;
}

/** A quiz's file, an exercise's folder, or the folder that has `content` and `exercises` in it. */
function check(place: string, draws: Draws, findings: Findings): void {
  if (place.endsWith('.yaml')) checkQuizFile(place, draws, findings);
  else if (fs.existsSync(path.join(place, 'content/course.yaml')))
    checkContent(place, draws, findings);
  else checkExerciseFolder(place, findings);
}
