/** What the lanes of a timeline are called: "parent" and "child", numbered where there are several. */
import type { TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { allNodes, type ProcessNode, processTree } from '../process-tree';

export function laneNames(events: readonly TraceEvent[]): ReadonlyMap<Pid, string> {
  const roots = processTree(events);
  const names = new Map<Pid, string>();
  const nameBelow = (parent: ProcessNode, prefix: string): void => {
    parent.children.forEach((child, k) => {
      const number = parent.children.length === 1 && prefix === '' ? '' : `${prefix}${k + 1}`;
      names.set(child.pid, number === '' ? 'child' : `child ${number}`);
      nameBelow(child, number === '' ? '1.' : `${number}.`);
    });
  };
  for (const root of roots) {
    names.set(root.pid, root.children.length === 0 ? 'process' : 'parent');
    nameBelow(root, '');
  }
  for (const { pid, name } of allNodes(roots)) if (!names.has(pid)) names.set(pid, name);
  return names;
}
