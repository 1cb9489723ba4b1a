/**
 * How long a proof takes: an exercise's reference solution graded, against gcc -O0 and one native run of
 * it, in turn. Warm, as a grading worker or an open page is. Processor time of both.
 */
import fs from 'node:fs';
import { readExercise } from '../../lib/courseware/repository';
import { defaultRun } from '../../lib/grading/default-run';
import type { ExerciseDefinition } from '../../lib/grading/exercise';
import { isExplorationCheck } from '../../lib/grading/exploration/exploration-check';
import { grade } from '../../lib/grading/grade';
import type { Verdict } from '../../lib/grading/verdict';
import { median, ms, processorMs, quantile, row, times } from '../measure';
import { nativeProgramOf } from '../native';

/** `warmingRounds`: gradings before the first that counts, in which the engine compiles what it will. */
export function benchProofs(rounds: number, warmingRounds: number): void {
  console.log(
    '\nproof of each exercise (median, p95), against gcc + one native run (median), and the ratio; processor time',
  );
  for (const exercise of exploredExercises('exercises'))
    benchProof(exercise, rounds, warmingRounds);
}

/** Those that are judged by exploring. */
export function exploredExercises(folder: string): readonly ExerciseDefinition[] {
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => readExercise(`${folder}/${name}`))
    .filter(({ manifest }) => manifest.checks.some(isExplorationCheck));
}

function benchProof(exercise: ExerciseDefinition, rounds: number, warmingRounds: number): void {
  const { slug, solution, manifest } = exercise;
  const explored = manifest.checks.find(isExplorationCheck);
  const { args, stdin } = manifest.runs[explored?.run ?? ''] ?? defaultRun;
  const native = nativeProgramOf(`${slug}.c`, solution, args, stdin);
  const prove = (): number =>
    processorMs(() => {
      mustBeProved(slug, grade(exercise, solution));
    });
  for (let k = 0; k < warmingRounds; k++) prove();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let k = 0; k < rounds; k++) {
    ours.push(prove());
    theirs.push(native.compileProcessorMs() + native.processorMs());
  }
  row(
    slug,
    ms(median(ours)),
    ms(quantile(ours, 0.95)),
    ms(median(theirs)),
    times(median(ours) / median(theirs)),
  );
}

/** An error unless all points are had, and what was explored was explored to its end. */
export function mustBeProved(
  name: string,
  { points, pointsMax, checks }: Pick<Verdict, 'points' | 'pointsMax' | 'checks'>,
): void {
  if (points !== pointsMax) throw new Error(`${name}: ${points} of ${pointsMax} points`);
  for (const { id, claim } of checks)
    if (claim !== undefined && claim !== 'proved')
      throw new Error(`${name}: ${id} is ${claim}, not proved`);
}
