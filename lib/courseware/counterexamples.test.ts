import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ProgramImage } from '../abi/image';
import { encodeUtf8 } from '../abi/utf8';
import { compile } from '../compiler/compile';
import { userFile } from '../compiler/diagnostics';
import { isExplorationCheck } from '../grading/exploration/exploration-check';
import { grade } from '../grading/grade';
import { bootMachine } from '../grading/run';
import type { Evidence } from '../grading/verdict';
import { readCourseware } from './repository';

const { items } = readCourseware(fileURLToPath(new URL('../..', import.meta.url)));

/** Of the first wrong solution of each exercise about the order of steps; of all by FORKYARD_REPLAYS=100. */
const TIMES = 100;
const TIMES_ELSEWHERE = Number(process.env.FORKYARD_REPLAYS ?? 10);

/** Of these each wrong solution says by hand which lines the story of its counterexample must name. */
const TOLD: ReadonlySet<string> = new Set([
  'barrier',
  'bounded-buffer',
  'dining-philosophers',
  'lost-update',
  'mailboxes',
  'ping-pong',
  'producer-consumer',
  'readers-writers',
  'ring-buffer',
]);

/** Endless executions are followed so far. */
const INSTRUCTIONS_MAX = 50_000;

describe('the counterexample of a wrong solution', () => {
  for (const item of items) {
    if (item.kind !== 'exercise') continue;
    const { exercise } = item;
    const isTold = TOLD.has(exercise.slug);
    const explored = exercise.wrong.filter(({ fails }) =>
      exercise.manifest.checks.some((check) => check.id === fails && isExplorationCheck(check)),
    );
    for (const [k, { name, source, fails, lines }] of explored.entries()) {
      const times = isTold && k === 0 ? TIMES : TIMES_ELSEWHERE;
      it(`of ${exercise.slug}, ${name}, replays to the same events, ${times} times of ${times}`, () => {
        // A hidden one has its story, too: authors are told it.
        const asked = exercise.manifest.checks
          .filter(({ id }) => id === fails)
          .map((check) => ({ ...check, visible: true }));
        const { checks } = grade(
          { ...exercise, manifest: { ...exercise.manifest, checks: asked } },
          source,
        );
        const run = checks[0]?.evidence?.run;
        // What fails in every order, as that nothing comes out, may have none to show.
        if (run?.schedule.scheduler !== 'recorded') {
          expect(isTold).toBe(false);
          return;
        }
        if (isTold) expect(lines.length).toBeGreaterThan(0);
        const { image } = compile([userFile('main.c', source)]);
        if (image === null) throw new Error('does not compile');
        const first = eventsOf(image, run);
        expect(first.length).toBeGreaterThan(100);
        for (let again = 1; again < times; again++) expect(eventsOf(image, run)).toBe(first);
      }, 60_000);
    }
  }
});

function eventsOf(image: ProgramImage, run: NonNullable<Evidence['run']>): string {
  const machine = bootMachine(image, {
    args: run.args,
    schedule: run.schedule,
    trace: 'full',
    budgets: { instructionsMax: INSTRUCTIONS_MAX },
  });
  if (run.stdin !== '') machine.provideInput(encodeUtf8(run.stdin));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return JSON.stringify(machine.events);
}
