/**
 * What a student is shown where something should be possible and isn't: there is no execution to blame, so the
 * one that comes nearest to it is told, and who is kept from it there by what.
 */
import type { ProgramImage } from '../../abi/image';
import { parseExpression } from '../../kernel/expressions/parse';
import { MachineSystem } from '../../explorer/machine/machine-system';
import { nearestExecution } from '../../explorer/nearest/nearest-execution';
import { unreached } from '../../explorer/nearest/unreached';
import { holds, inside, prints, type Wish } from '../../explorer/nearest/wish';
import { tellStory } from '../../explorer/story/story';
import type { ExpectedOutput } from './check-schemas';
import type { Counterexample } from './counterexample';
import type { ExplorationCheck } from './exploration-check';
import { exploredBy } from './explore-program';
import type { ExploredRun } from './explore-run';
import { missingOutput } from './possible-and-impossible';
import { regionOf, watcherFor } from './watchers';

/** Steps of each of its searches: what is nearest is found early, or hardly nearer later. */
const TRANSITIONS_MAX = 10_000;

/** null: the check asks for nothing that could be come near to. */
export function nearestTo(
  check: ExplorationCheck,
  image: ProgramImage,
  explored: ExploredRun,
): Counterexample | null {
  const wish = wishOf(check, explored);
  if (wish === null) return null;
  const { program, machine } = exploredBy(image, explored);
  const system = new MachineSystem(program, machine, {
    timing: 'any',
    outputs: check.kind === 'outputs',
    stepsIn: new Set(watcherFor(check, image).functions),
  });
  const found = nearestExecution({ system, wish, transitionsMax: TRANSITIONS_MAX });
  if (found === null) return null;
  const { violation, schedule, details } = found;
  const property = unreached(wish, details);
  const told = tellStory({ program, machine, schedule, violation, properties: [property] });
  if (told.kind === 'misfit') throw new Error(`an execution does not replay: ${told.message}`);
  const { story } = told;
  return {
    schedule,
    line: story.violation?.location?.line ?? null,
    story: story.sentences,
    actual: {},
  };
}

function wishOf(check: ExplorationCheck, { result, reached }: ExploredRun): Wish | null {
  if (!result.complete) return null;
  switch (check.kind) {
    case 'outputs': {
      const missing = missingOutput(check, result);
      const text = missing === undefined ? null : literal(missing);
      return text === null ? null : prints(text.text, text.isAnchored);
    }
    case 'mutual-exclusion':
      return reached.has(check.id) ? null : inside(regionOf(check), check.possible);
    case 'invariant': {
      if (check.sometimes === undefined || reached.has(check.id)) return null;
      const parsed = parseExpression(check.sometimes);
      return parsed.kind === 'error' ? null : holds(check.sometimes, parsed.expression);
    }
    default:
      return null;
  }
}

/** Of a pattern, if it is nothing but a text. */
function literal(
  expected: ExpectedOutput,
): { readonly text: string; readonly isAnchored: boolean } | null {
  if (typeof expected === 'string') return { text: expected, isAnchored: true };
  const isAnchored = expected.pattern.startsWith('^');
  const text = isAnchored ? expected.pattern.slice(1) : expected.pattern;
  const plain = text.replaceAll('\\n', '\n');
  return /[\\^$.*+?()[\]{}|]/.test(plain) ? null : { text: plain, isAnchored };
}
