/** Clocks and sleeping, on virtual time. Leaves out: setting clocks, interval timers, clock_nanosleep. */
import { Errno } from '../abi/errno';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { instructionsOf } from './process-report';
import type { SystemCallHandler } from './kernel';
import {
  addTimer,
  BOOT_EPOCH_SECONDS,
  INSTRUCTION_NS,
  NANOSECONDS_PER_SECOND,
  removeTimer,
} from './virtual-time';

const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const CLOCK_PROCESS_CPUTIME_ID = 2;
const CLOCK_THREAD_CPUTIME_ID = 3;

export const nanosleep: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const seconds = context.memory.readInt64(address);
  const nanoseconds = context.memory.readInt64(address + 8);
  if (seconds === null || nanoseconds === null) return -Errno.EFAULT;
  if (seconds < 0 || nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND) return -Errno.EINVAL;
  const { state } = kernel;
  const untilNs = state.timeNs + seconds * NANOSECONDS_PER_SECOND + nanoseconds;
  addTimer(state, { kind: 'wake', untilNs, pid: process.pid, intervalNs: 0 });
  return { kind: 'sleep', untilNs, remainAddress: argument(context, 1) };
};

/** struct timespec for what is left of an interrupted sleep. */
export function writeTimespec(context: ExecutionContext, address: number, timeNs: number): boolean {
  return (
    context.memory.writeInt64(address, Math.floor(timeNs / NANOSECONDS_PER_SECOND)) &&
    context.memory.writeInt64(address + 8, timeNs % NANOSECONDS_PER_SECOND)
  );
}

/** Seconds that were left of the alarm before. */
export const alarm: SystemCallHandler = (kernel, process, context) => {
  const { state } = kernel;
  const before = removeTimer(state, process.pid, 'alarm');
  const seconds = argument32(context, 0) >>> 0;
  if (seconds > 0)
    addTimer(state, {
      kind: 'alarm',
      untilNs: state.timeNs + seconds * NANOSECONDS_PER_SECOND,
      pid: process.pid,
      intervalNs: 0,
    });
  return before === null
    ? 0
    : Math.max(1, Math.ceil((before.untilNs - state.timeNs) / NANOSECONDS_PER_SECOND));
};

export const clockGettime: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 1);
  let timeNs: number;
  switch (argument32(context, 0)) {
    case CLOCK_REALTIME:
      return context.memory.writeInt64(address, realSeconds(kernel.state.timeNs)) &&
        context.memory.writeInt64(address + 8, kernel.state.timeNs % NANOSECONDS_PER_SECOND)
        ? 0
        : -Errno.EFAULT;
    case CLOCK_MONOTONIC:
      timeNs = kernel.state.timeNs;
      break;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
      timeNs = instructionsOf(kernel, process) * INSTRUCTION_NS;
      break;
    default:
      return -Errno.EINVAL;
  }
  return writeTimespec(context, address, timeNs) ? 0 : -Errno.EFAULT;
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
