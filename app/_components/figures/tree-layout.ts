import type { Pid } from '@/lib/kernel/pid';
import type { Processes, ProcessView } from './process-history';

export type PlacedProcess = {
  readonly process: ProcessView;
  readonly x: number;
  readonly y: number;
};

export type TreeLayout = {
  readonly nodes: readonly PlacedProcess[];
  readonly edges: readonly { readonly from: PlacedProcess; readonly to: PlacedProcess }[];
  readonly width: number;
  readonly height: number;
};

const COLUMN = 92;
const ROW = 92;
const MARGIN = { x: 46, top: 26, bottom: 52 } as const;

/** Leaves stand side by side in order of creation, a parent over the middle of its children. */
export function layOutTree(processes: Processes): TreeLayout {
  const known = new Set(processes.map(({ pid }) => pid));
  const childrenOf = (pid: Pid | null) =>
    processes.filter(({ createdBy }) =>
      pid === null ? createdBy === null || !known.has(createdBy) : createdBy === pid,
    );

  const nodes: PlacedProcess[] = [];
  const edges: { from: PlacedProcess; to: PlacedProcess }[] = [];
  let leaves = 0;
  let depthMax = 0;

  function place(process: ProcessView, depth: number): PlacedProcess {
    depthMax = Math.max(depthMax, depth);
    const children = childrenOf(process.pid).map((child) => place(child, depth + 1));
    const first = children[0];
    const last = children.at(-1);
    const x =
      first === undefined || last === undefined
        ? MARGIN.x + COLUMN * leaves++
        : (first.x + last.x) / 2;
    const node = { process, x, y: MARGIN.top + ROW * depth };
    nodes.push(node);
    for (const child of children) edges.push({ from: node, to: child });
    return node;
  }

  for (const root of childrenOf(null)) place(root, 0);
  return {
    nodes,
    edges,
    width: 2 * MARGIN.x + COLUMN * Math.max(0, leaves - 1),
    height: MARGIN.top + MARGIN.bottom + ROW * depthMax,
  };
}
