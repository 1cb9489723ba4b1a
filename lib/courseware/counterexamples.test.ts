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

const TIMES = 100;
/** Of exercises that are not about the order of steps. */
const TIMES_ELSEWHERE = 10;

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
    const times = isTold ? TIMES : TIMES_ELSEWHERE;
    it.each(exercise.wrong.map((wrong) => [wrong.name, wrong] as const))(
      `of ${exercise.slug}, %s, replays to the same events, ${times} times of ${times}`,
      (_name, { source, fails, lines }) => {
        // A hidden one has its story, too: authors are told it.
        const asked = exercise.manifest.checks
          .filter(({ id }) => id === fails)
          .map((check) => ({ ...check, visible: true }));
        const { checks } = grade(
          { ...exercise, manifest: { ...exercise.manifest, checks: asked } },
          source,
        );
        const run = checks[0]?.evidence?.run;
        // What is judged by running it has no order of steps to show.
        if (run?.schedule.scheduler !== 'recorded') {
          if (isTold) expect(asked.some(isExplorationCheck)).toBe(false);
          return;
        }
        if (isTold) expect(lines.length).toBeGreaterThan(0);
        const { image } = compile([userFile('main.c', source)]);
        if (image === null) throw new Error('does not compile');
        const first = eventsOf(image, run);
        expect(first.length).toBeGreaterThan(100);
        for (let k = 1; k < times; k++) expect(eventsOf(image, run)).toBe(first);
      },
      60_000,
    );
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
