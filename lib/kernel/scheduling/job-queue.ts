/**
 * The long-term scheduler: a process is created `new`, waits in the job queue while as many as allowed
 * are in memory (the degree of multiprogramming), and is admitted to the ready queue in order of
 * arrival. A machine without such a limit admits each at once. If nobody in memory can go on, another
 * job is admitted, since those in memory may wait for it.
 */
import { setState, threadOf, type Kernel } from '../kernel';
import type { KernelState } from '../kernel-state';
import type { Pid } from '../pid';
import { newRecord } from './scheduling-record';
import type { Thread } from '../threads/thread';

/** Takes a new process's first thread. */
export function submit(kernel: Kernel, thread: Thread): void {
  const { state } = kernel;
  state.scheduling.set(thread.id, newRecord(state.timeNs));
  state.jobs = [...state.jobs, thread.id];
  admitJobs(kernel);
}

/** As many as there is room for. */
export function admitJobs(kernel: Kernel): void {
  while (kernel.state.jobs.length > 0 && inMemory(kernel) < kernel.admittedMax) admitOne(kernel);
}

/** The next job, whether or not there is room; false: there is none. */
export function admitOne(kernel: Kernel): boolean {
  const { state } = kernel;
  const [next, ...rest] = state.jobs;
  if (next === undefined) return false;
  state.jobs = rest;
  setState(kernel, threadOf(kernel, next), 'ready');
  return true;
}

/** A process ends before it was admitted. */
export function withdraw(state: KernelState, pid: Pid): void {
  if (state.jobs.includes(pid)) state.jobs = state.jobs.filter((job) => job !== pid);
}

function inMemory({ state, admittedMax }: Kernel): number {
  if (admittedMax === Infinity) return 0;
  let count = 0;
  for (const process of state.processes.values())
    if (process.state !== 'zombie' && process.state !== 'new') count++;
  return count;
}
