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
import type { Futures } from './futures';
import { isPersistent, persistentSet, type Decision, type Standing } from './persistent-sets';
import {
  areIndependent,
  difference,
  intersection,
  moveNumber,
  moveOf,
  threadOf,
  type MoveNumber,
} from './sleep-set';

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
  readonly footprints: ReadonlyMap<ThreadId, Footprint>;
  /** Threads that have a step here. */
  readonly threads: readonly ThreadId[];
  /** Where they stand, if that matters. */
  readonly standing: readonly Standing[];
  /** Of the steps asleep that end threads of others: which. */
  readonly ends: Map<MoveNumber, readonly ThreadId[]>;
  /** What is left of the bound on preemptions. */
  readonly preemptionsLeft: number;
  /** The thread that took the step here, if it can go on. */
  readonly running: ThreadId | null;
  readonly key: string;
}

export function searchStates<Snapshot, S extends System<Snapshot>>(
  system: S,
  options: StateSearchOptions<S>,
): StateSearchResult {
  return new StateSearch<Snapshot, S>(system, options).search();
}

class StateSearch<Snapshot, S extends System<Snapshot>> {
  /** What was asleep when a state was explored: those steps were not taken from it. */
  private readonly visited = new Map<string, readonly MoveNumber[]>();
  private readonly path: Frame<Snapshot>[] = [];
  private readonly steps: Step[] = [];
  private schedules = 0;
  private blocked = 0;
  private transitions = 0;
  private cyclic = false;
  private readonly onPath = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private cutBy: CutBy | 'misjudged' | null = null;
  private stopped = false;
  /** Where not all steps possible were explored. */
  private readonly decisions: Decision[] = [];

  constructor(
    private readonly system: S,
    private readonly options: StateSearchOptions<S>,
  ) {}

  search(): StateSearchResult {
    const { system, options } = this;
    for (const observer of options.observers)
      for (const violation of observer.begin(system)) this.report(violation);
    this.arrive([], new Map(), options.bounds.preemptions ?? Infinity, null, null);
    while (this.path.length > 0 && !this.stopped) this.advance();
    const { futures } = this;
    if (futures?.grown === true && !this.stopped)
      if (!this.decisions.every((decision) => isPersistent(futures, decision)))
        this.stop('misjudged');
    const { schedules, blocked, transitions, cutBy } = this;
    const states = this.visited.size;
    const complete = cutBy === null;
    return { complete, cutBy, states, schedules, blocked, transitions, cyclic: this.cyclic };
  }

  /** The next step from the last state of the path, or a step back. */
  private advance(): void {
    const { system, path, options } = this;
    const frame = path[path.length - 1];
    if (frame === undefined) return;
    const number = frame.todo[frame.next];
    if (number === undefined) {
      path.pop();
      this.leave(frame.key);
      this.steps.pop();
      return;
    }
    frame.next++;
    if (frame.next > 1) {
      if (frame.snapshot === null) throw new Error('a state without a snapshot');
      system.restore(frame.snapshot, frame.next === frame.todo.length);
      options.observers.forEach((observer, k) => {
        observer.restore(frame.observed[k]);
      });
      this.steps.length = path.length - 1;
    }
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
    const ended = this.endedBy(move.thread, frame.threads);
    if (ended.length > 0) this.isUnfit();
    const sleep: MoveNumber[] = [];
    for (const asleep of frame.sleep) {
      const thread = threadOf(asleep);
      const footprint = frame.footprints.get(thread);
      if (
        thread !== move.thread &&
        footprint !== undefined &&
        areIndependent(footprint, step.footprint) &&
        !ended.includes(thread) &&
        frame.ends.get(asleep)?.includes(move.thread) !== true
      )
        sleep.push(asleep);
    }
    const ends = new Map([...frame.ends].filter(([asleep]) => sleep.includes(asleep)));
    if (this.isReduced) {
      frame.sleep.push(number);
      if (ended.length > 0) frame.ends.set(number, ended);
    }
    const preempts = frame.running !== null && frame.running !== move.thread;
    const left = frame.preemptionsLeft - (preempts ? 1 : 0);
    if (!this.checkLimits() || this.stopped) return;
    const before = path.length;
    this.arrive(sleep, ends, left, move.thread, {
      key: frame.key,
      move: number,
      thread: move.thread,
    });
    if (path.length === before) this.steps.pop();
  }

  /** The program is none for persistent sets. */
  private isUnfit(): void {
    if (this.futures === undefined) return;
    this.futures.isUnfit = true;
    this.stop('misjudged');
  }

  /** Threads of others that a step put an end to: it and any step of theirs don't commute. */
  private endedBy(mover: ThreadId, before: readonly ThreadId[]): readonly ThreadId[] {
    if (before.length <= 1 || !this.isReduced) return [];
    const pending = this.system.pending();
    const isLeft = (each: ThreadId): boolean => pending.some(({ thread }) => thread === each);
    return before.filter((thread) => thread !== mover && !isLeft(thread));
  }

  private get futures(): Futures | undefined {
    return this.isReduced ? this.options.futures : undefined;
  }

  private get isReduced(): boolean {
    return this.options.bounds.preemptions === undefined && this.options.graph === undefined;
  }

  /** The system is in a state: it ends a path, or was explored before, or goes on the path. */
  private arrive(
    sleep: MoveNumber[],
    ends: Map<MoveNumber, readonly ThreadId[]>,
    preemptionsLeft: number,
    last: ThreadId | null,
    from: {
      readonly key: string;
      readonly move: MoveNumber;
      readonly thread: ThreadId;
    } | null,
  ): void {
    const { system, options } = this;
    const pending = system.pending();
    if (system.misjudged === true) {
      this.stop('misjudged');
      return;
    }
    const standing = this.look(pending, from === null ? null : from.thread);
    const enabled: MoveNumber[] = [];
    const footprints = new Map<ThreadId, Footprint>();
    let lastCanGoOn = false;
    for (const { thread, enabled: can, ways } of pending) {
      if (!can) continue;
      if (thread === last) lastCanGoOn = true;
      footprints.set(thread, this.footprintOf(thread));
      for (let way = 0; way < ways; way++) enabled.push(moveNumber(thread, way));
    }
    if (enabled.length === 0) {
      this.schedules++;
      const key = this.keyOf(null, 0);
      if (!this.visited.has(key)) this.visited.set(key, []);
      this.drawEdge(key, [], from);
      const end: EndKind = pending.length === 0 ? 'finished' : 'deadlock';
      options.ended(end);
      for (const observer of options.observers)
        for (const violation of observer.ended(system, end)) this.report(violation);
      const { schedules } = options.bounds;
      if (schedules !== undefined && this.schedules >= schedules) this.stop('schedules');
      return;
    }
    const { depth } = options.bounds;
    if (depth !== undefined && this.steps.length >= depth) {
      this.cutBy ??= 'depth';
      return;
    }
    const running = lastCanGoOn ? last : null;
    const key = this.keyOf(running, preemptionsLeft);
    const before = this.visited.get(key);
    if (this.onPath.has(key)) {
      this.cyclic = true;
      // What others do could be put off for ever by a cycle.
      this.isUnfit();
    }
    this.drawEdge(key, enabled, from);
    let todo: readonly MoveNumber[];
    if (before === undefined) {
      const { states } = options.bounds;
      if (states !== undefined && this.visited.size >= states) {
        this.stop('states');
        return;
      }
      this.visited.set(key, sleep.slice());
      todo = difference(this.sufficient(enabled, standing), sleep);
      if (todo.length === 0) this.blocked++;
    } else {
      todo = difference(before, sleep).filter((each) => enabled.includes(each));
      sleep = intersection(sleep, before).slice();
      this.visited.set(key, sleep.slice());
    }
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
      observed: several ? options.observers.map((observer) => observer.snapshot()) : [],
      todo,
      next: 0,
      sleep,
      footprints,
      threads: pending.map(({ thread }) => thread),
      standing,
      ends,
      preemptionsLeft,
      running,
      key,
    });
    this.onPath.set(key, (this.onPath.get(key) ?? 0) + 1);
  }

  /** Where everybody stands, and by what step it came there. */
  private look(pending: readonly Pending[], mover: ThreadId | null): readonly Standing[] {
    const { system, futures } = this;
    if (futures === undefined || system.standing === undefined) return [];
    const before = this.path.at(-1)?.standing ?? [];
    const source = before.find(({ thread }) => thread === mover);
    const standing: Standing[] = [];
    for (const { thread, enabled } of pending) {
      const { location, needs } = system.standing(thread);
      const footprint = this.footprintOf(thread);
      const goesOnWithout =
        enabled && needs !== null && system.isTaken !== undefined && system.isTaken(needs);
      futures.see({ location, footprint, needs, goesOnWithout });
      const from = before.find((each) => each.thread === thread) ?? source;
      if (from !== undefined && from.location !== location) futures.cameTo(from.location, location);
      standing.push({ thread, location, footprint, enabled });
    }
    return standing;
  }

  /** Of the steps possible those that are enough. */
  private sufficient(
    enabled: readonly MoveNumber[],
    standing: readonly Standing[],
  ): readonly MoveNumber[] {
    const { futures, system } = this;
    if (futures === undefined || standing.length === 0) return enabled;
    const taken: number[] = [];
    for (const object of futures.neededObjects)
      if (system.isTaken?.(object) === true) taken.push(object);
    const set = persistentSet(futures, standing, taken);
    if (set === null) return enabled;
    this.decisions.push({ standing, taken, set });
    return enabled.filter((move) => set.has(threadOf(move)));
  }

  private leave(key: string): void {
    const count = this.onPath.get(key) ?? 0;
    if (count > 1) this.onPath.set(key, count - 1);
    else this.onPath.delete(key);
  }

  private drawEdge(
    key: string,
    enabled: readonly MoveNumber[],
    from: { readonly key: string; readonly move: MoveNumber } | null,
  ): void {
    const { graph } = this.options;
    if (graph === undefined) return;
    const source = from === null ? undefined : this.numbers.get(from.key);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = graph.add(new Set(enabled.map(threadOf)));
      this.numbers.set(key, number);
    }
    if (source !== undefined && from !== null) graph.step(source, from.move, number);
  }

  private footprintOf(thread: ThreadId): Footprint {
    const { system, options } = this;
    let footprint = system.expected(thread);
    for (const observer of options.observers) {
      const own = observer.touches?.(system, thread);
      if (own !== undefined && own.size > 0) footprint = new Map([...footprint, ...own]);
    }
    return footprint;
  }

  private keyOf(running: ThreadId | null, preemptionsLeft: number): string {
    let key = this.system.stateKey();
    for (const observer of this.options.observers) key += observer.key();
    return this.isReduced ? key : `${key}/${running ?? ''}/${preemptionsLeft}`;
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

/** The thread that ran goes on first: the first paths have few preemptions. */
function lastFirst(todo: readonly MoveNumber[], last: ThreadId): readonly MoveNumber[] {
  const first = todo.filter((each) => threadOf(each) === last);
  return first.length === 0 || first.length === todo.length
    ? todo
    : [...first, ...todo.filter((each) => threadOf(each) !== last)];
}
