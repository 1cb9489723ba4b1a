import { type DrawnNode, LONE_PROCESS, treeName } from '@/lib/grading/quiz/drawn-tree';

/** The way from the root to a process: which child each time. */
export type TreePath = readonly number[];

export const ROOT: TreePath = [];

export function nodeAt(root: DrawnNode, path: TreePath): DrawnNode | null {
  let node: DrawnNode | undefined = root;
  for (const at of path) node = node?.children[at];
  return node ?? null;
}

function changedAt(
  root: DrawnNode,
  [first, ...rest]: TreePath,
  change: (node: DrawnNode) => DrawnNode,
): DrawnNode {
  if (first === undefined) return change(root);
  return {
    ...root,
    children: root.children.map((child, at) =>
      at === first ? changedAt(child, rest, change) : child,
    ),
  };
}

/** The new child is the last one. */
export function withChild(root: DrawnNode, path: TreePath): DrawnNode {
  return changedAt(root, path, (node) => ({ ...node, children: [...node.children, LONE_PROCESS] }));
}

/** The root stays: there is always a first process. */
export function without(root: DrawnNode, path: TreePath): DrawnNode {
  const last = path.at(-1);
  if (last === undefined) return root;
  return changedAt(root, path.slice(0, -1), (node) => ({
    ...node,
    children: node.children.filter((_child, at) => at !== last),
  }));
}

export function named(root: DrawnNode, path: TreePath, name: string): DrawnNode {
  return changedAt(root, path, (node) => ({ ...node, name: treeName(name) }));
}

/** In the order in which they are drawn. */
export function allPaths(node: DrawnNode, path: TreePath = ROOT): readonly TreePath[] {
  return [path, ...node.children.flatMap((child, at) => allPaths(child, [...path, at]))];
}

export function samePath(a: TreePath, b: TreePath): boolean {
  return a.join() === b.join();
}
