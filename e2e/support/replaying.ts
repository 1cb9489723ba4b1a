// Finds the counterexamples of programs and replays them. Bundled once, and run in Node and in Chromium.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { encodeUtf8 } from '@/lib/abi/utf8';
import { type ExerciseFiles, parseExercise } from '@/lib/grading/exercise';
import { gradeChecks } from '@/lib/grading/grade';
import { replayedMachine } from '@/lib/grading/replayed-machine';

export type Counterexample = {
  readonly name: string;
  readonly source: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly schedule: string;
};

export type Replayed = {
  /** Events of the first replay. */
  readonly log: string;
  /** How many replays gave just these. */
  readonly same: number;
};

/** Of each wrong solution that of the check that it is named for, where exploring refutes that. */
export function counterexamplesOf(slug: string, files: ExerciseFiles): readonly Counterexample[] {
  const parsed = parseExercise(slug, files);
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  const { checks, runs } = parsed.exercise.manifest;
  return parsed.exercise.wrong.flatMap(({ name, source, fails }) => {
    // A hidden check keeps its counterexample to itself; here it is wanted.
    const asked = checks
      .filter(({ id }) => id === fails)
      .map((check) => ({ ...check, visible: true }));
    return gradeChecks({ checks: asked, runs }, source).checks.flatMap(({ id, evidence }) => {
      const run = evidence?.run;
      if (run?.schedule.scheduler !== 'recorded') return [];
      const { args, stdin, schedule } = run;
      return [{ name: `${slug}/${name}: ${id}`, source, args, stdin, schedule: schedule.choices }];
    });
  });
}

/** All that end have ended by then; of those that never do, so much is compared. */
const INSTRUCTIONS_MAX = 100_000;

export function replayTimes(
  { source, args, stdin, schedule }: Counterexample,
  times: number,
): Replayed {
  const { image } = compile([userFile('program.c', source)]);
  if (image === null) throw new Error('it does not compile');
  const once = (): string => {
    const replayed = replayedMachine(image, args, schedule);
    if (replayed.kind === 'unreadable') throw new Error(replayed.message);
    const { machine } = replayed;
    if (stdin !== '') machine.provideInput(encodeUtf8(stdin));
    machine.closeInput();
    machine.run(INSTRUCTIONS_MAX);
    return JSON.stringify(machine.events);
  };
  const log = once();
  let same = 1;
  for (let k = 1; k < times; k++) if (once() === log) same++;
  return { log, same };
}
