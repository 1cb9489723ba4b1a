/** Clocks and sleeping, on virtual time. Leaves out: setting clocks. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import {
  currentThread,
  processOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { pid } from '../pid';
import type { Process } from '../processes/process';
import { usageOf } from '../processes/resource-usage';
import { recordOf } from '../scheduling/scheduling-record';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';
import { addTimer } from './timers';

const Clock = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_REALTIME_COARSE: 5,
  CLOCK_MONOTONIC_COARSE: 6,
  CLOCK_BOOTTIME: 7,
} as const;
/** Of another process or thread: ~id << 3, with CPUCLOCK_SCHED (2) and CPUCLOCK_PERTHREAD_MASK. */
const CPU_CLOCK_OF_THREAD = 4;
const TIMER_ABSTIME = 1;

export const nanosleep: SystemCallHandler = (kernel, _process, context) => {
  const wanted = readTimespec(context, argument(context, 0));
  if (typeof wanted === 'object') return -wanted.errno;
  return sleepUntil(kernel, kernel.state.timeNs + wanted, argument(context, 1));
};

/** clock_nanosleep(clock, flags, request, remain): with TIMER_ABSTIME until a time, else for one. */
export const clockNanosleep: SystemCallHandler = (kernel, _process, context) => {
  const origin = originSeconds(argument32(context, 0));
  if (origin === null) return -Errno.EINVAL;
  const absolute = (argument32(context, 1) & TIMER_ABSTIME) !== 0;
  const wanted = readTimespec(context, argument(context, 2), absolute ? origin : 0);
  if (typeof wanted === 'object') return -wanted.errno;
  if (!absolute) return sleepUntil(kernel, kernel.state.timeNs + wanted, argument(context, 3));
  return sleepUntil(kernel, Math.max(wanted, kernel.state.timeNs), 0);
};

function sleepUntil(kernel: Kernel, untilNs: number, remainAddress: number): CallResult {
  addTimer(kernel.state, { kind: 'wake', untilNs, pid: currentThread(kernel).id, intervalNs: 0 });
  return { kind: 'sleep', untilNs, remainAddress };
}

/** What a clock showed when the machine was booted; null: no clock that one could wait for. */
export function originSeconds(clock: number): number | null {
  switch (clock) {
    case Clock.CLOCK_REALTIME:
    case Clock.CLOCK_REALTIME_COARSE:
      return BOOT_EPOCH_SECONDS;
    case Clock.CLOCK_MONOTONIC:
    case Clock.CLOCK_MONOTONIC_RAW:
    case Clock.CLOCK_MONOTONIC_COARSE:
    case Clock.CLOCK_BOOTTIME:
      return 0;
    default:
      return null;
  }
}

/** A struct timespec in nanoseconds, counted from `origin` seconds. */
export function readTimespec(
  context: ExecutionContext,
  address: number,
  origin = 0,
): number | { readonly errno: number } {
  const seconds = context.memory.readInt64(address);
  const nanoseconds = context.memory.readInt64(address + 8);
  if (seconds === null || nanoseconds === null) return { errno: Errno.EFAULT };
  if (seconds < 0 || nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND)
    return { errno: Errno.EINVAL };
  return (seconds - origin) * NANOSECONDS_PER_SECOND + nanoseconds;
}

/** A time as struct timespec, `origin` seconds added. */
export function writeTimespec(
  context: ExecutionContext,
  address: number,
  timeNs: number,
  origin = 0,
): boolean {
  return (
    context.memory.writeInt64(address, origin + Math.floor(timeNs / NANOSECONDS_PER_SECOND)) &&
    context.memory.writeInt64(address + 8, timeNs % NANOSECONDS_PER_SECOND)
  );
}

export const clockGettime: SystemCallHandler = (kernel, process, context) => {
  const clock = argument32(context, 0);
  const address = argument(context, 1);
  const cpuNs = cpuTime(kernel, process, clock);
  if (cpuNs !== null) return writeTimespec(context, address, cpuNs) ? 0 : -Errno.EFAULT;
  const origin = originSeconds(clock);
  if (origin === null) return -Errno.EINVAL;
  return writeTimespec(context, address, kernel.state.timeNs, origin) ? 0 : -Errno.EFAULT;
};

/** What a clock of processor time shows; null: it is another clock, or whose it was is gone. */
function cpuTime(kernel: Kernel, process: Process, clock: number): number | null {
  const own = clock === Clock.CLOCK_THREAD_CPUTIME_ID || clock === Clock.CLOCK_PROCESS_CPUTIME_ID;
  if (clock >= 0 && !own) return null;
  const ofThread = own
    ? clock === Clock.CLOCK_THREAD_CPUTIME_ID
    : (clock & CPU_CLOCK_OF_THREAD) !== 0;
  const id = own ? 0 : ~(clock >> 3);
  const thread = id === 0 ? currentThread(kernel) : kernel.state.threads.get(pid(id));
  if (thread === undefined) return null;
  const owner = id === 0 ? process : processOf(kernel, thread.process);
  if (ofThread && owner.threads.length > 1) return recordOf(kernel.state, thread.id).cpuNs;
  const { userNs, systemNs } = usageOf(kernel, owner);
  return userNs + systemNs;
}

/** Every clock counts nanoseconds. */
export const clockGetres: SystemCallHandler = (kernel, process, context) => {
  const clock = argument32(context, 0);
  if (clock > Clock.CLOCK_BOOTTIME) return -Errno.EINVAL;
  if (clock < 0 && cpuTime(kernel, process, clock) === null) return -Errno.EINVAL;
  const address = argument(context, 1);
  return address === 0 || writeTimespec(context, address, 1) ? 0 : -Errno.EFAULT;
};

export const gettimeofday: SystemCallHandler = (kernel, _process, context) => {
  const { timeNs } = kernel.state;
  const address = argument(context, 0);
  if (address === 0) return 0;
  return context.memory.writeInt64(address, realSeconds(timeNs)) &&
    context.memory.writeInt64(address + 8, Math.floor((timeNs % NANOSECONDS_PER_SECOND) / 1000))
    ? 0
    : -Errno.EFAULT;
};

export const time: SystemCallHandler = (kernel, _process, context) => {
  const seconds = realSeconds(kernel.state.timeNs);
  const address = argument(context, 0);
  if (address !== 0 && !context.memory.writeInt64(address, seconds)) return -Errno.EFAULT;
  return seconds;
};

function realSeconds(timeNs: number): number {
  return BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
}
