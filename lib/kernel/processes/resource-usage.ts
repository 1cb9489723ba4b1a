/**
 * What processes used: getrusage, times, and what wait4 tells of a child. User time is instructions,
 * system time is system calls, both as the virtual clock counts them. Leaves out: page faults, blocks,
 * the largest resident size, and switches of one of several threads, which are told as 0.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { currentThread, type Kernel, type SystemCallHandler } from '../kernel';
import type { Process } from './process';
import { instructionsOf } from './process-report';
import { NO_USAGE, type ResourceUsage } from './process-usage';
import { recordOf } from '../scheduling/scheduling-record';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';

const RUSAGE_BYTES = 144;
const RUSAGE_SELF = 0;
const RUSAGE_CHILDREN = -1;
const RUSAGE_THREAD = 1;
/** sysconf(_SC_CLK_TCK) is 100. */
const TICK_NS = NANOSECONDS_PER_SECOND / 100;

export function usageOf(kernel: Kernel, process: Process): ResourceUsage {
  const instructions = instructionsOf(kernel, process);
  const userNs = process.usage.userNs + instructions * kernel.costs.instructionNs;
  return { ...process.usage, userNs };
}

export function cpuTicksOf(
  kernel: Kernel,
  process: Process,
): { readonly user: number; readonly system: number } {
  const { userNs, systemNs } = usageOf(kernel, process);
  return { user: Math.floor(userNs / TICK_NS), system: Math.floor(systemNs / TICK_NS) };
}

export const getrusage: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 1);
  switch (argument32(context, 0)) {
    case RUSAGE_SELF: {
      const bytes = encodeUsage(usageOf(kernel, process));
      return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
    }
    case RUSAGE_THREAD: {
      const bytes = encodeUsage(threadUsage(kernel, process));
      return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
    }
    case RUSAGE_CHILDREN: {
      const bytes = encodeUsage(process.childrenUsage);
      return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
    }
    default:
      return -Errno.EINVAL;
  }
};

/** Of the calling thread. Instructions are its user time; what else it used the processor for is the system's. */
function threadUsage(kernel: Kernel, process: Process): ResourceUsage {
  if (process.threads.length <= 1) return usageOf(kernel, process);
  const { executed, cpuNs } = recordOf(kernel.state, currentThread(kernel).id);
  const userNs = Math.min(cpuNs, executed * kernel.costs.instructionNs);
  return { ...NO_USAGE, userNs, systemNs: cpuNs - userNs };
}

/** struct tms: four clock_t; the result is the ticks since boot. */
export const times: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  if (address !== 0) {
    const own = usageOf(kernel, process);
    const { childrenUsage } = process;
    const bytes = new Uint8Array(32);
    const view = new DataView(bytes.buffer);
    [own.userNs, own.systemNs, childrenUsage.userNs, childrenUsage.systemNs].forEach((ns, k) => {
      view.setBigInt64(8 * k, BigInt(Math.floor(ns / TICK_NS)), true);
    });
    if (!context.memory.writeBytes(address, bytes)) return -Errno.EFAULT;
  }
  return Math.floor(kernel.state.timeNs / TICK_NS);
};

/** struct rusage of Linux on x86-64. */
export function encodeUsage(usage: ResourceUsage): Uint8Array {
  const bytes = new Uint8Array(RUSAGE_BYTES);
  const view = new DataView(bytes.buffer);
  const time = (at: number, ns: number): void => {
    view.setBigInt64(at, BigInt(Math.floor(ns / NANOSECONDS_PER_SECOND)), true);
    view.setBigInt64(at + 8, BigInt(Math.floor((ns % NANOSECONDS_PER_SECOND) / 1000)), true);
  };
  time(0, usage.userNs);
  time(16, usage.systemNs);
  view.setBigInt64(128, BigInt(usage.voluntarySwitches), true);
  view.setBigInt64(136, BigInt(usage.involuntarySwitches), true);
  return bytes;
}
