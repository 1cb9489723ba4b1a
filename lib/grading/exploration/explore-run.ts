/**
 * Explores one run of an exercise, once, for all checks that ask about it. A violation is kept for each
 * check that it refutes, the first one found; the search goes on, since other checks may be refuted
 * elsewhere, and since which outputs are possible is known only when all was explored.
 */
import type { ProgramImage } from '../../abi/image';
import { assertNever } from '../../abi/assert-never';
import type { Progress } from '../../explorer/explore';
import type { ExplorationResult, Violation, ViolationKind } from '../../explorer/result';
import type { Fairness } from '../../explorer/liveness/program-starvation';
import type { RunSpec } from '../exercise';
import type { ExplorationCheck } from './exploration-check';
import { exploreProgram, judgeFairnessOf } from './explore-program';
import { regionName, watcherFor } from './watchers';

export interface ExploredRun {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly result: ExplorationResult;
  /** Whether somebody can wait for ever while others go on; null: nobody asked. */
  readonly fairness: Fairness | null;
  /** Checks that asked for a state to be possible, and it was met. */
  readonly reached: ReadonlySet<string>;
}

/** Kinds of violations that refute the check. */
function violationKinds(check: ExplorationCheck): readonly ViolationKind[] {
  switch (check.kind) {
    case 'explore':
      return check.properties;
    case 'no-deadlock':
      return ['deadlock', 'livelock', 'budget'];
    case 'no-race':
      return ['data-race'];
    case 'no-busy-wait':
      return ['busy-wait'];
    case 'fair':
      return ['starvation', 'bounded-waiting'];
    case 'invariant':
    case 'mutual-exclusion':
      return [check.kind];
    case 'outputs':
      return [];
    default:
      return assertNever(check);
  }
}

export function refutes({ kind, details }: Violation, check: ExplorationCheck): boolean {
  if (!violationKinds(check).includes(kind)) return false;
  // Several checks may watch for the same kind: the observer says whose it is.
  if (kind === 'invariant' || kind === 'mutual-exclusion') return nameIn(details) === check.id;
  if (kind === 'bounded-waiting')
    return check.kind === 'fair' && nameIn(details) === regionName(check);
  return true;
}

function nameIn(details: unknown): unknown {
  return typeof details === 'object' && details !== null && 'name' in details ? details.name : null;
}

/** What is wanted beside what the checks ask for. */
export interface AlsoExplored {
  /** One violation of each of these kinds, if there is one. */
  readonly kinds?: ReadonlySet<ViolationKind>;
  readonly outputs?: boolean;
  readonly effort?: number;
  readonly keepGoing?: (progress: Progress) => boolean;
}

export function exploreRun(
  image: ProgramImage,
  { args, stdin, bounds }: RunSpec,
  checks: readonly ExplorationCheck[],
  also: AlsoExplored = {},
): ExploredRun {
  const watched = checks.map((check) => ({ check, watcher: watcherFor(check, image) }));
  const watchers = watched.map(({ watcher }) => watcher);
  const { kinds: alsoKinds = new Set<ViolationKind>(), effort, keepGoing } = also;
  const explored = exploreProgram(
    image,
    { args, stdin, bounds, ...(effort === undefined ? {} : { effort }) },
    {
      // A budget: whoever never comes out of a loop is not praised for what comes after it.
      kinds: new Set([...alsoKinds, 'budget', ...checks.flatMap(violationKinds)]),
      observers: watchers.flatMap(({ observers }) => observers),
      stepsIn: new Set(watchers.flatMap(({ functions }) => functions)),
      outputs: also.outputs === true || checks.some(({ kind }) => kind === 'outputs'),
      violationsMax: Infinity,
      wants: (violation, found) =>
        ((alsoKinds.has(violation.kind) || violation.kind === 'budget') &&
          !found.some(({ kind }) => kind === violation.kind)) ||
        checks.some(
          (check) => refutes(violation, check) && !found.some((earlier) => refutes(earlier, check)),
        ),
      ...(keepGoing === undefined ? {} : { keepGoing }),
    },
  );
  const fairness = checks.some(({ kind }) => kind === 'fair')
    ? judgeFairnessOf(image, { args, stdin })
    : null;
  const reached = new Set(
    watched.flatMap(({ check, watcher }) => (watcher.wasReached() ? [check.id] : [])),
  );
  return { args, stdin, result: explored, fairness, reached };
}
