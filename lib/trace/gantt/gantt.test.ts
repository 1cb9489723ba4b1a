import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../kernel/events';
import type { Machine } from '../../kernel/machine';
import { pid } from '../../kernel/pid';
import { firstComeFirstServed } from '../../kernel/scheduling/policies/first-come-first-served';
import { roundRobin } from '../../kernel/scheduling/policies/round-robin';
import { bootImage, imageOf } from '../../kernel/testing/c-program';
import { QueueHistory, queuesOverTime } from '../queues';
import { intervalAt, visibleBars } from './bars';
import { ganttChart, type Line, NOBODY, STATE_CODES } from './gantt-chart';
import { Moments } from './moments';
import { schedulingTimes } from './scheduling-times';

const LOAD = `#include <forkyard/workload.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int bursts[] = {24000, 3000, 3000};
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      cpu_burst(bursts[k]);
      _exit(0);
    }
  while (wait(NULL) > 0) {
  }
  return 0;
}
`;

const DEVICES = LOAD.replace('_exit(0)', 'device_service(7, 5000); _exit(0)');

function finished(source: string, options: Parameters<typeof bootImage>[1] = {}): Machine {
  const machine = bootImage(imageOf('load.c', source), options);
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

const milliseconds = (timeNs: number | null): number | null =>
  timeNs === null ? null : Math.round(timeNs / 1_000_000);

describe('the times of a schedule', () => {
  it('are those of the textbook: bursts of 24, 3 and 3, first come, first served', () => {
    const { events } = finished(LOAD, {
      scheduler: firstComeFirstServed(),
      costs: { systemCallNs: 0, contextSwitchNs: 0 },
    });
    const [, ...children] = schedulingTimes(events);
    expect(children.map(({ waitingNs }) => milliseconds(waitingNs))).toEqual([0, 24, 27]);
    expect(children.map(({ turnaroundNs }) => milliseconds(turnaroundNs))).toEqual([24, 27, 30]);
    expect(children.map(({ responseNs }) => milliseconds(responseNs))).toEqual([0, 24, 27]);
    expect(children.map(({ runningNs }) => milliseconds(runningNs))).toEqual([24, 3, 3]);
  });

  it.each([1, 2, 3])('are those that the kernel keeps, on %i processors', (processors) => {
    const machine = finished(DEVICES, { scheduler: roundRobin(500), processors });
    const kept = machine.report().processes;
    const times = schedulingTimes(machine.events);
    expect(kept.length).toBe(4);
    for (const { pid: id, scheduling } of kept) {
      const { arrivalNs, waitingNs, turnaroundNs, responseNs } = scheduling;
      expect(times.find((each) => each.id === id)).toMatchObject({
        arrivalNs,
        waitingNs,
        turnaroundNs,
        responseNs,
      });
    }
  });
});

describe('a chart', () => {
  const { events } = finished(DEVICES, { scheduler: roundRobin(5_000), processors: 2 });
  const chart = ganttChart(events);

  it('has who ran where, and everybody in one state at a time', () => {
    expect(chart.processors.map(({ processor }) => processor)).toEqual([0, 1]);
    expect(chart.threads.map(({ id }) => id)).toEqual([100, 101, 102, 103]);
    for (const { from, to } of [...chart.processors, ...chart.threads])
      for (let k = 0; k < from.length; k++) {
        expect(to[k]).toBeGreaterThan(from[k] ?? Infinity);
        expect(from[k]).toBeGreaterThanOrEqual(to[k - 1] ?? 0);
      }
    // Who has a processor is running, at every moment.
    for (const { from, to, values } of chart.processors)
      values.forEach((id, k) => {
        if (id === NOBODY) return;
        const thread = chart.threads.find((each) => each.id === pid(id));
        if (thread === undefined) throw new Error(`no thread ${id}`);
        const middle = ((from[k] ?? 0) + (to[k] ?? 0)) / 2;
        const at = intervalAt(thread, middle);
        expect(STATE_CODES[thread.values[at] ?? -1]).toBe('running');
      });
  });

  it('counts context switches', () => {
    expect(chart.switches.length).toBe(events.filter(({ kind }) => kind === 'switched').length);
    expect([...chart.switches]).toEqual([...chart.switches].sort((a, b) => a - b));
  });
});

describe('queues', () => {
  it('at any moment are those that going through the trace gives', () => {
    const { events } = finished(DEVICES, { scheduler: roundRobin(1000) });
    expect(events.length).toBeGreaterThan(1_500);
    const history = new QueueHistory(events);
    let ready: readonly number[] = [];
    const waiting = new Set<number>();
    events.forEach((event, k) => {
      if (event.kind === 'state') {
        ready = ready.filter((pid) => pid !== event.pid);
        waiting.delete(event.pid);
        if (event.to === 'ready') ready = [...ready, event.pid];
        if (event.to === 'waiting') waiting.add(event.pid);
      }
      if (k % 41 > 0) return;
      const now = history.after(k + 1);
      expect(now.ready).toEqual(ready);
      const all = [
        ...now.devices.flatMap(({ queue }) => queue),
        ...now.others.map(({ pid }) => pid),
      ];
      expect(new Set<number>(all)).toEqual(waiting);
    });
    expect(queuesOverTime(events).at(-1)).toMatchObject(history.after(events.length));
  });
});

describe('moments', () => {
  const event = (step: number, timeNs: number): TraceEvent =>
    ({ kind: 'thread-ended', step, timeNs, pid: 1, process: 1 }) as unknown as TraceEvent;
  const moments = new Moments([
    event(0, 0),
    event(10, 100),
    event(10, 500),
    event(20, 490),
    event(30, 600),
  ]);

  it('have a time for each step and a step for each time', () => {
    expect([0, 5, 10, 15, 20, 25, 30, 99].map((step) => moments.timeAt(step))).toEqual([
      0, 50, 500, 500, 500, 550, 600, 600,
    ]);
    expect([0, 50, 100, 300, 550, 600, 999].map((timeNs) => moments.stepAt(timeNs))).toEqual([
      0, 5, 10, 10, 25, 30, 30,
    ]);
    expect([-1, 0, 9, 10, 30].map((step) => moments.eventsAt(step))).toEqual([0, 1, 1, 3, 5]);
  });
});

describe('bars', () => {
  const line: Line = {
    from: Float64Array.of(0, 10, 11, 12, 50),
    to: Float64Array.of(10, 11, 12, 40, 60),
    values: Int32Array.of(1, 2, 1, 2, 3),
  };

  it('are the intervals where they are wide enough', () => {
    expect(visibleBars(line, { fromNs: 0, toNs: 100 }, 200)).toEqual([
      { x: 0, width: 20, value: 1, index: 0, isMixed: false },
      { x: 20, width: 2, value: 2, index: 1, isMixed: false },
      { x: 22, width: 2, value: 1, index: 2, isMixed: false },
      { x: 24, width: 56, value: 2, index: 3, isMixed: false },
      { x: 100, width: 20, value: 3, index: 4, isMixed: false },
    ]);
    expect(
      visibleBars(line, { fromNs: 5, toNs: 20 }, 15).map(({ x, width }) => [x, width]),
    ).toEqual([
      [0, 5],
      [5, 1],
      [6, 1],
      [7, 8],
    ]);
    expect(visibleBars(line, { fromNs: 41, toNs: 49 }, 100)).toEqual([]);
  });

  it('are put together below a pixel, as what takes most of it', () => {
    const bars = visibleBars(line, { fromNs: 0, toNs: 100 }, 10);
    expect(bars.map(({ value, index, isMixed }) => [value, index, isMixed])).toEqual([
      [1, 0, false],
      [2, 1, true],
      [2, 3, false],
      [3, 4, false],
    ]);
    expect(bars.every(({ width }) => width >= 1)).toBe(true);
  });

  it('are no more than pixels, of a hundred thousand intervals', () => {
    const count = 100_000;
    const many: Line = {
      from: Float64Array.from({ length: count }, (_, k) => k),
      to: Float64Array.from({ length: count }, (_, k) => k + 1),
      values: Int32Array.from({ length: count }, (_, k) => k % 3),
    };
    const bars = visibleBars(many, { fromNs: 0, toNs: count }, 800);
    expect(bars.length).toBeLessThanOrEqual(800);
    expect(bars.every(({ isMixed }) => isMixed)).toBe(true);
    const covered = bars.reduce((sum, { width }) => sum + width, 0);
    expect(covered).toBeCloseTo(800, 0);
    // Zoomed in, each is there again.
    const few = visibleBars(many, { fromNs: 50_000, toNs: 50_010 }, 800);
    expect(few.map(({ index }) => index)).toEqual(Array.from({ length: 10 }, (_, k) => 50_000 + k));
  });

  it('are found by time', () => {
    expect([0, 9, 10, 39, 45, 59, 60].map((timeNs) => intervalAt(line, timeNs))).toEqual([
      0, 0, 1, 3, -1, 4, -1,
    ]);
  });
});
