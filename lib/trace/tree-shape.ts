/** The shape of a process tree: who created how many, brothers in any order. */
import type { ProcessNode } from './process-tree';

export interface TreeShape {
  readonly children: readonly TreeShape[];
}

export function treeShape(node: ProcessNode): TreeShape {
  return { children: node.children.map(treeShape) };
}

/** The same text for the same shape, and only for it: "(()(()))" is a process with two children, one with a child. */
export function shapeText({ children }: TreeShape): string {
  return `(${children.map(shapeText).sort().join('')})`;
}

export function sameShape(a: TreeShape, b: TreeShape): boolean {
  return shapeText(a) === shapeText(b);
}

/** Processes in the tree. */
export function shapeSize({ children }: TreeShape): number {
  return children.reduce((sum, child) => sum + shapeSize(child), 1);
}
