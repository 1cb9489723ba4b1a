/** eventfd(2), timerfd_create(2), timerfd_settime(2), timerfd_gettime(2), signalfd(2). */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { OpenFlag } from '../files/open-file';
import type { Kernel, SystemCallHandler } from '../kernel';
import { settlePollers } from '../readiness/pollers';
import { blockable, readSet } from '../signals/signal-set';
import type { Process } from '../processes/process';
import { readTimerSetting, writeTimerSetting } from '../time/timer-setting';
import { BOOT_EPOCH_SECONDS } from '../time/virtual-time';
import { eventDescriptor, openEventObject } from './event-descriptor';
import { expirations, type TimerObject } from './event-object';
import { ringDescriptor } from './event-reads';
import { schedule } from './timer-expirations';

const EFD_SEMAPHORE = 1;
const OPEN_FLAGS = OpenFlag.O_CLOEXEC | OpenFlag.O_NONBLOCK;
const TFD_TIMER_ABSTIME = 1;
const TFD_TIMER_CANCEL_ON_SET = 2;

const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const CLOCK_BOOTTIME = 7;
const CLOCK_REALTIME_ALARM = 8;
const CLOCK_BOOTTIME_ALARM = 9;

/** eventfd2(first value, flags) */
export const eventfd2: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 1);
  if ((flags & ~(OPEN_FLAGS | EFD_SEMAPHORE)) !== 0) return -Errno.EINVAL;
  return openEventObject(
    kernel,
    process,
    {
      kind: 'counter',
      count: BigInt(argument32(context, 0) >>> 0),
      semaphore: (flags & EFD_SEMAPHORE) !== 0,
      readers: [],
      writers: [],
    },
    flags,
  );
};

/** (clock, flags) */
export const timerfdCreate: SystemCallHandler = (kernel, process, context) => {
  const clock = argument32(context, 0);
  const flags = argument32(context, 1);
  if ((flags & ~OPEN_FLAGS) !== 0) return -Errno.EINVAL;
  switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_MONOTONIC:
    case CLOCK_BOOTTIME:
      break;
    case CLOCK_REALTIME_ALARM:
    case CLOCK_BOOTTIME_ALARM:
      return -Errno.EPERM;
    default:
      return -Errno.EINVAL;
  }
  return openEventObject(
    kernel,
    process,
    {
      kind: 'timer',
      setBy: process.pid,
      originSeconds: clock === CLOCK_REALTIME ? BOOT_EPOCH_SECONDS : 0,
      nextNs: null,
      intervalNs: 0,
      readers: [],
    },
    flags,
  );
};

/** (descriptor, flags, new setting, address for the old one or 0) */
export const timerfdSettime: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 1);
  const oldAddress = argument(context, 3);
  const setting = readTimerSetting(context, argument(context, 2));
  if (typeof setting === 'number') return setting;
  if ((flags & ~(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)) !== 0) return -Errno.EINVAL;
  const timer = timerOf(kernel, process, argument32(context, 0));
  if (typeof timer === 'number') return timer;
  const { object, inode } = timer;
  const old = settingOf(object, kernel.state.timeNs);
  const origin =
    (flags & TFD_TIMER_ABSTIME) !== 0 ? -object.originSeconds * 1e9 : kernel.state.timeNs;
  object.nextNs = setting.valueNs === 0 ? null : origin + setting.valueNs;
  object.intervalNs = setting.intervalNs;
  object.setBy = process.pid;
  schedule(kernel, inode, object);
  ringDescriptor(kernel, inode);
  if (oldAddress === 0) return 0;
  return writeTimerSetting(context, oldAddress, old) ? 0 : -Errno.EFAULT;
};

/** (descriptor, address for its setting) */
export const timerfdGettime: SystemCallHandler = (kernel, process, context) => {
  const timer = timerOf(kernel, process, argument32(context, 0));
  if (typeof timer === 'number') return timer;
  const setting = settingOf(timer.object, kernel.state.timeNs);
  return writeTimerSetting(context, argument(context, 1), setting) ? 0 : -Errno.EFAULT;
};

function timerOf(
  kernel: Kernel,
  process: Process,
  fd: number,
): { readonly object: TimerObject; readonly inode: number } | number {
  const found = eventDescriptor(kernel, process, fd);
  if (found === undefined) return -Errno.EBADF;
  if (found.object?.kind !== 'timer') return -Errno.EINVAL;
  return { object: found.object, inode: found.description.target.inode };
}

function settingOf(
  object: TimerObject,
  nowNs: number,
): { readonly valueNs: number; readonly intervalNs: number } {
  const { nextNs, intervalNs } = object;
  if (nextNs === null) return { valueNs: 0, intervalNs };
  const missed = expirations(object, nowNs);
  if (missed > 0 && intervalNs === 0) return { valueNs: 0, intervalNs };
  return { valueNs: nextNs + missed * intervalNs - nowNs, intervalNs };
}

/** signalfd4(descriptor or -1, set, bytes of it, flags) */
export const signalfd4: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const flags = argument32(context, 3);
  if (argument(context, 2) !== 8) return -Errno.EINVAL;
  const wanted = readSet(context, argument(context, 1));
  if (wanted === null) return -Errno.EFAULT;
  if ((flags & ~OPEN_FLAGS) !== 0) return -Errno.EINVAL;
  const set = blockable(wanted);
  if (fd === -1) return openEventObject(kernel, process, { kind: 'signals', set }, flags);
  const found = eventDescriptor(kernel, process, fd);
  if (found === undefined) return -Errno.EBADF;
  if (found.object?.kind !== 'signals') return -Errno.EINVAL;
  found.object.set = set;
  // Whoever reads looks again.
  kernel.state.signaled.push(...kernel.state.threads.keys());
  settlePollers(kernel);
  return fd;
};
