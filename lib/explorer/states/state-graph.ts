/**
 * The graph of all states and steps of a program that can go on for ever, and what its cycles tell.
 * Weak fairness: who can go on all the time gets a turn again and again. A cycle that leaves such a
 * thread out is no execution that would really happen; a spin loop that waits for another thread is of
 * that kind. A set of states that a fair execution never need leave is a livelock.
 */
import type { Move, ThreadId } from '../system';
import { moveOf, threadOf, type MoveNumber } from './sleep-set';

interface Node {
  /** Threads that have a step here. */
  readonly enabled: ReadonlySet<ThreadId>;
  readonly steps: Edge[];
}

interface Edge {
  readonly move: MoveNumber;
  readonly to: number;
}

/** An execution that goes on for ever: its beginning, and the steps that come round and round. */
export interface EndlessExecution {
  readonly beginning: readonly Move[];
  readonly cycle: readonly Move[];
}

export class StateGraph {
  private readonly nodes: Node[] = [];

  get size(): number {
    return this.nodes.length;
  }

  /** A state is met for the first time: its number. That of the first state is 0. */
  add(enabled: ReadonlySet<ThreadId>): number {
    this.nodes.push({ enabled, steps: [] });
    return this.nodes.length - 1;
  }

  step(from: number, move: MoveNumber, to: number): void {
    this.at(from).steps.push({ move, to });
  }

  /** An execution in which everybody who can go on does so again and again, and that never ends. */
  livelock(): EndlessExecution | null {
    for (const component of this.components()) {
      if (!this.isFair(component)) continue;
      for (const { node, way } of this.simplestWays())
        if (component.has(node))
          return { beginning: way(), cycle: this.roundTrip(component, node) };
    }
    return null;
  }

  /** For each thread that comes back to the same state all by itself: it waits by looking again and again. */
  busyWaits(): readonly { readonly thread: ThreadId; readonly execution: EndlessExecution }[] {
    const found = new Map<ThreadId, EndlessExecution>();
    for (const { node, way } of this.simplestWays())
      for (const thread of this.at(node).enabled) {
        if (found.has(thread)) continue;
        const cycle = this.cycleOf(node, thread);
        if (cycle !== null) found.set(thread, { beginning: way(), cycle });
      }
    return [...found].map(([thread, execution]) => ({ thread, execution }));
  }

  /** Follows one thread's steps; null: it comes to its end, or to where it has to wait. */
  private cycleOf(start: number, thread: ThreadId): readonly Move[] | null {
    const moves: Move[] = [];
    let at = start;
    do {
      const edge = this.at(at).steps.find(({ move }) => threadOf(move) === thread);
      if (edge === undefined || moves.length > CYCLE_STEPS_MAX) return null;
      moves.push(moveOf(edge.move));
      at = edge.to;
    } while (at !== start);
    return moves;
  }

  /** Everybody who can go on in all of its states takes a step in it. */
  private isFair(component: ReadonlySet<number>): boolean {
    const moved = new Set<ThreadId>();
    const candidates = new Map<ThreadId, number>();
    for (const number of component) {
      const { enabled, steps } = this.at(number);
      for (const thread of enabled) candidates.set(thread, (candidates.get(thread) ?? 0) + 1);
      for (const { move, to } of steps) if (component.has(to)) moved.add(threadOf(move));
    }
    if (moved.size === 0) return false;
    for (const [thread, count] of candidates)
      if (count === component.size && !moved.has(thread)) return false;
    return true;
  }

  /** Every state with the way there that has the fewest changes from one thread to another, those with fewer first. */
  private *simplestWays(): Generator<{
    readonly node: number;
    readonly way: () => readonly Move[];
  }> {
    const reached = new Map<string, Arrival>();
    const told = new Set<number>();
    let now: Arrival[] = [{ node: 0, last: null, move: null, before: null }];
    while (now.length > 0) {
      const afterChange: Arrival[] = [];
      // Grows while it is gone through: steps of the same thread cost nothing.
      for (const arrival of now) {
        const { node, last } = arrival;
        const key = `${node} ${last}`;
        if (reached.has(key)) continue;
        reached.set(key, arrival);
        if (!told.has(node)) {
          told.add(node);
          yield { node, way: () => movesTo(arrival) };
        }
        for (const { move, to } of this.at(node).steps) {
          const thread = threadOf(move);
          const next = { node: to, last: thread, move, before: arrival };
          (last === null || thread === last ? now : afterChange).push(next);
        }
      }
      now = afterChange;
    }
  }

  /** From a state through every thread's steps of a component and back. */
  private roundTrip(component: ReadonlySet<number>, start: number): readonly Move[] {
    const moves: Move[] = [];
    let at = start;
    const wanted = new Set<ThreadId>();
    for (const number of component)
      for (const { move, to } of this.at(number).steps)
        if (component.has(to)) wanted.add(threadOf(move));
    while (wanted.size > 0) {
      const path = this.pathTo(component, at, ({ move }) => wanted.has(threadOf(move)));
      for (const { move, to } of path) {
        moves.push(moveOf(move));
        wanted.delete(threadOf(move));
        at = to;
      }
    }
    if (at !== start)
      for (const { move } of this.pathTo(component, at, ({ to }) => to === start))
        moves.push(moveOf(move));
    return moves;
  }

  /** The shortest path inside of a component that ends with a step as wanted. */
  private pathTo(
    component: ReadonlySet<number>,
    from: number,
    isWanted: (edge: Edge) => boolean,
  ): readonly Edge[] {
    const reached = new Map<number, { readonly before: number; readonly edge: Edge } | null>([
      [from, null],
    ]);
    const queue = [from];
    for (const at of queue)
      for (const edge of this.at(at).steps) {
        if (!component.has(edge.to)) continue;
        if (isWanted(edge)) {
          const path = [edge];
          for (let step = reached.get(at); step != null; step = reached.get(step.before))
            path.unshift(step.edge);
          return path;
        }
        if (reached.has(edge.to)) continue;
        reached.set(edge.to, { before: at, edge });
        queue.push(edge.to);
      }
    throw new Error('a component that is not strongly connected');
  }

  /** Strongly connected components that have a cycle (Tarjan 1972), without recursion. */
  private *components(): Iterable<ReadonlySet<number>> {
    const index = new Int32Array(this.nodes.length).fill(-1);
    const low = new Int32Array(this.nodes.length);
    const onStack = new Uint8Array(this.nodes.length);
    const stack: number[] = [];
    let next = 0;
    for (let root = 0; root < this.nodes.length; root++) {
      if (index[root] !== -1) continue;
      const work: { readonly node: number; edge: number }[] = [];
      const enter = (node: number): void => {
        index[node] = low[node] = next++;
        stack.push(node);
        onStack[node] = 1;
        work.push({ node, edge: 0 });
      };
      enter(root);
      for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
        const { node } = top;
        const edge = this.at(node).steps[top.edge++];
        if (edge !== undefined) {
          const { to } = edge;
          if (index[to] === -1) enter(to);
          else if (onStack[to] === 1)
            low[node] = Math.min(low[node] as number, index[to] as number);
          continue;
        }
        work.pop();
        const parent = work.at(-1);
        if (parent !== undefined)
          low[parent.node] = Math.min(low[parent.node] as number, low[node] as number);
        if (low[node] !== index[node]) continue;
        const component = new Set<number>();
        for (let member = -1; member !== node;) {
          member = stack.pop() ?? node;
          onStack[member] = 0;
          component.add(member);
        }
        if (component.size > 1 || this.at(node).steps.some(({ to }) => to === node))
          yield component;
      }
    }
  }

  private at(number: number): Node {
    const node = this.nodes[number];
    if (node === undefined) throw new Error(`no state ${number}`);
    return node;
  }
}

/** How a state is come to. */
interface Arrival {
  readonly node: number;
  /** Who took the last step. */
  readonly last: ThreadId | null;
  readonly move: MoveNumber | null;
  readonly before: Arrival | null;
}

function movesTo(arrival: Arrival): readonly Move[] {
  const moves: Move[] = [];
  for (let at: Arrival | null = arrival; at !== null; at = at.before)
    if (at.move !== null) moves.push(moveOf(at.move));
  return moves.reverse();
}

/** Longer ones are no spin loops. */
const CYCLE_STEPS_MAX = 10_000;
