/**
 * Search over states: depth first, each state explored once, with sleep sets (Godefroid 1996): a step that
 * commutes with those taken since another path took it need not be taken again. Sleep sets leave out
 * steps, never states, so every reachable state is visited, cycles included, and no proviso is needed.
 * When a state is met again with steps asleep that were awake before, nothing is left to do; steps that
 * were asleep before and are awake now are explored then. A step that ends threads of others (a process
 * that lets another thread of it crash) doesn't commute with theirs, which is known once it was taken.
 *
 * Where preemptions are bounded, nothing sleeps, since the order that is left out may be the one with
 * fewer preemptions; a state is then told by the thread that ran last and by what is left of the bound, too.
 */
import type { EndKind } from '../properties/observer';
import type { CutBy, Violation } from '../result';
import { PATIENCE, type SearchOptions, type SearchResult } from '../search';
import type { StateGraph } from './state-graph';
import type { Footprint, Pending, Step, System, ThreadId } from '../system';
import type { Standing } from './persistent-sets';
import {
  areIndependent,
  difference,
  intersection,
  moveNumber,
  moveOf,
  threadOf,
  type MoveNumber,
} from './sleep-set';
import { SufficientSteps } from './sufficient-steps';
import { VisitedStates } from './visited-states';

export interface StateSearchOptions<S extends System<unknown>> extends SearchOptions<S> {
  /** All states and steps are wanted, not only one order of those that commute: then nothing sleeps. */
  readonly graph?: StateGraph;
}

export interface StateSearchResult extends SearchResult {
  /** Some execution never ends: it comes back to a state in which it was. */
  readonly cyclic: boolean;
}

interface Frame<Snapshot> {
  /** Null while only one step is to be taken: nobody comes back. */
  snapshot: Snapshot | null;
  observed: readonly unknown[];
  readonly todo: readonly MoveNumber[];
  next: number;
  /** Asleep here; steps that were explored join. */
  sleep: MoveNumber[];
  /** Of the steps possible, where any of them may sleep. */
  readonly footprints: ReadonlyMap<ThreadId, Footprint>;
  readonly pending: readonly Pending[];
  /** Where they stand, if that matters. */
  readonly standing: readonly Standing[];
  /** Of the steps asleep that end threads of others: which. */
  readonly ends: Map<MoveNumber, readonly ThreadId[]>;
  /** What is left of the bound on preemptions. */
  readonly preemptionsLeft: number;
  /** The thread that took the step here, if it can go on. */
  readonly running: ThreadId | null;
  /** Its number. */
  readonly state: number;
}

/** How the system came to the state that it is in. */
interface Arrival {
  readonly sleep: readonly MoveNumber[];
  readonly ends: Map<MoveNumber, readonly ThreadId[]>;
  readonly preemptionsLeft: number;
  /** Null: it is the first state. */
  readonly from: { readonly state: number; readonly move: MoveNumber } | null;
}

/** Steps between two looks at whether what was left out could be. */
const STEPS_UNCHECKED = 256;
const NOTHING: ReadonlyMap<never, never> = new Map<never, never>();

export function searchStates<Snapshot, S extends System<Snapshot>>(
  system: S,
  options: StateSearchOptions<S>,
): StateSearchResult {
  return new StateSearch<Snapshot, S>(system, options).search();
}

class StateSearch<Snapshot, S extends System<Snapshot>> {
  /** With what was asleep when they were explored: those steps were not taken from them. */
  private readonly visited = new VisitedStates();
  private readonly path: Frame<Snapshot>[] = [];
  private readonly steps: Step[] = [];
  private schedules = 0;
  private blocked = 0;
  private transitions = 0;
  private cyclic = false;
  private cutBy: CutBy | 'misjudged' | null = null;
  private stopped = false;
  /** Null: all steps possible are explored. */
  private readonly sufficient: SufficientSteps | null;
  /** A step that commutes with those taken since need not be taken again. */
  private readonly isReduced: boolean;

  constructor(
    private readonly system: S,
    private readonly options: StateSearchOptions<S>,
  ) {
    const { bounds, graph, futures } = options;
    this.isReduced = bounds.preemptions === undefined && graph === undefined;
    this.sufficient =
      this.isReduced && futures !== undefined ? new SufficientSteps(system, futures) : null;
  }

  search(): StateSearchResult {
    const { system, options } = this;
    for (const observer of options.observers)
      for (const violation of observer.begin(system)) this.report(violation);
    const preemptionsLeft = options.bounds.preemptions ?? Infinity;
    this.arrive(system.pending(), { sleep: [], ends: new Map(), preemptionsLeft, from: null });
    while (this.path.length > 0 && !this.stopped) this.advance();
    if (!this.stopped) this.checkWhatWasLeftOut();
    const { schedules, blocked, transitions, cutBy, cyclic } = this;
    const states = Math.min(this.visited.size, this.options.bounds.states ?? Infinity);
    return { complete: cutBy === null, cutBy, states, schedules, blocked, transitions, cyclic };
  }

  /** The next step from the last state of the path, or a step back. */
  private advance(): void {
    const { system, path, options } = this;
    const frame = path[path.length - 1];
    if (frame === undefined) return;
    const number = frame.todo[frame.next];
    if (number === undefined) {
      path.pop();
      this.visited.leave(frame.state);
      this.steps.pop();
      return;
    }
    frame.next++;
    if (frame.next > 1) this.comeBack(frame);
    const move = moveOf(number);
    for (const observer of options.observers) observer.before?.(system, move);
    const step = system.take(move);
    this.transitions++;
    this.steps.push(step);
    if (system.misjudged === true) {
      this.stop('misjudged');
      return;
    }
    for (const observer of options.observers)
      for (const violation of observer.after(system, step)) this.report(violation);
    const pending = system.pending();
    const ended = this.isReduced ? endedBy(move.thread, frame.pending, pending) : NOBODY;
    if (ended.length > 0) this.isUnfit();
    const sleep = asleepAfter(frame, step, ended);
    const ends = new Map<MoveNumber, readonly ThreadId[]>();
    for (const [asleep, whom] of frame.ends) if (sleep.includes(asleep)) ends.set(asleep, whom);
    if (this.isReduced) {
      frame.sleep.push(number);
      if (ended.length > 0) frame.ends.set(number, ended);
    }
    const preempts = frame.running !== null && frame.running !== move.thread;
    const preemptionsLeft = frame.preemptionsLeft - (preempts ? 1 : 0);
    if (!this.checkLimits() || this.stopped) return;
    const before = path.length;
    const from = { state: frame.state, move: number };
    this.arrive(pending, { sleep, ends, preemptionsLeft, from });
    if (path.length === before) this.steps.pop();
  }

  private comeBack(frame: Frame<Snapshot>): void {
    const { system, options } = this;
    if (frame.snapshot === null) throw new Error('a state without a snapshot');
    system.restore(frame.snapshot, frame.next === frame.todo.length);
    options.observers.forEach((observer, k) => {
      observer.restore(frame.observed[k]);
    });
    this.steps.length = this.path.length - 1;
  }

  /** The program is none for persistent sets. */
  private isUnfit(): void {
    if (this.sufficient === null || this.options.futures === undefined) return;
    this.options.futures.isUnfit = true;
    this.stop('misjudged');
  }

  private checkWhatWasLeftOut(): void {
    if (this.sufficient?.holds() === false) this.stop('misjudged');
  }

  /** The system is in a state: it ends a path, or was explored before, or goes on the path. */
  private arrive(
    pending: readonly Pending[],
    { sleep, ends, preemptionsLeft, from }: Arrival,
  ): void {
    const { system, options, visited } = this;
    if (system.misjudged === true) {
      this.stop('misjudged');
      return;
    }
    const last = from === null ? null : threadOf(from.move);
    const standing =
      this.sufficient?.look(pending, this.path.at(-1)?.standing ?? [], last) ?? NOBODY;
    const enabled: MoveNumber[] = [];
    let lastCanGoOn = false;
    for (const { thread, enabled: can, ways } of pending) {
      if (!can) continue;
      if (thread === last) lastCanGoOn = true;
      for (let way = 0; way < ways; way++) enabled.push(moveNumber(thread, way));
    }
    if (enabled.length === 0) {
      this.conclude(pending, from);
      return;
    }
    const { depth, states } = options.bounds;
    if (depth !== undefined && this.steps.length >= depth) {
      this.cutBy ??= 'depth';
      return;
    }
    const running = lastCanGoOn ? last : null;
    const known = visited.size;
    const state = visited.meet(this.keyOf(running, preemptionsLeft));
    if (visited.isOnPath(state)) {
      this.cyclic = true;
      // What others do could be put off for ever by a cycle.
      this.isUnfit();
    }
    this.drawEdge(state, enabled, from);
    let todo: readonly MoveNumber[];
    let asleep: readonly MoveNumber[] = sleep;
    if (state === known) {
      if (states !== undefined && known >= states) {
        this.stop('states');
        return;
      }
      todo = difference(this.sufficientOf(enabled, standing), sleep);
      if (todo.length === 0) this.blocked++;
    } else {
      const before = visited.asleepIn(state);
      todo = difference(before, sleep).filter((each) => enabled.includes(each));
      asleep = intersection(sleep, before);
    }
    visited.putToSleep(state, asleep);
    if (preemptionsLeft <= 0 && running !== null) {
      const kept = todo.filter((each) => threadOf(each) === running);
      if (kept.length < todo.length) this.cutBy ??= 'preemptions';
      todo = kept;
    }
    if (todo.length === 0) return;
    if (last !== null) todo = lastFirst(todo, last);
    const several = todo.length > 1;
    this.path.push({
      snapshot: several ? system.snapshot() : null,
      observed: several ? options.observers.map((observer) => observer.snapshot()) : NOBODY,
      todo,
      next: 0,
      sleep: asleep.slice(),
      footprints:
        this.isReduced && (several || asleep.length > 0) ? this.footprintsOf(pending) : NOTHING,
      pending,
      standing,
      ends,
      preemptionsLeft,
      running,
      state,
    });
    visited.enter(state);
  }

  /** Nobody can go on. */
  private conclude(pending: readonly Pending[], from: Arrival['from']): void {
    const { system, options } = this;
    this.schedules++;
    this.drawEdge(this.visited.meet(this.keyOf(null, 0)), [], from);
    const end: EndKind = pending.length === 0 ? 'finished' : 'deadlock';
    options.ended(end);
    for (const observer of options.observers)
      for (const violation of observer.ended(system, end)) this.report(violation);
    const { schedules } = options.bounds;
    if (schedules !== undefined && this.schedules >= schedules) this.stop('schedules');
  }

  /** Of the steps possible those that are enough. */
  private sufficientOf(
    enabled: readonly MoveNumber[],
    standing: readonly Standing[],
  ): readonly MoveNumber[] {
    const set = this.sufficient?.choose(standing) ?? null;
    return set === null ? enabled : enabled.filter((move) => set.has(threadOf(move)));
  }

  private footprintsOf(pending: readonly Pending[]): ReadonlyMap<ThreadId, Footprint> {
    const footprints = new Map<ThreadId, Footprint>();
    for (const { thread, enabled } of pending)
      if (enabled) footprints.set(thread, this.system.expected(thread));
    return footprints;
  }

  private drawEdge(state: number, enabled: readonly MoveNumber[], from: Arrival['from']): void {
    const { graph } = this.options;
    if (graph === undefined) return;
    if (state === graph.size) graph.add(new Set(enabled.map(threadOf)));
    if (from !== null) graph.step(from.state, from.move, state);
  }

  private keyOf(running: ThreadId | null, preemptionsLeft: number): string {
    let key = this.system.stateKey();
    for (const observer of this.options.observers) key += observer.key();
    const isBounded = this.options.bounds.preemptions !== undefined;
    return isBounded ? `${key}/${running ?? ''}/${preemptionsLeft}` : key;
  }

  private report(violation: Violation): void {
    if (this.stopped) return;
    if (this.options.violated(violation, this.steps) === 'stop') this.stop('violation');
  }

  /** False: a limit is reached. */
  private checkLimits(): boolean {
    const { bounds } = this.options;
    if (bounds.transitions !== undefined && this.transitions >= bounds.transitions) {
      this.stop('transitions');
      return false;
    }
    const { transitions } = this;
    if (transitions % STEPS_UNCHECKED === 0) this.checkWhatWasLeftOut();
    if (
      transitions % PATIENCE === 0 &&
      !this.options.keepGoing({ states: this.visited.size, transitions })
    ) {
      this.stop('time');
      return false;
    }
    return true;
  }

  private stop(by: CutBy | 'misjudged'): void {
    if (!this.stopped) this.cutBy = by;
    this.stopped = true;
  }
}

const NOBODY: readonly never[] = [];

/** What sleeps on after a step: what commutes with it. */
function asleepAfter<Snapshot>(
  { sleep, footprints, ends }: Frame<Snapshot>,
  { move, footprint }: Step,
  ended: readonly ThreadId[],
): readonly MoveNumber[] {
  if (sleep.length === 0) return NOBODY;
  return sleep.filter((asleep) => {
    const thread = threadOf(asleep);
    const own = footprints.get(thread);
    return (
      thread !== move.thread &&
      own !== undefined &&
      areIndependent(own, footprint) &&
      !ended.includes(thread) &&
      ends.get(asleep)?.includes(move.thread) !== true
    );
  });
}

/** Threads of others that a step put an end to: it and any step of theirs don't commute. */
function endedBy(
  mover: ThreadId,
  before: readonly Pending[],
  after: readonly Pending[],
): readonly ThreadId[] {
  if (before.length <= 1) return NOBODY;
  if (before.length <= after.length && before.every(({ thread }, k) => after[k]?.thread === thread))
    return NOBODY;
  const ended: ThreadId[] = [];
  for (const { thread } of before)
    if (thread !== mover && !after.some((each) => each.thread === thread)) ended.push(thread);
  return ended;
}

/** The thread that ran goes on first: the first paths have few preemptions. */
function lastFirst(todo: readonly MoveNumber[], last: ThreadId): readonly MoveNumber[] {
  const first = todo.filter((each) => threadOf(each) === last);
  return first.length === 0 || first.length === todo.length
    ? todo
    : [...first, ...todo.filter((each) => threadOf(each) !== last)];
}
