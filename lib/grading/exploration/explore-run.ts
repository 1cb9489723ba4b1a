/**
 * Explores one run of an exercise, once, for all checks that ask about it. A violation is kept for each
 * check that it refutes, the first one found; the search goes on, since other checks may be refuted
 * elsewhere, and since which outputs are possible is known only when all was explored.
 */
import type { ProgramImage } from '../../abi/image';
import { assertNever } from '../../abi/assert-never';
import type { Progress } from '../../explorer/explore';
import type { ExplorationResult, Violation, ViolationKind } from '../../explorer/result';
import type { Check, RunSpec } from '../exercise';
import { exploreProgram } from './explore-program';
import { watcherFor } from './watchers';

export type ExplorationCheck = Extract<
  Check,
  {
    kind: 'explore' | 'outputs' | 'invariant' | 'mutual-exclusion' | 'no-deadlock';
  }
>;

export interface ExploredRun {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly result: ExplorationResult;
  /** Checks that asked for a state to be possible, and it was met. */
  readonly reached: ReadonlySet<string>;
}

export function isExplorationCheck(check: Check): check is ExplorationCheck {
  return violationKinds(check) !== null;
}

/** Kinds of violations that refute the check. null: it isn't judged by exploring. */
function violationKinds(check: Check): readonly ViolationKind[] | null {
  switch (check.kind) {
    case 'explore':
      return check.properties;
    case 'no-deadlock':
      return ['deadlock', 'livelock', 'budget'];
    case 'invariant':
    case 'mutual-exclusion':
      return [check.kind];
    case 'outputs':
      return [];
    case 'compiles':
    case 'output':
    case 'exit-status':
    case 'process-tree':
    case 'no-zombies':
    case 'no-memory-errors':
    case 'all-end':
    case 'no-leftovers':
      return null;
    default:
      return assertNever(check);
  }
}

export function refutes({ kind, details }: Violation, check: ExplorationCheck): boolean {
  if (violationKinds(check)?.includes(kind) !== true) return false;
  // Several checks may watch for the same kind: the observer says whose it is.
  return check.kind === 'invariant' || check.kind === 'mutual-exclusion'
    ? nameIn(details) === check.id
    : true;
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
  const watchers = checks.flatMap((check) =>
    check.kind === 'invariant' || check.kind === 'mutual-exclusion' ? [watcherFor(check)] : [],
  );
  const { kinds: alsoKinds = new Set<ViolationKind>(), effort, keepGoing } = also;
  const kinds = new Set([...alsoKinds, ...checks.flatMap((check) => violationKinds(check) ?? [])]);
  const result = exploreProgram(
    image,
    { args, stdin, bounds, ...(effort === undefined ? {} : { effort }) },
    {
      kinds,
      observers: watchers.map(({ observer }) => observer),
      stepsIn: new Set(watchers.flatMap(({ functions }) => functions)),
      outputs: also.outputs === true || checks.some(({ kind }) => kind === 'outputs'),
      violationsMax: Infinity,
      wants: (violation, found) =>
        (alsoKinds.has(violation.kind) && !found.some(({ kind }) => kind === violation.kind)) ||
        checks.some(
          (check) => refutes(violation, check) && !found.some((earlier) => refutes(earlier, check)),
        ),
      ...(keepGoing === undefined ? {} : { keepGoing }),
    },
  );
  const reached = new Set(
    watchers.filter((watcher) => watcher.wasReached()).map(({ check }) => check.id),
  );
  return { args, stdin, result, reached };
}
