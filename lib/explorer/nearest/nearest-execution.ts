/**
 * Of what should be possible and happens in no execution: one that comes as near to it as any. It ends where
 * least is missing, and where all wait who come to a wait from there without taking anything of it back.
 */
import { cheapestCounterexample } from '../counterexamples/cheapest';
import type { MachineSystem } from '../machine/machine-system';
import { stateless } from '../properties/invariant';
import type { Observer } from '../properties/observer';
import type { Violation } from '../result';
import { searchStates } from '../states/state-search';
import type { Move, ThreadId } from '../system';
import type { Wish } from './wish';

/** What is known of the state in which a nearest execution ends. */
export interface Unreached {
  /** Who brought it nearer, in this execution or in others; the others are not told of. */
  readonly makers: readonly ThreadId[];
  /** Who only looks at something again and again there, and changes nothing. */
  readonly loopers: readonly ThreadId[];
}

export interface NearestOptions {
  readonly system: MachineSystem;
  readonly wish: Wish;
  readonly transitionsMax: number;
}

const PREEMPTIONS_MAX = 3;

/** Steps of one thread on the way to where it has to wait. */
const ONWARD_MAX = 100;

export interface NearestExecution {
  readonly violation: Violation;
  readonly details: Unreached;
  readonly schedule: string;
}

/** null: it is possible, as far as was looked. */
export function nearestExecution({
  system,
  wish,
  transitionsMax,
}: NearestOptions): NearestExecution | null {
  const { least, makers } = leastDistance(system, wish, transitionsMax);
  if (least === 0) return null;
  const found = cheapestCounterexample({
    system,
    observers: [near(wish, least)],
    kind: 'unreached',
    preemptionsMax: PREEMPTIONS_MAX,
    transitionsMax,
  });
  if (found === null) return null;
  system.beginAgain();
  const first = system.snapshot();
  const moves = withoutTheRest(system, wish, least, found.moves);
  system.restore(first);
  for (const move of moves) system.take(move);
  const loopers = goOn(system, wish, least);
  system.letWaitersIn();
  const details: Unreached = { makers: [...makers], loopers };
  return {
    violation: { kind: 'unreached', message: wish.text, location: null, details },
    details,
    schedule: system.schedule(),
  };
}

interface Least {
  readonly least: number;
  readonly makers: ReadonlySet<ThreadId>;
}

function leastDistance(system: MachineSystem, wish: Wish, transitionsMax: number): Least {
  for (;;) {
    system.beginAgain();
    let least = Infinity;
    const makers = new Set<ThreadId>();
    let present = Infinity;
    const look = (): void => {
      present = wish.distance(system);
      least = Math.min(least, present);
    };
    const observer: Observer<MachineSystem> = {
      ...stateless('nearest', () => []),
      begin() {
        look();
        return [];
      },
      after(_system, { move }) {
        const before = present;
        look();
        if (present < before && before < Infinity) makers.add(move.thread);
        return [];
      },
      snapshot: () => present,
      restore(snapshot) {
        present = Number(snapshot);
      },
    };
    const { cutBy } = searchStates(system, {
      bounds: { transitions: transitionsMax },
      observers: [observer],
      ended: (end) => {
        system.conclude(end);
      },
      violated: () => 'continue',
      keepGoing: () => true,
    });
    if (cutBy !== 'misjudged') return { least, makers };
  }
}

/** Says so where as little is missing as ever. */
function near(wish: Wish, least: number): Observer<MachineSystem> {
  return stateless('near', (system) =>
    wish.distance(system) > least
      ? []
      : [{ kind: 'unreached', message: wish.text, location: null, details: null }],
  );
}

/** Without each step that isn't needed, the last ones first. */
function withoutTheRest(
  system: MachineSystem,
  wish: Wish,
  least: number,
  all: readonly Move[],
): readonly Move[] {
  const first = system.snapshot();
  let needed = all;
  for (let k = all.length - 1; k >= 0; k--) {
    const fewer = needed.toSpliced(k, 1);
    system.restore(first);
    if (canTake(system, fewer) && wish.distance(system) <= least) needed = fewer;
  }
  return needed;
}

function canTake(system: MachineSystem, moves: readonly Move[]): boolean {
  for (const move of moves) {
    const next = system.pending().find(({ thread }) => thread === move.thread);
    if (next?.enabled !== true || move.way >= next.ways) return false;
    system.take(move);
  }
  return !system.misjudged;
}

/**
 * Everybody who comes to where he has to wait goes there, if nothing gets lost by it; the others stay. Who goes
 * round in a loop there, changing nothing, is given.
 */
function goOn(system: MachineSystem, wish: Wish, least: number): readonly ThreadId[] {
  const loopers = new Set<ThreadId>();
  const waiting = new Set<ThreadId>();
  for (let moved = true; moved;) {
    moved = false;
    for (const thread of system.threads) {
      if (loopers.has(thread) || waiting.has(thread)) continue;
      const before = system.snapshot();
      const end = goOnWith(system, wish, least, thread);
      if (end === 'waits') waiting.add(thread);
      else if (end === 'loops') loopers.add(thread);
      else system.restore(before);
      if (end !== 'stays') moved = true;
    }
  }
  return [...loopers];
}

function goOnWith(
  system: MachineSystem,
  wish: Wish,
  least: number,
  thread: ThreadId,
): 'waits' | 'loops' | 'stays' {
  const seen = new Set<string>();
  for (let steps = 0; steps < ONWARD_MAX; steps++) {
    const key = system.stateKey();
    if (seen.has(key)) return 'loops';
    seen.add(key);
    const next = system.pending().find((each) => each.thread === thread);
    if (next === undefined) return 'stays';
    if (!next.enabled) return 'waits';
    system.take({ thread, way: 0 });
    if (wish.distance(system) > least) return 'stays';
  }
  return 'stays';
}
