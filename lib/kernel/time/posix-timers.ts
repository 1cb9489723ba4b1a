/**
 * timer_create(2) and its relatives. SIGEV_THREAD is the C library's: a thread of its own waits for the
 * signal. Leaves out: timers on clocks of processor time (ENOTSUP; setitimer's ITIMER_PROF is one).
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { threadOf, type Kernel, type SystemCallHandler } from '../kernel';
import { pid } from '../pid';
import type { Process } from '../processes/process';
import { isSignal, sendInfo, sendToThread } from '../signals/signals';
import type { PosixTimer, TimerNotification } from './posix-timer';
import { missed, schedule } from './posix-timer-expirations';
import { originSeconds } from './time';
import { removePosixTimer } from './timers';
import { readTimerSetting, writeTimerSetting, type TimerSetting } from './timer-setting';

const CLOCK_PROCESS_CPUTIME_ID = 2;
const CLOCK_THREAD_CPUTIME_ID = 3;
const SIGALRM = 14;
const SIGEV_SIGNAL = 0;
const SIGEV_NONE = 1;
const SIGEV_THREAD_ID = 4;
const TIMER_ABSTIME = 1;
/** RLIMIT_SIGPENDING's. */
const TIMERS_MAX = 1024;

/** (clock, struct sigevent or 0, address for the id) */
export const timerCreate: SystemCallHandler = (kernel, process, context) => {
  const clock = argument32(context, 0);
  if (clock === CLOCK_PROCESS_CPUTIME_ID || clock === CLOCK_THREAD_CPUTIME_ID)
    return -Errno.EOPNOTSUPP;
  const origin = originSeconds(clock);
  if (origin === null) return -Errno.EINVAL;
  if (process.posixTimers.size >= TIMERS_MAX) return -Errno.EAGAIN;
  let id = 0;
  while (process.posixTimers.has(id)) id++;
  const notification = readNotification(kernel, process, context, argument(context, 1), id);
  if (typeof notification === 'number') return notification;
  if (!context.memory.writeInt32(argument(context, 2), id)) return -Errno.EFAULT;
  process.posixTimers.set(id, {
    id,
    originSeconds: origin,
    notification,
    nextNs: null,
    intervalNs: 0,
    overrun: 0,
  });
  return 0;
};

/** Of a struct sigevent; or -errno. */
function readNotification(
  kernel: Kernel,
  process: Process,
  { memory }: ExecutionContext,
  address: number,
  id: number,
): TimerNotification | number {
  if (address === 0) return { kind: 'signal', signal: SIGALRM, thread: null, value: BigInt(id) };
  const bytes = memory.readBytes(address, 20);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const signal = view.getInt32(8, true);
  const value = view.getBigInt64(0, true);
  switch (view.getInt32(12, true)) {
    case SIGEV_NONE:
      return { kind: 'none' };
    case SIGEV_SIGNAL:
      return isSignal(signal) ? { kind: 'signal', signal, thread: null, value } : -Errno.EINVAL;
    case SIGEV_THREAD_ID: {
      const thread = pid(view.getInt32(16, true));
      if (!isSignal(signal) || !process.threads.includes(thread)) return -Errno.EINVAL;
      return { kind: 'signal', signal, thread: threadOf(kernel, thread).id, value };
    }
    default:
      return -Errno.EINVAL;
  }
}

/** (id, flags, new setting, address for the old one or 0) */
export const timerSettime: SystemCallHandler = (kernel, process, context) => {
  if (argument(context, 2) === 0) return -Errno.EINVAL;
  const setting = readTimerSetting(context, argument(context, 2));
  if (typeof setting === 'number') return setting;
  const timer = process.posixTimers.get(argument32(context, 0));
  if (timer === undefined) return -Errno.EINVAL;
  const absolute = (argument32(context, 1) & TIMER_ABSTIME) !== 0;
  const origin = absolute ? -timer.originSeconds * 1e9 : kernel.state.timeNs;
  const next: PosixTimer = {
    ...timer,
    nextNs: setting.valueNs === 0 ? null : origin + setting.valueNs,
    intervalNs: setting.valueNs === 0 ? 0 : setting.intervalNs,
    overrun: 0,
  };
  process.posixTimers.set(timer.id, next);
  schedule(kernel, process, next);
  const oldAddress = argument(context, 3);
  if (oldAddress === 0) return 0;
  return writeTimerSetting(context, oldAddress, settingOf(timer, kernel.state.timeNs))
    ? 0
    : -Errno.EFAULT;
};

/** (id, address for its setting) */
export const timerGettime: SystemCallHandler = (kernel, process, context) => {
  const timer = process.posixTimers.get(argument32(context, 0));
  if (timer === undefined) return -Errno.EINVAL;
  const setting = settingOf(timer, kernel.state.timeNs);
  return writeTimerSetting(context, argument(context, 1), setting) ? 0 : -Errno.EFAULT;
};

export const timerGetoverrun: SystemCallHandler = (_kernel, process, context) =>
  process.posixTimers.get(argument32(context, 0))?.overrun ?? -Errno.EINVAL;

export const timerDelete: SystemCallHandler = (kernel, process, context) => {
  const id = argument32(context, 0);
  removePosixTimer(kernel.state, process.pid, id);
  return process.posixTimers.delete(id) ? 0 : -Errno.EINVAL;
};

function settingOf(timer: PosixTimer, nowNs: number): TimerSetting {
  const { nextNs, intervalNs } = timer;
  if (nextNs === null) return { valueNs: 0, intervalNs };
  if (nextNs > nowNs) return { valueNs: nextNs - nowNs, intervalNs };
  if (intervalNs === 0) return { valueNs: 0, intervalNs };
  return { valueNs: nextNs + (missed(timer, nowNs) + 1) * intervalNs - nowNs, intervalNs };
}

/** A timer rings: its signal is sent, and the timer rests until that is taken. */
export function ringPosixTimer(kernel: Kernel, process: Process, id: number): void {
  const notification = process.posixTimers.get(id)?.notification;
  if (notification === undefined || notification.kind === 'none') return;
  const { signal, thread, value } = notification;
  const info = { kind: 'timer', timer: id, overrun: 0, value } as const;
  if (thread === null) sendInfo(kernel, process, signal, info);
  else if (process.threads.includes(thread))
    sendToThread(kernel, process, threadOf(kernel, thread), signal, info);
}

/** exec and exit: timers are not kept, and fork gives the child none. */
export function removePosixTimers(kernel: Kernel, process: Process): void {
  for (const id of process.posixTimers.keys()) removePosixTimer(kernel.state, process.pid, id);
  process.posixTimers.clear();
}
