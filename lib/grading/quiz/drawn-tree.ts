/**
 * A process tree as students draw it, and as it is kept: `P(A,B(C))` is P with the children A and B, and B
 * with the child C. Names are the student's own and don't count; `?` stands for none.
 */
import { shapeSize, type TreeShape } from '../../trace/tree-shape';

export interface DrawnNode {
  readonly name: string;
  readonly children: readonly DrawnNode[];
}

const NODES_MAX = 200;
const DEPTH_MAX = 40;

export const LONE_PROCESS: DrawnNode = { name: '', children: [] };

export function treeToText({ name, children }: DrawnNode): string {
  const inside = children.length === 0 ? '' : `(${children.map(treeToText).join(',')})`;
  return `${name === '' ? '?' : name}${inside}`;
}

/** What a name may hold: the signs of the text form are left out. */
export function treeName(text: string): string {
  return text.replace(/[(),?]/g, '').slice(0, 20);
}

/** Null: it is no tree, or too large. */
export function treeFromText(text: string): DrawnNode | null {
  let position = 0;
  let nodes = 0;
  const node = (depth: number): DrawnNode | null => {
    const name = /^[^(),]{1,20}/.exec(text.slice(position, position + 20))?.[0];
    if (name === undefined || depth > DEPTH_MAX || ++nodes > NODES_MAX) return null;
    position += name.length;
    const children: DrawnNode[] = [];
    if (text[position] === '(') {
      do {
        position++;
        const child = node(depth + 1);
        if (child === null) return null;
        children.push(child);
      } while (text[position] === ',');
      if (text[position] !== ')') return null;
      position++;
    }
    return { name: name.trim() === '?' ? '' : name.trim(), children };
  };
  const root = node(0);
  return root !== null && position === text.length ? root : null;
}

export function shapeToText(shape: TreeShape): string {
  return treeToText(named(shape, 'P'));
}

/** P, P1, P2, P1.1 ...: by descent. */
function named({ children }: TreeShape, name: string): DrawnNode {
  return {
    name,
    children: children.map((child, at) =>
      named(child, name === 'P' ? `P${at + 1}` : `${name}.${at + 1}`),
    ),
  };
}

/** So many processes of the two trees can be laid over each other, parent over parent, from the root on. */
export function commonSize(a: TreeShape, b: TreeShape): number {
  return 1 + bestPairing(a.children, b.children);
}

/** Pairs children so that the sum is greatest; the larger first and greedily where there are very many. */
function bestPairing(some: readonly TreeShape[], others: readonly TreeShape[]): number {
  const [few, many] = some.length <= others.length ? [some, others] : [others, some];
  if (many.length > 10) {
    const bySize = (list: readonly TreeShape[]) =>
      list.toSorted((x, y) => shapeSize(y) - shapeSize(x));
    const partners = bySize(many);
    return bySize(few).reduce((sum, child, at) => {
      const partner = partners[at];
      return partner === undefined ? sum : sum + commonSize(child, partner);
    }, 0);
  }
  const gains = few.map((child) => many.map((partner) => commonSize(child, partner)));
  // best[used]: of the children so far, with these partners taken.
  let best = new Map<number, number>([[0, 0]]);
  for (const row of gains) {
    const next = new Map<number, number>();
    for (const [used, sum] of best)
      row.forEach((gain, at) => {
        if ((used & (1 << at)) !== 0) return;
        const taken = used | (1 << at);
        next.set(taken, Math.max(next.get(taken) ?? 0, sum + gain));
      });
    best = next;
  }
  return Math.max(0, ...best.values());
}
