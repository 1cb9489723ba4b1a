/**
 * alarm(2), setitimer(2) and getitimer(2). The real one is a timer of the machine; the virtual and the
 * profiling one count the process's own processor time, which the main loop takes off.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import type { Kernel, SystemCallHandler } from '../kernel';
import type { CpuTimer, Process } from '../processes/process';
import { FROM_KERNEL } from '../signals/signal-info';
import { sendInfo } from '../signals/signals';
import { NANOSECONDS_PER_SECOND } from './virtual-time';
import { addTimer, findTimer, removeTimer } from './timers';

const ITIMER_REAL = 0;
const ITIMER_VIRTUAL = 1;
const ITIMER_PROF = 2;
const ITIMERVAL_BYTES = 32;
const MICROSECOND_NS = 1_000;

/** Seconds that were left of the alarm before. */
export const alarm: SystemCallHandler = (kernel, process, context) => {
  const before = readReal(kernel, process);
  const seconds = argument32(context, 0) >>> 0;
  setReal(kernel, process, { leftNs: seconds * NANOSECONDS_PER_SECOND, intervalNs: 0 });
  if (before === null) return 0;
  // Rounded, but never down to nothing: glibc's callers take 0 for "no alarm".
  const rounded = Math.round(before.leftNs / NANOSECONDS_PER_SECOND);
  return Math.max(1, rounded);
};

export const getitimer: SystemCallHandler = (kernel, process, context) => {
  const timer = timerOf(kernel, process, argument32(context, 0));
  if (timer === undefined) return -Errno.EINVAL;
  return context.memory.writeBytes(argument(context, 1), encode(timer)) ? 0 : -Errno.EFAULT;
};

export const setitimer: SystemCallHandler = (kernel, process, context) => {
  const which = argument32(context, 0);
  const before = timerOf(kernel, process, which);
  if (before === undefined) return -Errno.EINVAL;
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const wanted = address === 0 ? { leftNs: 0, intervalNs: 0 } : decode(context, address);
  if (typeof wanted === 'number') return wanted;
  const timer = wanted.leftNs === 0 ? null : wanted;
  if (which === ITIMER_REAL) setReal(kernel, process, wanted);
  else if (which === ITIMER_VIRTUAL) process.cpuTimers = { ...process.cpuTimers, virtual: timer };
  else process.cpuTimers = { ...process.cpuTimers, profiling: timer };
  if (oldAddress !== 0 && !context.memory.writeBytes(oldAddress, encode(before)))
    return -Errno.EFAULT;
  return 0;
};

/** Processor time until a timer of the process rings: the main loop stops there. */
export function cpuTimeLeft(process: Process): number {
  const { virtual, profiling } = process.cpuTimers;
  return Math.min(virtual?.leftNs ?? Infinity, profiling?.leftNs ?? Infinity);
}

/** A process used the processor: its timers go on, and ring. */
export function passCpuTime(
  kernel: Kernel,
  process: Process,
  userNs: number,
  systemNs: number,
): void {
  const { virtual, profiling } = process.cpuTimers;
  if (virtual === null && profiling === null) return;
  process.cpuTimers = {
    virtual: pass(kernel, process, virtual, userNs, Signal.SIGVTALRM),
    profiling: pass(kernel, process, profiling, userNs + systemNs, Signal.SIGPROF),
  };
}

function pass(
  kernel: Kernel,
  process: Process,
  timer: CpuTimer | null,
  passedNs: number,
  signal: number,
): CpuTimer | null {
  if (timer === null) return null;
  let leftNs = timer.leftNs - passedNs;
  if (leftNs > 0) return { ...timer, leftNs };
  sendInfo(kernel, process, signal, FROM_KERNEL);
  if (timer.intervalNs === 0) return null;
  leftNs += Math.ceil((1 - leftNs) / timer.intervalNs) * timer.intervalNs;
  return { ...timer, leftNs };
}

/** `undefined`: no such timer. */
function timerOf(kernel: Kernel, process: Process, which: number): CpuTimer | null | undefined {
  switch (which) {
    case ITIMER_REAL:
      return readReal(kernel, process);
    case ITIMER_VIRTUAL:
      return process.cpuTimers.virtual;
    case ITIMER_PROF:
      return process.cpuTimers.profiling;
    default:
      return undefined;
  }
}

function readReal({ state }: Kernel, process: Process): CpuTimer | null {
  const timer = findTimer(state, process.pid, 'alarm');
  if (timer === null) return null;
  return { leftNs: Math.max(1, timer.untilNs - state.timeNs), intervalNs: timer.intervalNs };
}

function setReal({ state }: Kernel, process: Process, timer: CpuTimer): void {
  removeTimer(state, process.pid, 'alarm');
  if (timer.leftNs === 0) return;
  addTimer(state, {
    kind: 'alarm',
    untilNs: state.timeNs + timer.leftNs,
    pid: process.pid,
    intervalNs: timer.intervalNs,
  });
}

/** struct itimerval: interval and value, seconds and microseconds each. */
function encode(timer: CpuTimer | null): Uint8Array {
  const bytes = new Uint8Array(ITIMERVAL_BYTES);
  if (timer === null) return bytes;
  const view = new DataView(bytes.buffer);
  const time = (at: number, ns: number): void => {
    view.setBigInt64(at, BigInt(Math.floor(ns / NANOSECONDS_PER_SECOND)), true);
    const microseconds = Math.floor((ns % NANOSECONDS_PER_SECOND) / MICROSECOND_NS);
    view.setBigInt64(at + 8, BigInt(microseconds), true);
  };
  time(0, timer.intervalNs);
  time(16, timer.leftNs);
  return bytes;
}

/** -EFAULT or -EINVAL if it can't be read or is out of range. */
function decode({ memory }: ExecutionContext, address: number): CpuTimer | number {
  const times: number[] = [];
  for (const at of [address, address + 16]) {
    const seconds = memory.readInt64(at);
    const microseconds = memory.readInt64(at + 8);
    if (seconds === null || microseconds === null) return -Errno.EFAULT;
    if (seconds < 0 || microseconds < 0 || microseconds >= 1_000_000) return -Errno.EINVAL;
    times.push(seconds * NANOSECONDS_PER_SECOND + microseconds * MICROSECOND_NS);
  }
  const [intervalNs = 0, leftNs = 0] = times;
  return { intervalNs, leftNs };
}
