import type { Pid } from '@/lib/kernel/pid';
import type { Processes } from '@/lib/trace/process-history/process-history';

export type PlacedProcess = {
  readonly pid: Pid;
  readonly x: number;
  readonly y: number;
  /** From 1. */
  readonly level: number;
  readonly parent: Pid | null;
  /** In order of creation; none while they are folded away. */
  readonly children: readonly Pid[];
  /** Processes below that are folded away. */
  readonly hidden: number;
};

export type TreeEdge = {
  readonly from: Pid;
  readonly to: Pid;
  readonly path: string;
  /** Where it ends, for an arrow's head. */
  readonly end: { readonly x: number; readonly y: number; readonly direction: 'down' | 'right' };
};

export type TreeLayout = {
  readonly nodes: ReadonlyMap<Pid, PlacedProcess>;
  readonly edges: readonly TreeEdge[];
  /** Where init stands; null: it adopts nobody. */
  readonly init: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
};

const COLUMN = 92;
const ROW = 96;
const MARGIN = { x: 48, top: 28, bottom: 56 } as const;
/** Children without children of their own: more than these hang below each other. */
const SIDE_BY_SIDE_MAX = 8;
const HANGING_MAX = 10;
const HANGING_ROW = 66;
const HANGING_COLUMN = 104;

/**
 * Leaves stand side by side in order of creation, a parent over the middle of its children. Many leaves of
 * one parent hang below each other in columns, as in an organization chart.
 */
export function layOutTree(
  processes: Processes,
  folded: ReadonlySet<Pid>,
  withInit: boolean,
): TreeLayout {
  const known = new Set(processes.map(({ pid }) => pid));
  const childrenOf = new Map<Pid | null, Pid[]>();
  for (const { pid, createdBy } of processes) {
    const maker = createdBy !== null && known.has(createdBy) ? createdBy : null;
    childrenOf.set(maker, [...(childrenOf.get(maker) ?? []), pid]);
  }
  const nodes = new Map<Pid, PlacedProcess>();
  const edges: TreeEdge[] = [];
  let right: number = MARGIN.x + (withInit ? COLUMN : 0);
  let bottom: number = MARGIN.top;

  function put(node: PlacedProcess): void {
    nodes.set(node.pid, node);
    bottom = Math.max(bottom, node.y);
  }

  /** The place of the node's middle. */
  function place(pid: Pid, parent: Pid | null, level: number, y: number): number {
    const all = childrenOf.get(pid) ?? [];
    const children = folded.has(pid) ? [] : all;
    const hidden = folded.has(pid) ? below(pid) : 0;
    const hangs = children.length > SIDE_BY_SIDE_MAX && children.every(isLeaf);
    const x = hangs ? hang(pid, children, level, y) : spread(pid, children, level, y);
    put({ pid, x, y, level, parent, children, hidden });
    return x;
  }

  function spread(pid: Pid, children: readonly Pid[], level: number, y: number): number {
    if (children.length === 0) {
      const x = right;
      right += COLUMN;
      return x;
    }
    const places = children.map((child) => ({
      child,
      x: place(child, pid, level + 1, y + ROW),
    }));
    const x = ((places[0]?.x ?? 0) + (places.at(-1)?.x ?? 0)) / 2;
    for (const { child, x: to } of places) edges.push(curve(pid, child, x, y, to, y + ROW));
    return x;
  }

  function hang(pid: Pid, children: readonly Pid[], level: number, y: number): number {
    const rows = Math.min(HANGING_MAX, Math.ceil(Math.sqrt(children.length)));
    const columns = Math.ceil(children.length / rows);
    const first = right;
    const x = first + ((columns - 1) * HANGING_COLUMN) / 2;
    children.forEach((child, k) => {
      const column = first + Math.floor(k / rows) * HANGING_COLUMN;
      const row = y + ROW + (k % rows) * HANGING_ROW;
      put({
        pid: child,
        x: column,
        y: row,
        level: level + 1,
        parent: pid,
        children: [],
        hidden: 0,
      });
      edges.push(rail(pid, child, x, y, column, row));
    });
    right = first + columns * HANGING_COLUMN;
    return x;
  }

  function isLeaf(pid: Pid): boolean {
    return (childrenOf.get(pid) ?? []).length === 0;
  }

  function below(pid: Pid): number {
    const children = childrenOf.get(pid) ?? [];
    return children.reduce((sum, child) => sum + 1 + below(child), 0);
  }

  for (const root of childrenOf.get(null) ?? []) place(root, null, 1, MARGIN.top);
  return {
    nodes,
    edges,
    init: withInit ? { x: MARGIN.x, y: MARGIN.top } : null,
    width: Math.max(2 * MARGIN.x, right - COLUMN + MARGIN.x),
    height: bottom + MARGIN.bottom,
  };
}

/** Below a node's words, above the next node. */
const LEAVES_AT = 50;
const ARRIVES_AT = 20;

function curve(from: Pid, to: Pid, x1: number, y1: number, x2: number, y2: number): TreeEdge {
  const start = y1 + LEAVES_AT;
  const end = y2 - ARRIVES_AT;
  const middle = (start + end) / 2;
  const path = `M${x1} ${start} C${x1} ${middle} ${x2} ${middle} ${x2} ${end}`;
  return { from, to, path, end: { x: x2, y: end, direction: 'down' } };
}

/** Down at the left of a column, and in from the side. */
function rail(from: Pid, to: Pid, x1: number, y1: number, x2: number, y2: number): TreeEdge {
  const start = y1 + LEAVES_AT;
  const turn = y1 + ROW - 36;
  const side = x2 - 44;
  const end = x2 - 21;
  const path = `M${x1} ${start} V${turn} H${side} V${y2} H${end}`;
  return { from, to, path, end: { x: end, y: y2, direction: 'right' } };
}
