/** A process tree as text, one process a line, as pstree would draw it. */
import type { ExitStatus } from '../kernel/events';
import type { ProcessNode } from './process-tree';

export function treeText(roots: readonly ProcessNode[]): string {
  const lines: string[] = [];
  for (const root of roots) draw(root, '', '', lines);
  return lines.join('\n');
}

export function statusText(status: ExitStatus | null): string {
  if (status === null) return 'did not end';
  return status.kind === 'exited' ? `exit ${status.code}` : `killed by ${status.signal}`;
}

function draw(node: ProcessNode, before: string, below: string, lines: string[]): void {
  const zombie = node.ended !== null && node.reaped === null ? ', zombie' : '';
  const orphan = node.orphaned === null ? '' : ', orphan';
  lines.push(`${before}${node.pid} ${node.name} (${statusText(node.status)}${zombie}${orphan})`);
  node.children.forEach((child, k) => {
    const last = k === node.children.length - 1;
    draw(child, `${below}${last ? '└─ ' : '├─ '}`, `${below}${last ? '   ' : '│  '}`, lines);
  });
}
