/** The shape of the tree that fork made: who created whom, brothers in any order. */
import type { RunReport } from '../../kernel/report';
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';
import type { TreeShape } from './check-schemas';
import { processes } from './process-count';

export const judgeProcessTree: JudgeRun<Extract<Check, { kind: 'process-tree' }>> = (
  check,
  { report },
) => {
  const actual = createdTree(report);
  if (canonical(actual) === canonical(check.shape)) return passed;
  const wanted = count(check.shape);
  const made = count(actual);
  const summary =
    made === wanted
      ? `The program makes ${processes(made)}, as it should, but they are not related as they should be.`
      : `The program makes ${processes(made)} (counting the first).`;
  return failed(summary, {
    detail: `${made === wanted ? '' : `It should make ${wanted}. `}${hint(actual, check.shape)}`,
    line: null,
    expected: drawing(check.shape),
    actual: drawing(actual),
  });
};

/** The tree below the first process, by who created whom: reparenting does not change it. */
function createdTree({ processes }: RunReport): TreeShape {
  const first = processes[0]?.pid;
  const below = (pid: number | undefined): TreeShape => ({
    children: processes
      .filter(({ createdBy, pid: own }) => createdBy === pid && own !== first)
      .map(({ pid: child }) => below(child)),
  });
  return below(first);
}

function canonical({ children }: TreeShape): string {
  return `(${children.map(canonical).sort().join('')})`;
}

function count({ children }: TreeShape): number {
  return children.reduce((sum, child) => sum + count(child), 1);
}

function depth({ children }: TreeShape): number {
  return 1 + Math.max(0, ...children.map(depth));
}

function hint(actual: TreeShape, wanted: TreeShape): string {
  const own = actual.children.length;
  const wantedOwn = wanted.children.length;
  if (own !== wantedOwn) {
    return `The first process creates ${own === 0 ? 'no child' : own === 1 ? 'one child' : `${own} children`} itself, it should create ${wantedOwn}.`;
  }
  const generations = depth(actual);
  const wantedGenerations = depth(wanted);
  if (generations !== wantedGenerations) {
    return `There are ${generations} generations, there should be ${wantedGenerations}.`;
  }
  return 'Compare the two drawings: find the first process whose number of children differs.';
}

/** Letters by order of breadth, as a figure would have them: P, then its children P1, P2, … */
function drawing(shape: TreeShape): string {
  const lines: string[] = [];
  const draw = (
    node: TreeShape,
    label: string,
    indent: string,
    last: boolean,
    root: boolean,
  ): void => {
    lines.push(root ? label : `${indent}${last ? '└─ ' : '├─ '}${label}`);
    const below = root ? '' : `${indent}${last ? '   ' : '│  '}`;
    const sorted = [...node.children].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
    sorted.forEach((child, at) => {
      draw(child, `${label}.${at + 1}`, below, at === sorted.length - 1, false);
    });
  };
  draw(shape, 'P', '', true, true);
  return lines.join('\n');
}
