/** Textbook examples, computed by hand, with costs of nothing but the bursts themselves. */
import { describe, expect, it } from 'vitest';
import type { MachineOptions } from '../machine-options';
import type { SchedulingTimes } from '../report';
import type { Scheduler } from './scheduler';
import { firstComeFirstServed } from './policies/first-come-first-served';
import { multilevelFeedback } from './policies/multilevel-feedback';
import { multilevelQueue } from './policies/multilevel-queue';
import { priority } from './policies/priority';
import { replay } from './policies/replay';
import { roundRobin } from './policies/round-robin';
import { shortestJobFirst, shortestRemainingTimeFirst } from './policies/shortest-job-first';
import { parseSchedule } from './schedule-text';
import { bootImage, imageOf } from '../testing/c-program';
import type { Machine } from '../machine';

interface Job {
  /** Milliseconds, as all here. */
  readonly arrival: number;
  readonly burst: number;
  readonly nice?: number;
  /** Service of device 1, and another burst after it. */
  readonly device?: number;
  readonly again?: number;
}

const MILLISECOND_NS = 1_000_000;
const START_MS = 100;

/** Children that each announce a burst, sleep until their arrival, and use it. */
function workload(jobs: readonly Job[]): string {
  const rows = jobs.map(
    ({ arrival, burst, nice = 0, device = 0, again = 0 }) =>
      `{${Math.round(arrival * MILLISECOND_NS)}, ${burst}, ${nice}, ${device}, ${again}}`,
  );
  return `#include <forkyard/workload.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
struct job { long arrival; int burst, nice, device, again; } jobs[] = {${rows.join(', ')}};
int main(void) {
  struct timespec start;
  clock_gettime(CLOCK_MONOTONIC, &start);
  int count = sizeof jobs / sizeof *jobs;
  for (int k = 0; k < count; k++)
    if (fork() == 0) {
      struct timespec at = {0, ${START_MS} * 1000000L + jobs[k].arrival};
      nice(jobs[k].nice);
      announce_burst(jobs[k].burst * 1000L);
      clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
      cpu_burst(jobs[k].burst * 1000L);
      if (jobs[k].device > 0) {
        announce_burst(jobs[k].again * 1000L);
        device_service(1, jobs[k].device * 1000L);
        cpu_burst(jobs[k].again * 1000L);
      }
      _exit(0);
    }
  while (wait(NULL) > 0) {
  }
  return 0;
}
`;
}

const FREE = { systemCallNs: 0, contextSwitchNs: 0 };

function machineOf(
  jobs: readonly Job[],
  scheduler: Scheduler,
  options: Partial<MachineOptions> = {},
): Machine {
  const machine = bootImage(imageOf('jobs.c', workload(jobs)), {
    scheduler,
    costs: FREE,
    ...options,
  });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  expect(machine.report().outcome).toEqual({ kind: 'finished' });
  return machine;
}

/** When each job ended, in milliseconds from the workload's start: rows of a Gantt chart end there. */
function ends(
  jobs: readonly Job[],
  scheduler: Scheduler,
  options: Partial<MachineOptions> = {},
): number[] {
  return endsOf(machineOf(jobs, scheduler, options));
}

function endsOf(machine: Machine): number[] {
  const [, ...children] = machine.report().processes;
  return children.map(({ scheduling }) => {
    const { arrivalNs, turnaroundNs } = scheduling;
    return Math.round((arrivalNs + (turnaroundNs ?? NaN)) / MILLISECOND_NS) - START_MS;
  });
}

function times(machine: Machine, column: keyof SchedulingTimes): number[] {
  const [, ...children] = machine.report().processes;
  return children.map(({ scheduling }) => Math.round((scheduling[column] ?? NaN) / MILLISECOND_NS));
}

const MILLISECOND = 1_000_000;

/** A quantum of so many milliseconds, with room for the instructions around a burst. */
function quantum(milliseconds: number): number {
  return milliseconds * MILLISECOND + 5_000;
}

describe('first come, first served', () => {
  it('lets a long job make short ones wait (24, 3, 3: waiting 0, 24, 27)', () => {
    const jobs = [24, 3, 3].map((burst) => ({ arrival: 0, burst }));
    const machine = machineOf(jobs, firstComeFirstServed());
    expect(endsOf(machine)).toEqual([24, 27, 30]);
    expect(times(machine, 'waitingNs')).toEqual([0, 24, 27]);
    expect(times(machine, 'burstNs')).toEqual([24, 3, 3]);
  });

  it('has them wait less in another order (3, 3, 24: waiting 0, 3, 6)', () => {
    const jobs = [3, 3, 24].map((burst) => ({ arrival: 0, burst }));
    expect(times(machineOf(jobs, firstComeFirstServed()), 'waitingNs')).toEqual([0, 3, 6]);
  });
});

describe('shortest job first', () => {
  it('takes 3, 6, 7, 8 in this order (waiting 3, 16, 9, 0)', () => {
    const jobs = [6, 8, 7, 3].map((burst) => ({ arrival: 0, burst }));
    // All arrive at once, so that whoever was there first is on the processor before the others.
    const shifted = jobs.map((job) => ({ ...job, arrival: 1 }));
    const holder = { arrival: 0, burst: 1 };
    const machine = machineOf([holder, ...shifted], shortestJobFirst());
    expect(times(machine, 'waitingNs')).toEqual([0, 3, 16, 9, 0]);
  });

  it('does not interrupt, unlike shortest remaining time first (8, 4, 9, 5 at 0, 1, 2, 3)', () => {
    const jobs = [8, 4, 9, 5].map((burst, arrival) => ({ arrival, burst }));
    expect(ends(jobs, shortestJobFirst())).toEqual([8, 12, 26, 17]);
    const machine = machineOf(jobs, shortestRemainingTimeFirst());
    expect(endsOf(machine)).toEqual([17, 5, 26, 10]);
    // The textbook's average of 6.5.
    expect(times(machine, 'waitingNs')).toEqual([9, 0, 15, 2]);
  });
});

describe('round robin', () => {
  it('gives each 4 at a time (24, 3, 3: waiting 6, 4, 7)', () => {
    const jobs = [24, 3, 3].map((burst) => ({ arrival: 0, burst }));
    const machine = machineOf(jobs, roundRobin(4 * MILLISECOND));
    expect(endsOf(machine)).toEqual([30, 7, 10]);
    expect(times(machine, 'waitingNs')).toEqual([6, 4, 7]);
  });

  it('adds a context switch and a tick to each turn', () => {
    const jobs = [8, 8].map((burst) => ({ arrival: 0, burst }));
    const costs = { systemCallNs: 0, contextSwitchNs: MILLISECOND, tickNs: MILLISECOND };
    const without = ends(jobs, roundRobin(quantum(4)), { costs: { ...costs, tickNs: 0 } });
    // Turns of 4 from 1, 6, 11 and 16, a switch before each; the ticks that end the first two are extra.
    expect(without).toEqual([15, 20]);
    expect(ends(jobs, roundRobin(quantum(4)), { costs })).toEqual([17, 22]);
  });
});

describe('priorities', () => {
  const jobs: Job[] = [
    { arrival: 0, burst: 10, nice: 3 },
    { arrival: 0, burst: 1, nice: 1 },
    { arrival: 0, burst: 2, nice: 4 },
    { arrival: 0, burst: 1, nice: 5 },
    { arrival: 0, burst: 5, nice: 2 },
  ].map((job) => ({ ...job, arrival: 1 }));
  const holder: Job = { arrival: 0, burst: 1, nice: 0 };

  it('run in order of priority (waiting 6, 0, 16, 18, 1)', () => {
    const options = { preemptive: false, agingNs: null, quantum: null };
    const machine = machineOf([holder, ...jobs], priority(options));
    expect(times(machine, 'waitingNs')).toEqual([0, 6, 0, 16, 18, 1]);
  });

  it('interrupt a less favoured one only if preemptive', () => {
    const two: Job[] = [
      { arrival: 0, burst: 10, nice: 5 },
      { arrival: 4, burst: 3, nice: 1 },
    ];
    const options = { agingNs: null, quantum: null };
    expect(ends(two, priority({ ...options, preemptive: true }))).toEqual([13, 7]);
    expect(ends(two, priority({ ...options, preemptive: false }))).toEqual([10, 13]);
  });

  it('age: a process that has waited long comes first', () => {
    const three: Job[] = [
      { arrival: 0, burst: 6, nice: 0 },
      { arrival: 1, burst: 1, nice: 4 },
      { arrival: 5, burst: 6, nice: 0 },
    ];
    const options = { preemptive: false, quantum: null };
    expect(ends(three, priority({ ...options, agingNs: null }))).toEqual([6, 13, 12]);
    expect(ends(three, priority({ ...options, agingNs: MILLISECOND }))).toEqual([6, 7, 13]);
  });
});

describe('several queues', () => {
  it('multilevel: background jobs run when no foreground job is ready', () => {
    const jobs: Job[] = [
      { arrival: 0, burst: 6, nice: 5 },
      { arrival: 2, burst: 2, nice: 0 },
      { arrival: 2, burst: 2, nice: 0 },
    ];
    expect(ends(jobs, multilevelQueue(quantum(1)))).toEqual([10, 5, 6]);
  });

  it('feedback: long jobs sink, short ones pass them', () => {
    const jobs: Job[] = [
      { arrival: 0, burst: 20 },
      { arrival: 10, burst: 3 },
    ];
    const scheduler = (): Scheduler => multilevelFeedback({ quantum: quantum(4), boostNs: null });
    expect(ends(jobs, scheduler())).toEqual([23, 13]);
    // At 4 the first one sinks and the second runs; at 8 it sinks, too; then 8 and 8 at the next level.
    const equal = [12, 12].map((burst) => ({ arrival: 0, burst }));
    expect(ends(equal, scheduler())).toEqual([16, 24]);
  });
});

describe('several processors', () => {
  // A little apart, since several processors may bring them to sleep in any order.
  const jobs = [6, 4, 3, 5].map((burst, k) => ({ arrival: k / 100, burst }));

  it('work at the same time', () => {
    expect(ends(jobs, firstComeFirstServed(), { processors: 2 })).toEqual([6, 4, 7, 11]);
    expect(ends(jobs, firstComeFirstServed(), { processors: 4 })).toEqual([6, 4, 3, 5]);
  });

  it('are named in the trace, and give the same events each time, however the host slices the run', () => {
    const options = { processors: 2 };
    const whole = machineOf(jobs, roundRobin(MILLISECOND), options);
    const used = new Set(
      whole.events.flatMap((event) => (event.kind === 'switched' ? [event.processor] : [])),
    );
    expect([...used].sort()).toEqual([0, 1]);
    const sliced = bootImage(imageOf('jobs.c', workload(jobs)), {
      scheduler: roundRobin(MILLISECOND),
      costs: FREE,
      ...options,
    });
    sliced.closeInput();
    while (sliced.run(97) === 'paused');
    expect(sliced.events).toEqual(whole.events);
  });

  it('replay from a recording, and from a snapshot in the middle', () => {
    const options = { processors: 3 };
    const machine = bootImage(imageOf('jobs.c', workload(jobs)), {
      scheduler: shortestRemainingTimeFirst(),
      costs: FREE,
      ...options,
    });
    machine.closeInput();
    machine.run(3_000);
    const snapshot = machine.snapshot();
    while (machine.run(1_000_000) === 'paused');
    const { events } = machine;
    machine.restore(snapshot);
    while (machine.run(500) === 'paused');
    expect(machine.events).toEqual(events);
    const text = machine.recordedSchedule();
    expect(text).toMatch(/^forkyard-schedule\/2 /);
    const parsed = parseSchedule(text);
    if (parsed.kind !== 'schedule') throw new Error(parsed.message);
    expect(machineOf(jobs, replay(parsed.choices), options).events).toEqual(events);
  });
});

describe('devices and the job queue', () => {
  it('a device serves one process at a time while others use the processor', () => {
    const jobs: Job[] = [
      { arrival: 0, burst: 2, device: 5, again: 1 },
      { arrival: 0, burst: 2, device: 5, again: 1 },
      { arrival: 0, burst: 10 },
    ];
    // Served from 2 to 7 and from 7 to 12; the third has the processor from 4 to 14.
    expect(ends(jobs, firstComeFirstServed())).toEqual([15, 16, 14]);
    expect(ends(jobs, shortestRemainingTimeFirst())).toEqual([8, 13, 16]);
  });

  it('a limit on the degree of multiprogramming keeps later jobs out of memory', () => {
    const jobs = [5, 5, 5].map((burst) => ({ arrival: 0, burst }));
    const machine = machineOf(jobs, roundRobin(MILLISECOND), { admittedMax: 2 });
    const admitted = machine.events.flatMap((event) =>
      event.kind === 'state' && event.from === 'new'
        ? [Math.round(event.timeNs / MILLISECOND)]
        : [],
    );
    // The parent and one child; each child is admitted when the one before it has ended.
    expect(admitted).toEqual([0, 0, START_MS + 5, START_MS + 10]);
  });

  it('jobs that those in memory wait for are admitted all the same', () => {
    expect(ends([{ arrival: 0, burst: 5 }], firstComeFirstServed(), { admittedMax: 1 })).toEqual([
      5,
    ]);
  });

  it('processes beyond the main memory are swapped out, and in again to run, at a cost', () => {
    const jobs = [4, 4].map((burst) => ({ arrival: 0, burst }));
    const swaps = (mainMemoryBytes: number): string[] => {
      const costs = { ...FREE, swapPageNs: 1_000 };
      const machine = machineOf(jobs, roundRobin(quantum(2)), { mainMemoryBytes, costs });
      return machine.events.flatMap((event) =>
        event.kind === 'swapped' ? [`${event.pid} ${event.direction}`] : [],
      );
    };
    expect(swaps(64 * 1024 * 1024)).toEqual([]);
    // Room for one: when the first child runs, its waiting parent goes out, then the other, ready child.
    const moves = swaps(1);
    expect(moves.slice(0, 2)).toEqual(['100 out', '102 out']);
    for (const pid of [100, 101, 102]) {
      const own = moves.filter((move) => move.startsWith(`${pid} `));
      own.forEach((move, k) => expect(move).toBe(`${pid} ${k % 2 === 0 ? 'out' : 'in'}`));
    }
  });
});
