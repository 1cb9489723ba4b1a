/**
 * The counterexample that is easiest to follow: the fewest preemptions first (Musuvathi and Qadeer 2007,
 * iterative context bounding), then the fewest switches and steps. The search is made again with a bound of
 * 0, 1, 2 ... preemptions; what it finds is made shorter by leaving out stretches of one thread, or putting
 * two together, as long as the same property is violated.
 */
import { assertNever } from '../../abi/assert-never';
import type { MachineSystem } from '../machine/machine-system';
import type { EndKind, Observer } from '../properties/observer';
import type { Violation, ViolationKind } from '../result';
import { searchStates } from '../states/state-search';
import type { Move, Pending, ThreadId } from '../system';

export interface Counterexample {
  readonly violation: Violation;
  /** Of the system's steps. */
  readonly moves: readonly Move[];
  readonly schedule: string;
  readonly cost: Cost;
  /** Of an execution that differs little, ends, and violates nothing; null: none was met. */
  readonly rightSchedule: string | null;
}

export interface Cost {
  /** How often a thread that could go on was left for another. */
  readonly preemptions: number;
  readonly switches: number;
  readonly steps: number;
}

export interface CheapestOptions {
  /** In any state: it begins again. */
  readonly system: MachineSystem;
  readonly observers: readonly Observer<MachineSystem>[];
  readonly kind: ViolationKind;
  readonly preemptionsMax: number;
  /** Of all searches together. */
  readonly transitionsMax: number;
}

/** null: none was found within the bounds. */
export function cheapestCounterexample(options: CheapestOptions): Counterexample | null {
  const found = leastPreempted(options);
  return found === null ? null : new Shortening(options).shorten(found);
}

function leastPreempted(options: CheapestOptions): Counterexample | null {
  const { system, observers, kind, preemptionsMax } = options;
  let transitions = options.transitionsMax;
  for (let preemptions = 0; preemptions <= preemptionsMax && transitions > 0;) {
    system.beginAgain();
    const found: (readonly Move[])[] = [];
    const result = searchStates(system, {
      bounds: { preemptions, transitions },
      observers,
      ended: (end) => {
        system.conclude(end);
      },
      violated(violation, steps) {
        if (violation.kind !== kind) return 'continue';
        found.push(steps.map(({ move }) => move));
        return 'stop';
      },
      keepGoing: () => true,
    });
    transitions -= result.transitions;
    if (result.cutBy === 'misjudged') continue;
    const [moves] = found;
    if (moves !== undefined) return new Shortening(options).attempt(moves);
    // All was explored, and nothing was left out for the bound.
    if (result.complete) return null;
    preemptions++;
  }
  return null;
}

/** Executions tried to make one shorter. */
const ATTEMPTS_MAX = 300;

/** Steps beyond those that are planned; who loops while it waits need not end by itself. */
const STEPS_MORE_MAX = 500;

/** Of all executions together. */
const STEPS_TOTAL_MAX = 20_000;

/** Steps that a thread takes in a row before others get a turn: it may wait for them in a loop. */
const PATIENCE_STEPS = 40;

class Shortening {
  private attempts = 0;
  private steps = 0;

  constructor(private readonly options: CheapestOptions) {}

  shorten(first: Counterexample): Counterexample {
    let best = first;
    for (let improved = true; improved;) {
      improved = false;
      for (const moves of candidates(best.moves)) {
        if (!this.maySearchOn) break;
        const shorter = this.attempt(moves, best.moves.length);
        if (shorter === null || compare(shorter.cost, best.cost) >= 0) continue;
        best = shorter;
        improved = true;
        break;
      }
    }
    const rightSchedule = this.rightScheduleNear(best.moves);
    return { ...(this.attempt(best.moves) ?? best), rightSchedule };
  }

  /** The execution that has the most of the counterexample's beginning, of those that are one edit away. */
  private rightScheduleNear(moves: readonly Move[]): string | null {
    let nearest: string | null = null;
    let most = -1;
    for (const edited of candidates(moves)) {
      if (!this.maySearchOn) break;
      const common = moves.findIndex((move, k) => !isSameMove(move, edited[k]));
      if (common <= most || this.attempt(edited) !== null || this.end !== 'finished') continue;
      most = common;
      nearest = this.options.system.schedule();
    }
    return nearest;
  }

  private get maySearchOn(): boolean {
    return this.attempts < ATTEMPTS_MAX && this.steps < STEPS_TOTAL_MAX;
  }

  /** How the last execution tried came to its end; null: it was left before. */
  private end: EndKind | null = null;

  /** Takes the moves that are possible, then goes on without preemption. null: nothing is violated. */
  attempt(moves: readonly Move[], stepsMax = moves.length + STEPS_MORE_MAX): Counterexample | null {
    this.attempts++;
    this.end = null;
    const { system, observers, kind } = this.options;
    system.beginAgain();
    const taken: Move[] = [];
    let last: ThreadId | null = null;
    let inARow = 0;
    let preemptions = 0;
    let switches = 0;
    const result = (violation: Violation): Counterexample => ({
      violation,
      moves: taken,
      schedule: system.schedule(),
      cost: { preemptions, switches, steps: taken.length },
      rightSchedule: null,
    });
    let next = 0;
    for (const observer of observers)
      for (const violation of observer.begin(system))
        if (violation.kind === kind) return result(violation);
    while (taken.length < stepsMax) {
      const enabled = system.pending().filter((each) => each.enabled);
      if (enabled.length === 0) {
        const end: EndKind = system.pending().length === 0 ? 'finished' : 'deadlock';
        system.conclude(end);
        for (const observer of observers)
          for (const violation of observer.ended(system, end))
            if (violation.kind === kind) return result(violation);
        this.end = end;
        return null;
      }
      const planned = moves[next];
      next++;
      const move: Move | null =
        planned === undefined
          ? onward(enabled, last, inARow >= PATIENCE_STEPS)
          : possible(enabled, planned);
      if (move === null) continue;
      inARow++;
      if (last !== null && move.thread !== last) {
        inARow = 1;
        switches++;
        if (onlyOf(enabled, last) !== undefined) preemptions++;
      }
      last = move.thread;
      for (const observer of observers) observer.before?.(system, move);
      const step = system.take(move);
      taken.push(move);
      this.steps++;
      for (const observer of observers)
        for (const violation of observer.after(system, step))
          if (violation.kind === kind) return result(violation);
    }
    return null;
  }
}

function isSameMove(a: Move, b: Move | undefined): boolean {
  return a.thread === b?.thread && a.way === b.way;
}

function onlyOf(enabled: readonly Pending[], thread: ThreadId | null): Pending | undefined {
  return enabled.find((each) => each.thread === thread);
}

function possible(enabled: readonly Pending[], move: Move): Move | null {
  const can = onlyOf(enabled, move.thread);
  return can === undefined || move.way >= can.ways ? null : move;
}

/** Without preemption, unless others are to have their turn. */
function onward(
  enabled: readonly Pending[],
  last: ThreadId | null,
  othersFirst: boolean,
): Move | null {
  const after = enabled.find(({ thread }) => last !== null && thread > last) ?? enabled[0];
  const next = othersFirst ? after : (onlyOf(enabled, last) ?? enabled[0]);
  return next === undefined ? null : { thread: next.thread, way: 0 };
}

function compare(a: Cost, b: Cost): number {
  for (const part of ['preemptions', 'switches', 'steps'] as const) {
    if (a[part] !== b[part]) return a[part] - b[part];
  }
  return 0;
}

type Edit = 'drop' | 'join-earlier' | 'join-later';

/** The moves with one stretch of a thread less, or with two stretches of it put together. */
function* candidates(moves: readonly Move[]): Generator<readonly Move[]> {
  const stretches = stretchesOf(moves);
  for (const edit of ['join-earlier', 'join-later', 'drop'] satisfies Edit[])
    for (let k = stretches.length - 1; k >= 0; k--) {
      const edited = editStretches(stretches, k, edit);
      if (edited !== null) yield edited.flat();
    }
}

function stretchesOf(moves: readonly Move[]): Move[][] {
  const stretches: Move[][] = [];
  for (const move of moves) {
    const last = stretches.at(-1);
    if (last?.[0]?.thread === move.thread) last.push(move);
    else stretches.push([move]);
  }
  return stretches;
}

function editStretches(
  stretches: readonly Move[][],
  k: number,
  edit: Edit,
): readonly Move[][] | null {
  const stretch = stretches[k];
  const thread = stretch?.[0]?.thread;
  if (stretch === undefined) return null;
  const rest = stretches.filter((_, index) => index !== k);
  const isSame = (other: Move[]): boolean => other[0]?.thread === thread;
  switch (edit) {
    case 'drop':
      return rest;
    case 'join-earlier': {
      const target = stretches.slice(0, k).findLastIndex(isSame);
      return target < 0 ? null : withInserted(rest, target + 1, stretch);
    }
    case 'join-later': {
      const target = stretches.slice(k + 1).findIndex(isSame);
      return target < 0 ? null : withInserted(rest, k + target, stretch);
    }
    default:
      return assertNever(edit);
  }
}

function withInserted(
  stretches: readonly Move[][],
  at: number,
  stretch: Move[],
): readonly Move[][] {
  return [...stretches.slice(0, at), stretch, ...stretches.slice(at)];
}
