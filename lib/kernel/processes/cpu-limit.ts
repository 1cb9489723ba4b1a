/**
 * RLIMIT_CPU, getrlimit(2): seconds of processor time. From the soft limit on a process gets SIGXCPU once a
 * second (Linux moves the soft limit on by a second each time), at the hard limit SIGKILL. As on Linux,
 * nothing is counted where there is no soft limit, and 0 means a second.
 */
import { Signal } from '../../abi/signals';
import type { Kernel } from '../kernel';
import type { Process } from './process';
import { Resource, type Limit } from './process-limits';
import { usageOf } from './resource-usage';
import { FROM_KERNEL } from '../signals/signal-info';
import { sendInfo } from '../signals/signals';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';

/** Processor time until the next limit of the process: the main loop stops there. */
export function cpuLimitLeft(kernel: Kernel, process: Process): number {
  const limit = process.limits[Resource.RLIMIT_CPU];
  if (limit === undefined || limit.soft === Infinity) return Infinity;
  const nextNs = Math.max(1, Math.min(limit.soft, limit.hard)) * NANOSECONDS_PER_SECOND;
  return Math.max(1, nextNs - usedNs(kernel, process));
}

/** A process used the processor: it may have met a limit. */
export function checkCpuLimit(kernel: Kernel, process: Process): void {
  const limit = process.limits[Resource.RLIMIT_CPU];
  if (limit === undefined || limit.soft === Infinity || process.state === 'zombie') return;
  const used = usedNs(kernel, process);
  if (used >= Math.max(1, limit.hard) * NANOSECONDS_PER_SECOND) {
    sendInfo(kernel, process, Signal.SIGKILL, FROM_KERNEL);
    return;
  }
  const soft = Math.max(1, limit.soft);
  if (used < soft * NANOSECONDS_PER_SECOND) return;
  sendInfo(kernel, process, Signal.SIGXCPU, FROM_KERNEL);
  const moved: Limit = { soft: soft + 1, hard: limit.hard };
  process.limits = process.limits.map((each, k) => (k === Resource.RLIMIT_CPU ? moved : each));
}

function usedNs(kernel: Kernel, process: Process): number {
  const { userNs, systemNs } = usageOf(kernel, process);
  return userNs + systemNs;
}
