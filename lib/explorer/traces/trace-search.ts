/**
 * Optimal dynamic partial-order reduction: of all executions that differ only in the order of steps
 * that commute, one is explored, and none is begun in vain (Abdulla, Aronis, Jonsson, Sagonas, "Source
 * Sets", JACM 64:4, 2017). Steps may block, and may be possible in several ways: see races.ts.
 *
 * It goes through executions depth first. States are not compared, so that a program with cycles ends
 * only by the depth limit. A state to return to is restored from a snapshot, which is made where a
 * branching is known; up to there a few steps may have to be taken again.
 */
import type { ExecutionEnd, SearchLimits, SearchObserver, SearchResult, StopReason } from '../search';
import type { Move, Pending, System } from '../system';
import { Execution, none } from './execution';
import { Footprints } from './footprints';
import { Races } from './races';
import type { PlannedEvent, WakeupBranch } from './wakeup-tree';

/** A state on the way, before the event of the same number. */
export interface Node<Snapshot> {
  readonly pending: readonly Pending[];
  /** What was explored from here, or before and commutes with all since: never the next event. */
  readonly sleep: PlannedEvent[];
  /** What is to be explored from here. The first branch is the one being explored. */
  readonly tree: WakeupBranch[];
  snapshot: Snapshot | undefined;
  /** The events that the event taken here races with, latest first. */
  races: readonly number[];
}

export function searchTraces<Snapshot>(
  system: System<Snapshot>,
  observer: SearchObserver,
  limits: SearchLimits = {},
): SearchResult {
  return new TraceSearch(system, observer, limits).run();
}

class TraceSearch<Snapshot> {
  private readonly footprints = new Footprints();
  private readonly execution = new Execution(this.footprints);
  private readonly nodes: Node<Snapshot>[] = [];
  private schedules = 0;
  private blocked = 0;
  private transitions = 0;
  private isCut = false;

  constructor(
    private readonly system: System<Snapshot>,
    private readonly observer: SearchObserver,
    private readonly limits: SearchLimits,
  ) {}

  run(): SearchResult {
    const races = new Races(this.system, this.execution, this.footprints, this.nodes, (depth) =>
      this.goTo(depth),
    );
    const { transitionsMax = Infinity, schedulesMax = Infinity } = this.limits;
    this.enter([], []).snapshot = this.system.snapshot();
    for (;;) {
      for (;;) {
        const next = this.choose();
        if (next === undefined) break;
        if (this.transitions >= transitionsMax) return this.result('transitions');
        this.step(next);
      }
      if (this.report() === 'stop') return this.result('observer');
      races.plan();
      if (!this.backtrack()) return this.result(undefined);
      if (this.schedules >= schedulesMax) return this.result('schedules');
    }
  }

  private result(stopped: StopReason | undefined): SearchResult {
    return {
      complete: stopped === undefined && !this.isCut,
      stopped: stopped ?? (this.isCut ? 'depth' : undefined),
      schedules: this.schedules,
      blocked: this.blocked,
      transitions: this.transitions,
    };
  }

  private enter(sleep: PlannedEvent[], tree: WakeupBranch[]): Node<Snapshot> {
    const pending = this.system.pending();
    const before = this.nodes.at(-1);
    for (const { thread } of pending)
      if (before?.pending.every((other) => other.thread !== thread) ?? true)
        this.execution.addThread(thread, this.execution.length - 1);
    const node: Node<Snapshot> = { pending, sleep, tree, snapshot: undefined, races: [] };
    this.nodes.push(node);
    return node;
  }

  /** What to explore next from the present state, if anything. */
  private choose(): WakeupBranch | undefined {
    const node = this.present();
    if (this.execution.length >= (this.limits.depthMax ?? Infinity)) return undefined;
    const planned = node.tree[0];
    if (planned !== undefined) return planned;
    for (const { thread, enabled, ways } of node.pending)
      for (let way = 0; enabled && way < ways; way++) {
        if (node.sleep.some((other) => other.thread === thread && other.way === way)) continue;
        const branch = { thread, way, footprint: none, children: [] };
        node.tree.push(branch);
        return branch;
      }
    return undefined;
  }

  private step(branch: WakeupBranch): void {
    const { thread, way, children } = branch;
    const node = this.present();
    const expected = this.footprints.numberOf(this.system.expected(thread));
    const footprint = this.footprints.numberOf(this.system.take({ thread, way }).footprint);
    branch.footprint = footprint;
    node.races = this.execution.push(thread, way, footprint, expected);
    this.transitions++;
    const sleep = node.sleep.filter(
      (other) => other.thread !== thread && !this.footprints.conflict(other.footprint, footprint),
    );
    this.enter(sleep, children);
  }

  private report(): 'continue' | 'stop' {
    const { pending } = this.present();
    const canGoOn = pending.some(({ enabled }) => enabled);
    if (canGoOn && this.execution.length < (this.limits.depthMax ?? Infinity)) {
      this.blocked++;
      return 'continue';
    }
    this.schedules++;
    this.isCut ||= canGoOn;
    const kind = canGoOn ? 'cut' : pending.length > 0 ? 'deadlock' : 'finished';
    return this.observer.ended(this.end(kind));
  }

  private end(kind: ExecutionEnd['kind']): ExecutionEnd {
    const moves = () => Array.from({ length: this.execution.length }, (_, at) => this.move(at));
    return {
      kind,
      schedule: moves,
      steps: () =>
        moves().map((move, at) => ({
          move,
          footprint: this.footprints.footprint(this.execution.footprint(at)),
        })),
    };
  }

  /** Back to the last state from which something is still to be explored; false if there is none. */
  private backtrack(): boolean {
    while (this.execution.length > 0) {
      const at = this.execution.length - 1;
      const explored: PlannedEvent = {
        ...this.move(at),
        footprint: this.execution.footprint(at),
      };
      this.nodes.pop();
      this.execution.pop();
      const node = this.present();
      node.tree.shift();
      node.sleep.push(explored);
      if (node.tree.length === 0) continue;
      this.goTo(at);
      return true;
    }
    return false;
  }

  /** Brings the system to a state on the way to where the search is. */
  private goTo(depth: number): void {
    let from = depth;
    while (from > 0 && this.nodes[from]?.snapshot === undefined) from--;
    const snapshot = this.nodes[from]?.snapshot;
    if (snapshot === undefined) throw new Error('the first state was not kept');
    this.system.restore(snapshot);
    for (let at = from; at < depth; at++) {
      this.system.take(this.move(at));
      const node = this.nodes[at + 1];
      if (node !== undefined && (at + 1 === depth || node.tree.length > 1))
        node.snapshot = this.system.snapshot();
    }
  }

  private move(at: number): Move {
    return { thread: this.execution.thread(at), way: this.execution.way(at) };
  }

  private present(): Node<Snapshot> {
    const node = this.nodes.at(-1);
    if (node === undefined) throw new Error('the search has not begun');
    return node;
  }
}
