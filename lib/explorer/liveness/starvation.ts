/**
 * Starvation under fair schedules: an execution that never ends, in which every thread that can take a step
 * again and again does so again and again (strong fairness), and yet one waits for ever while the others
 * go on. Found as a strongly connected set of states in all of which the thread waits, and in which everybody
 * takes a step who could somewhere; where somebody who could doesn't, the states where he could are taken
 * out and what is left is looked at again (Emerson and Lei 1987).
 */
import type { Move, System, ThreadId } from '../system';
import { components, pathTo, stateGraph, type StateGraph } from './state-graph';

export type StarvationResult =
  | {
      readonly kind: 'starvation';
      readonly thread: ThreadId;
      /** To a state from which it never goes on. */
      readonly moves: readonly Move[];
      /** Who goes on meanwhile. */
      readonly others: readonly ThreadId[];
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-large' };

/** null: begin again, something was misjudged. */
export function findStarvation<Snapshot>(
  system: System<Snapshot>,
  statesMax: number,
  counts: (thread: ThreadId) => boolean,
): StarvationResult | null {
  const graph = stateGraph(system, statesMax, counts);
  if (graph === null) return null;
  const threads = new Set(graph.nodes.flatMap(({ waiting }) => [...waiting]));
  for (const thread of threads) {
    const states = new Set<number>();
    graph.nodes.forEach(({ waiting }, state) => {
      if (waiting.has(thread)) states.add(state);
    });
    const fair = fairComponent(graph, states);
    if (fair === null) continue;
    const nearest = Math.min(...fair.states);
    return { kind: 'starvation', thread, moves: pathTo(graph, nearest), others: fair.moving };
  }
  return graph.complete ? { kind: 'none' } : { kind: 'too-large' };
}

interface FairComponent {
  readonly states: ReadonlySet<number>;
  readonly moving: readonly ThreadId[];
}

function fairComponent(graph: StateGraph, states: ReadonlySet<number>): FairComponent | null {
  for (const component of components(graph, states)) {
    const moving = new Set<ThreadId>();
    const able = new Set<ThreadId>();
    for (const state of component) {
      const node = graph.nodes[state];
      for (const thread of node?.enabled ?? []) able.add(thread);
      for (const { move, to } of node?.edges ?? []) if (component.has(to)) moving.add(move.thread);
    }
    const idle = [...able].filter((thread) => !moving.has(thread));
    if (idle.length === 0) return { states: component, moving: [...moving] };
    const left = new Set(
      [...component].filter(
        (state) => !idle.some((thread) => graph.nodes[state]?.enabled.has(thread)),
      ),
    );
    const inner = fairComponent(graph, left);
    if (inner !== null) return inner;
  }
  return null;
}
