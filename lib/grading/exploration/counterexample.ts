/** What a student is shown of a check that is refuted: the simplest order of steps that does it, as a story. */
import type { ProgramImage } from '../../abi/image';
import { unwantedOutput } from '../../explorer/properties/unwanted-output';
import type { FoundViolation } from '../../explorer/result';
import { explainProgram } from './explore-program';
import type { ExplorationCheck } from './exploration-check';
import type { ExploredRun } from './explore-run';
import { isUnwanted } from './possible-and-impossible';
import { watcherFor } from './watchers';

export interface Counterexample {
  readonly schedule: string;
  readonly line: number | null;
  /** One sentence a step, and what they come to. */
  readonly story: readonly string[];
  /** Of a wrong output: the one of this order of steps. */
  readonly actual: { readonly actual?: string };
}

export function counterexampleOf(
  check: ExplorationCheck,
  violation: FoundViolation,
  image: ProgramImage,
  explored: ExploredRun,
): Counterexample {
  const { tellers, functions } = watcherFor(check, image);
  const explained = explainProgram(image, explored, violation, {
    properties: [],
    observers: () =>
      check.kind === 'outputs'
        ? [unwantedOutput((output) => isUnwanted(check, output))]
        : watcherFor(check, image).observers,
    tellers,
    stepsIn: new Set(functions),
    outputs: check.kind === 'outputs',
    rightSchedule: rightScheduleOf(check, explored),
  });
  return {
    schedule: explained.schedule,
    line: explained.location?.line ?? null,
    story: explained.story.sentences,
    actual: check.kind === 'outputs' ? outputOf(explained.details) : {},
  };
}

/** Any that ends as it should. */
function rightScheduleOf(check: ExplorationCheck, { result }: ExploredRun): string | null {
  if (check.kind !== 'outputs') return null;
  const right = result.outputs.find(
    (output) => output.status !== null && !isUnwanted(check, output),
  );
  return right?.schedule ?? null;
}

function outputOf(details: unknown): { readonly actual?: string } {
  return typeof details === 'object' &&
    details !== null &&
    'stdout' in details &&
    typeof details.stdout === 'string'
    ? { actual: details.stdout }
    : {};
}
