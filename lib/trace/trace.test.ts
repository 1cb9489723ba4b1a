import { describe, expect, it } from 'vitest';
import { pid } from '../kernel/pid';
import { boot, call, exit, finish } from '../kernel/testing/assembled';
import { outgoingSlot } from '../vm/testing/assembler';
import { allNodes, processTree } from './process-tree';
import { processorIntervals, stateIntervals } from './state-intervals';
import { sameShape, shapeSize, shapeText, treeShape } from './tree-shape';
import { treeText } from './tree-text';

/** A process with two children; the second has a child that outlives it. */
function familyEvents() {
  return finish(
    boot([
      call('fork'),
      ['JZ64', outgoingSlot(0), 'first'],
      call('fork'),
      ['JZ64', outgoingSlot(0), 'second'],
      call('wait4', -1, 0, 0, 0),
      call('wait4', -1, 0, 0, 0),
      exit(0),
      'first',
      exit(1),
      'second',
      call('fork'),
      ['JZ64', outgoingSlot(0), 'third'],
      exit(2),
      'third',
      ['MOVI64', outgoingSlot(8), 1, 0],
      ['MOVI64', outgoingSlot(9), 0, 0],
      ['LEA', outgoingSlot(0), outgoingSlot(8) * 4],
      ['MOVI64', outgoingSlot(1), 0, 0],
      ['SYS', 35],
      exit(3),
    ]),
  ).events;
}

describe('process tree', () => {
  const roots = processTree(familyEvents());

  it('has who created whom, and what became of each', () => {
    expect(treeText(roots)).toBe(
      [
        '100 test.c (exit 0)',
        '├─ 101 test.c (exit 1)',
        '└─ 102 test.c (exit 2)',
        '   └─ 103 test.c (exit 3, orphan)',
      ].join('\n'),
    );
    expect(allNodes(roots).map(({ pid: id, reapedBy, state }) => [id, reapedBy, state])).toEqual([
      [100, 1, 'terminated'],
      [101, 100, 'terminated'],
      [102, 100, 'terminated'],
      [103, 1, 'terminated'],
    ]);
  });

  it('has a shape in which brothers have no order', () => {
    const [root] = roots;
    if (root === undefined) throw new Error('no tree');
    const shape = treeShape(root);
    expect(shapeText(shape)).toBe('((())())');
    expect(shapeSize(shape)).toBe(4);
    const leaf = { children: [] };
    expect(sameShape(shape, { children: [{ children: [leaf] }, leaf] })).toBe(true);
    expect(sameShape(shape, { children: [leaf, leaf, leaf] })).toBe(false);
  });
});

describe('state intervals', () => {
  const events = familyEvents();

  it('cover each process from its creation without gaps', () => {
    for (const { intervals } of stateIntervals(events)) {
      expect(intervals.length).toBeGreaterThan(0);
      intervals.slice(1).forEach((interval, k) => {
        expect(interval.from).toEqual(intervals[k]?.to);
      });
    }
    const sleeper = stateIntervals(events).find((row) => row.pid === pid(103));
    expect(sleeper?.intervals.find(({ state }) => state === 'waiting')?.reason?.kind).toBe('sleep');
  });

  it('give the processor to one process at a time', () => {
    const row = processorIntervals(events);
    expect(row.some((interval) => interval.pid === null)).toBe(true);
    row.slice(1).forEach((interval, k) => {
      expect(interval.from.timeNs).toBe(row[k]?.to.timeNs);
    });
  });
});
