/**
 * All interleavings, one after the other, without any reduction: what the other searches are measured
 * against, and far too slow for anything but small programs.
 */
import type { ExecutionEnd, SearchLimits, SearchObserver, SearchResult, StopReason } from '../search';
import type { Move, Step, System } from '../system';

interface Branching<Snapshot> {
  /** Of the steps so far; the state is that after them. */
  readonly depth: number;
  readonly snapshot: Snapshot;
  /** Moves not yet tried, the next one last. */
  readonly untried: Move[];
}

export function searchPlain<Snapshot>(
  system: System<Snapshot>,
  observer: SearchObserver,
  limits: SearchLimits = {},
): SearchResult {
  const { schedulesMax = Infinity, transitionsMax = Infinity, depthMax = Infinity } = limits;
  const steps: Step[] = [];
  const branchings: Branching<Snapshot>[] = [];
  let schedules = 0;
  let transitions = 0;
  let isCut = false;

  const result = (stopped: StopReason | undefined): SearchResult => ({
    complete: stopped === undefined && !isCut,
    stopped: stopped ?? (isCut ? 'depth' : undefined),
    schedules,
    blocked: 0,
    transitions,
  });

  for (;;) {
    let moves = movesOf(system);
    while (moves.length > 0 && steps.length < depthMax) {
      if (transitions >= transitionsMax) return result('transitions');
      const [first, ...others] = moves;
      if (first === undefined) break;
      if (others.length > 0) {
        const snapshot = system.snapshot();
        branchings.push({ depth: steps.length, snapshot, untried: others.reverse() });
      }
      steps.push(system.take(first));
      transitions++;
      moves = movesOf(system);
    }
    isCut ||= moves.length > 0;
    schedules++;
    if (observer.ended(endOf(system, steps, moves.length > 0)) === 'stop') return result('observer');

    const branching = branchings.at(-1);
    const move = branching?.untried.pop();
    if (branching === undefined || move === undefined) return result(undefined);
    if (schedules >= schedulesMax) return result('schedules');
    if (transitions >= transitionsMax) return result('transitions');
    if (branching.untried.length === 0) branchings.pop();
    system.restore(branching.snapshot);
    steps.length = branching.depth;
    steps.push(system.take(move));
    transitions++;
  }
}

function movesOf<Snapshot>(system: System<Snapshot>): Move[] {
  return system
    .pending()
    .filter(({ enabled }) => enabled)
    .flatMap(({ thread, ways }) => Array.from({ length: ways }, (_, way) => ({ thread, way })));
}

function endOf<Snapshot>(
  system: System<Snapshot>,
  steps: readonly Step[],
  isCut: boolean,
): ExecutionEnd {
  const hasThreads = system.pending().length > 0;
  return {
    kind: isCut ? 'cut' : hasThreads ? 'deadlock' : 'finished',
    schedule: () => steps.map(({ move }) => move),
    steps: () => [...steps],
  };
}
