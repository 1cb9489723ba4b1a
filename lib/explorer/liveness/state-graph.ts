/**
 * The whole graph of states: every step of every state, none left out, as properties of infinite executions
 * need it. Breadth first, so each state is reached by as few steps as can be.
 */
import type { Move, System, ThreadId } from '../system';

export interface StateNode {
  /** Threads that can take a step here. */
  readonly enabled: ReadonlySet<ThreadId>;
  /** Threads that have to wait. */
  readonly waiting: ReadonlySet<ThreadId>;
  readonly edges: readonly StateEdge[];
  /** How it was reached first; null: the first state. */
  readonly from: { readonly state: number; readonly move: Move } | null;
}

export interface StateEdge {
  readonly move: Move;
  readonly to: number;
}

export interface StateGraph {
  readonly nodes: readonly StateNode[];
  /** False: there are more states than the limit allows. */
  readonly complete: boolean;
}

/** `counts`: whose waiting is of interest in the present state. null: begin again, something was misjudged. */
export function stateGraph<Snapshot>(
  system: System<Snapshot>,
  statesMax: number,
  counts: (thread: ThreadId) => boolean,
): StateGraph | null {
  const numbers = new Map<string, number>();
  const nodes: StateNode[] = [];
  const open: { readonly snapshot: Snapshot; readonly number: number }[] = [];
  const arrive = (from: StateNode['from']): number | null => {
    const key = system.stateKey();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (numbers.size >= statesMax) return null;
    const number = numbers.size;
    numbers.set(key, number);
    const pending = system.pending();
    nodes.push({
      enabled: new Set(pending.filter((each) => each.enabled).map(({ thread }) => thread)),
      waiting: new Set(
        pending.filter((each) => !each.enabled && counts(each.thread)).map(({ thread }) => thread),
      ),
      edges: [],
      from,
    });
    open.push({ snapshot: system.snapshot(), number });
    return number;
  };
  arrive(null);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const edges: StateEdge[] = [];
    system.restore(next.snapshot);
    const pending = system.pending();
    for (const { thread, enabled, ways } of pending) {
      if (!enabled) continue;
      for (let way = 0; way < ways; way++) {
        system.restore(next.snapshot);
        const move = { thread, way };
        system.take(move);
        const to = arrive({ state: next.number, move });
        if (system.misjudged === true) return null;
        if (to === null) return { nodes, complete: false };
        edges.push({ move, to });
      }
    }
    const node = nodes[next.number];
    if (node !== undefined) nodes[next.number] = { ...node, edges };
  }
  return { nodes, complete: true };
}

/** Steps from the first state. */
export function pathTo({ nodes }: StateGraph, state: number): readonly Move[] {
  const moves: Move[] = [];
  for (let at = nodes[state]; at?.from != null; at = nodes[at.from.state]) moves.push(at.from.move);
  return moves.reverse();
}

/**
 * Strongly connected components (Tarjan 1972) of the graph on some of its states, only those with a step
 * inside.
 */
export function components(graph: StateGraph, states: ReadonlySet<number>): ReadonlySet<number>[] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const found: ReadonlySet<number>[] = [];
  const targets = (state: number): readonly number[] =>
    (graph.nodes[state]?.edges ?? []).map(({ to }) => to).filter((to) => states.has(to));
  const enter = (state: number): Visit => {
    index.set(state, index.size);
    low.set(state, index.get(state) ?? 0);
    stack.push(state);
    onStack.add(state);
    return { state, targets: targets(state), next: 0 };
  };
  for (const root of states) {
    if (index.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { state } = visit;
      const to = visit.targets[visit.next++];
      if (to !== undefined) {
        if (!index.has(to)) visits.push(enter(to));
        else if (onStack.has(to)) lower(low, state, index.get(to) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(low, parent.state, low.get(state) ?? 0);
      if (low.get(state) !== index.get(state)) continue;
      const component = new Set(stack.splice(stack.indexOf(state)));
      for (const each of component) onStack.delete(each);
      if (component.size > 1 || targets(state).includes(state)) found.push(component);
    }
  }
  return found;
}

interface Visit {
  readonly state: number;
  readonly targets: readonly number[];
  next: number;
}

function lower(low: Map<number, number>, state: number, to: number): void {
  low.set(state, Math.min(low.get(state) ?? to, to));
}
