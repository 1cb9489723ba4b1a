/**
 * Optimal dynamic partial-order reduction: of all executions that differ only in the order of steps
 * that commute, one is explored, and none is begun in vain (Abdulla, Aronis, Jonsson, Sagonas, "Source
 * Sets", JACM 64:4, 2017). Steps may block, and may be possible in several ways: see races.ts.
 *
 * It goes through executions depth first. States are not compared, so that a program with cycles ends
 * only by the depth limit. A state to return to is restored from a snapshot, which is made where a
 * branching is known; up to there a few steps may have to be taken again.
 */
import { ObservedSystem } from '../observed-system';
import type { EndKind } from '../properties/observer';
import type { CutBy, Violation } from '../result';
import { PATIENCE, type SearchOptions, type SearchResult } from '../search';
import type { Move, Pending, Step, System, ThreadId } from '../system';
import { Execution, none } from './execution';
import { Footprints } from './footprints';
import type { Node } from './node';
import { Races } from './races';
import type { PlannedEvent, WakeupBranch } from './wakeup-tree';

/** Bounds of preemptions and states make no sense here. */
export function searchTraces<Snapshot, S extends System<Snapshot>>(
  system: S,
  options: SearchOptions<S>,
): SearchResult {
  return new TraceSearch<Snapshot, S>(system, options).search();
}

class TraceSearch<Snapshot, S extends System<Snapshot>> {
  private readonly system: ObservedSystem<Snapshot, S>;
  private readonly footprints = new Footprints();
  private readonly execution = new Execution(this.footprints);
  private readonly nodes: Node[] = [];
  private readonly races: Races;
  private schedules = 0;
  private blocked = 0;
  private transitions = 0;
  private cutBy: CutBy | 'misjudged' | null = null;
  private isStopped = false;

  constructor(
    system: S,
    private readonly options: SearchOptions<S>,
  ) {
    const { bounds, observers } = options;
    if (bounds.preemptions !== undefined || bounds.states !== undefined)
      throw new Error('a search of traces bounds neither preemptions nor states');
    this.system = new ObservedSystem(system, observers, (violation) => this.violated(violation));
    this.races = new Races(this.system, this.execution, this.footprints, this.nodes, (depth) =>
      this.goTo(depth),
    );
  }

  search(): SearchResult {
    this.keep(this.enter([], []));
    while (!this.over()) {
      for (let next = this.choose(); next !== undefined; next = this.choose()) this.step(next);
      if (this.over()) break;
      this.races.noteWaiting();
      this.conclude();
      if (this.over()) break;
      this.races.plan();
      if (this.system.misjudged) this.stop('misjudged');
      if (this.over() || !this.backtrack()) break;
      const { schedules = Infinity } = this.options.bounds;
      if (this.schedules >= schedules) this.stop('schedules');
    }
    const { cutBy, schedules, blocked, transitions } = this;
    return { complete: cutBy === null, cutBy, states: 0, schedules, blocked, transitions };
  }

  private enter(sleep: PlannedEvent[], tree: WakeupBranch[]): Node {
    const pending = this.system.pending();
    const before = this.nodes.at(-1);
    const last = this.execution.length - 1;
    const has = (threads: readonly Pending[], thread: ThreadId) =>
      threads.some((other) => other.thread === thread);
    for (const { thread } of pending)
      if (before === undefined || !has(before.pending, thread))
        this.execution.addThread(thread, last);
    if (before !== undefined) {
      const others = before.pending.filter(({ thread }) => thread !== this.execution.thread(last));
      before.ended = others.map(({ thread }) => thread).filter((thread) => !has(pending, thread));
      const isDisabled = (thread: ThreadId) =>
        pending.some((now) => now.thread === thread && !now.enabled);
      if (others.some((other) => other.mayBlock === false && isDisabled(other.thread)))
        this.races.allMayBlock = true;
    }
    const node: Node = { pending, sleep, tree, ended: [], races: [], restore: undefined };
    this.nodes.push(node);
    if (this.system.misjudged) this.stop('misjudged');
    return node;
  }

  /** What to explore next from the present state, if anything. */
  private choose(): WakeupBranch | undefined {
    const node = this.present();
    const { depth = Infinity, transitions = Infinity } = this.options.bounds;
    if (this.over() || this.execution.length >= depth) return undefined;
    const next = node.tree[0] ?? this.awake(node);
    if (next === undefined) return undefined;
    if (this.transitions >= transitions) this.stop('transitions');
    else if (
      this.transitions % PATIENCE === 0 &&
      !this.options.keepGoing({ states: 0, transitions: this.transitions })
    )
      this.stop('time');
    return this.over() ? undefined : next;
  }

  private awake(node: Node): WakeupBranch | undefined {
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
    const taken = this.system.take({ thread, way });
    const footprint = this.footprints.numberOf(taken.footprint);
    branch.footprint = footprint;
    // Whom it ended or released wasn't known before.
    const most = this.footprints.union(expected, footprint);
    node.races = this.execution.push(thread, way, footprint, most);
    for (const released of taken.released ?? []) this.execution.release(released);
    this.transitions++;
    const sleep = node.sleep.filter(
      (other) => other.thread !== thread && !this.footprints.conflict(other.footprint, footprint),
    );
    this.enter(sleep, children);
  }

  /** The execution goes no further. */
  private conclude(): void {
    const { pending } = this.present();
    const { depth = Infinity } = this.options.bounds;
    if (pending.some(({ enabled }) => enabled)) {
      if (this.execution.length < depth) this.blocked++;
      else this.cutBy ??= 'depth';
      return;
    }
    this.schedules++;
    const end: EndKind = pending.length > 0 ? 'deadlock' : 'finished';
    this.options.ended(end);
    for (const violation of this.system.ended(end)) this.violated(violation);
  }

  private violated(violation: Violation): void {
    if (this.over()) return;
    const moves = Array.from({ length: this.execution.length }, (_, at) => this.move(at));
    const steps: Step[] = moves.map((move, at) => ({
      move,
      footprint: this.footprints.footprint(this.execution.footprint(at)),
    }));
    if (this.options.violated(violation, steps) === 'stop') this.stop('violation');
  }

  private over(): boolean {
    return this.isStopped;
  }

  private stop(by: CutBy | 'misjudged'): void {
    if (!this.isStopped) this.cutBy = by;
    this.isStopped = true;
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
      if (this.system.misjudged) this.stop('misjudged');
      return !this.over();
    }
    return false;
  }

  /** Brings the system to a state on the way to where the search is. */
  private goTo(depth: number): void {
    let from = depth;
    while (from > 0 && this.nodes[from]?.restore === undefined) from--;
    const restore = this.nodes[from]?.restore;
    if (restore === undefined) throw new Error('the first state was not kept');
    restore();
    for (let at = from; at < depth; at++) {
      if (this.system.misjudged) return;
      this.system.retake(this.move(at));
      const node = this.nodes[at + 1];
      if (node !== undefined && (at + 1 === depth || node.tree.length > 1)) this.keep(node);
    }
  }

  /** The system is in the state of the node. */
  private keep(node: Node): void {
    const snapshot = this.system.snapshot();
    node.restore = () => this.system.restore(snapshot);
  }

  private move(at: number): Move {
    return { thread: this.execution.thread(at), way: this.execution.way(at) };
  }

  private present(): Node {
    const node = this.nodes.at(-1);
    if (node === undefined) throw new Error('the search has not begun');
    return node;
  }
}
