import { describe, expect, it } from 'vitest';
import { pid } from '../kernel/pid';
import { firstComeFirstServed } from '../kernel/scheduling/policies/first-come-first-served';
import { boot, call, exit, finish } from '../kernel/testing/assembled';
import { bootImage, imageOf } from '../kernel/testing/c-program';
import { outgoingSlot } from '../vm/testing/assembler';
import { allNodes, processTree } from './process-tree';
import { processorRows } from './processor-intervals';
import { queuesOverTime } from './queues';
import { stateIntervals } from './state-intervals';
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
    const [row, ...others] = processorRows(events);
    if (row === undefined) throw new Error('nobody ran');
    expect(others).toEqual([]);
    expect(row.intervals.some((interval) => interval.pid === null)).toBe(true);
    row.intervals.slice(1).forEach((interval, k) => {
      expect(interval.from.timeNs).toBe(row.intervals[k]?.to.timeNs);
    });
  });
});

describe('a workload on two processors and a device', () => {
  const source = `#include <forkyard/workload.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      cpu_burst((k + 1) * 1000);
      device_service(7, 5000);
      _exit(0);
    }
  while (wait(NULL) > 0) {
  }
  return 0;
}
`;
  const machine = bootImage(imageOf('load.c', source), {
    scheduler: firstComeFirstServed(),
    processors: 2,
    costs: { systemCallNs: 0, contextSwitchNs: 0 },
  });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  const { events } = machine;
  const milliseconds = (timeNs: number): number => Math.round(timeNs / 1_000_000);

  it('has a row in the Gantt chart for each processor', () => {
    const long = processorRows(events).map(({ processor, intervals }) => [
      processor,
      ...intervals.flatMap(({ pid: who, from, to }) =>
        who === null || to.timeNs - from.timeNs < 500_000
          ? []
          : [[who, milliseconds(from.timeNs), milliseconds(to.timeNs)]],
      ),
    ]);
    // Children of 1, 2 and 3 ms: the third follows the first.
    expect(long).toEqual([
      [0, [102, 0, 2]],
      [1, [101, 0, 1], [103, 1, 4]],
    ]);
  });

  it('has a queue of the device', () => {
    const queues = queuesOverTime(events);
    const changes = queues.flatMap(({ from, devices }) =>
      devices.map(({ device, queue }) => [milliseconds(from.timeNs), device, queue.length]),
    );
    // They arrive at 1, 2 and 4, and are served until 6, 11 and 16.
    expect(changes.filter((change, k) => String(change) !== String(changes[k - 1]))).toEqual([
      [1, 7, 1],
      [2, 7, 2],
      [4, 7, 3],
      [6, 7, 2],
      [11, 7, 1],
    ]);
  });
});
