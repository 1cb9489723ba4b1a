import { describe, expect, it } from 'vitest';
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { bootMachine, type RunOptions } from '@/lib/grading/run';
import { type Job, programOf, queuesOf, type WorkloadRun } from './workload';
import { WORKLOAD_COSTS } from './workload-costs';

function job(name: string, arrival: number, ...[first, device, service, second]: number[]): Job {
  return {
    ...{ name, arrival, first: first ?? 0, device: device ?? 1 },
    ...{ service: service ?? 0, second: second ?? 0 },
  };
}

function runOf(jobs: readonly Job[], options: RunOptions): WorkloadRun {
  const { image } = compile([userFile('workload.c', programOf(jobs))]);
  if (image === null) throw new Error('does not compile');
  const machine = bootMachine(image, { ...options, costs: WORKLOAD_COSTS, trace: 'full' });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return queuesOf(jobs, machine.events);
}

const fcfs = { schedule: { scheduler: 'fcfs' } } as const;

describe('the queues of a workload', () => {
  it('are as by hand, first come first served', () => {
    const jobs = [job('A', 0, 24), job('B', 0, 3), job('C', 0, 3)];
    const { bars, end, moments } = runOf(jobs, fcfs);
    expect(bars.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['A', 0, 24],
      ['B', 24, 27],
      ['C', 27, 30],
    ]);
    expect(end).toBe(30);
    expect(moments[0]).toMatchObject({ running: 'A', ready: ['B', 'C'], ended: [] });
    expect(moments.at(-1)).toMatchObject({ running: null, ready: [], ended: ['A', 'B', 'C'] });
  });

  it('let one wait for a device that another one uses', () => {
    const jobs = [job('A', 0, 2, 1, 10, 1), job('B', 0, 2, 1, 5, 1)];
    const { bars, moments } = runOf(jobs, fcfs);
    const services = bars.filter(({ on }) => on === 1);
    expect(services.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['A', 2, 12],
      ['B', 12, 17],
    ]);
    expect(moments.find(({ at }) => at === 4)?.devices).toEqual([{ device: 1, queue: ['A', 'B'] }]);
  });

  it('keep jobs out of memory where the degree of multiprogramming is limited', () => {
    const jobs = [job('A', 0, 5, 1, 5, 5), job('B', 0, 5)];
    // The one that makes them counts, too.
    const { moments, end } = runOf(jobs, { ...fcfs, admittedMax: 2 });
    expect(moments[0]?.jobs).toEqual(['B']);
    expect(end).toBe(20);
  });

  it('take turns with a quantum', () => {
    const jobs = [job('A', 0, 4), job('B', 0, 4)];
    const schedule = { scheduler: 'rr', quantum: 2_005_000 } as const;
    const { bars } = runOf(jobs, { schedule });
    expect(bars.map(({ name }) => name).join('')).toBe('ABAB');
  });
});
