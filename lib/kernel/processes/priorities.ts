/**
 * nice values and what scheduling classes there are: getpriority(2), setpriority(2), sched_setscheduler(2).
 * Leaves out: sched_setaffinity (a thread runs on any processor).
 * Nobody is privileged: a nice value only goes up, and nobody becomes a real-time process.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { user } from '../files/credentials';
import type { Kernel, SystemCallHandler } from '../kernel';
import { pid } from '../pid';
import type { Process } from './process';

const PRIO_PROCESS = 0;
const PRIO_PGRP = 1;
const PRIO_USER = 2;
const NICE_MIN = -20;
const NICE_MAX = 19;

const SCHED_OTHER = 0;
const SCHED_FIFO = 1;
const SCHED_RR = 2;
const SCHED_BATCH = 3;
const SCHED_IDLE = 5;

/** The system call gives 20 - nice, so that no result looks like an error. */
export const getpriority: SystemCallHandler = (kernel, process, context) => {
  const targets = targetsOf(kernel, process, argument32(context, 0), argument32(context, 1));
  if (targets === null) return -Errno.EINVAL;
  if (targets.length === 0) return -Errno.ESRCH;
  return 20 - Math.min(...targets.map(({ nice }) => nice));
};

export const setpriority: SystemCallHandler = (kernel, process, context) => {
  const targets = targetsOf(kernel, process, argument32(context, 0), argument32(context, 1));
  if (targets === null) return -Errno.EINVAL;
  if (targets.length === 0) return -Errno.ESRCH;
  const nice = Math.min(NICE_MAX, Math.max(NICE_MIN, argument32(context, 2)));
  let result = 0;
  for (const target of targets)
    if (nice < target.nice) result = -Errno.EACCES;
    else target.nice = nice;
  return result;
};

export const schedGetscheduler: SystemCallHandler = (kernel, process, context) =>
  typeof targetOf(kernel, process, argument32(context, 0)) === 'number'
    ? -Errno.ESRCH
    : SCHED_OTHER;

/** sched_setscheduler(pid, policy, param): the classes without a priority are all one here. */
export const schedSetscheduler: SystemCallHandler = (kernel, process, context) => {
  const policy = argument32(context, 1);
  const priority = context.memory.readInt32(argument(context, 2));
  if (priority === null) return -Errno.EFAULT;
  if (typeof targetOf(kernel, process, argument32(context, 0)) === 'number') return -Errno.ESRCH;
  switch (policy) {
    case SCHED_OTHER:
    case SCHED_BATCH:
    case SCHED_IDLE:
      return priority === 0 ? 0 : -Errno.EINVAL;
    case SCHED_FIFO:
    case SCHED_RR:
      return priority >= 1 && priority <= 99 ? -Errno.EPERM : -Errno.EINVAL;
    default:
      return -Errno.EINVAL;
  }
};

export const schedSetparam: SystemCallHandler = (kernel, process, context) => {
  const priority = context.memory.readInt32(argument(context, 1));
  if (priority === null) return -Errno.EFAULT;
  if (typeof targetOf(kernel, process, argument32(context, 0)) === 'number') return -Errno.ESRCH;
  return priority === 0 ? 0 : -Errno.EINVAL;
};

export const schedGetparam: SystemCallHandler = (kernel, process, context) => {
  if (typeof targetOf(kernel, process, argument32(context, 0)) === 'number') return -Errno.ESRCH;
  return context.memory.writeInt32(argument(context, 1), 0) ? 0 : -Errno.EFAULT;
};

export const schedGetPriorityMax: SystemCallHandler = (_kernel, _process, context) =>
  boundOf(argument32(context, 0), 99);

export const schedGetPriorityMin: SystemCallHandler = (_kernel, _process, context) =>
  boundOf(argument32(context, 0), 1);

function boundOf(policy: number, realTime: number): number {
  switch (policy) {
    case SCHED_FIFO:
    case SCHED_RR:
      return realTime;
    case SCHED_OTHER:
    case SCHED_BATCH:
    case SCHED_IDLE:
      return 0;
    default:
      return -Errno.EINVAL;
  }
}

/** By the id of a process or of one of its threads. */
function targetOf(kernel: Kernel, process: Process, wanted: number): Process | number {
  if (wanted === 0) return process;
  const thread = kernel.state.threads.get(pid(wanted));
  return kernel.state.processes.get(thread?.process ?? pid(wanted)) ?? -Errno.ESRCH;
}

/** null: there is no such kind of target. */
function targetsOf(kernel: Kernel, process: Process, kind: number, id: number): Process[] | null {
  const all = [...kernel.state.processes.values()];
  switch (kind) {
    case PRIO_PROCESS:
      return all.filter((other) => other.pid === (id === 0 ? process.pid : id));
    case PRIO_PGRP:
      return all.filter((other) => other.group === (id === 0 ? process.group : id));
    case PRIO_USER:
      return id === 0 || id === user.student.user ? all : [];
    default:
      return null;
  }
}
