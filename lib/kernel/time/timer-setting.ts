/** struct itimerspec: an interval and a time, of timer_settime(2) and timerfd_settime(2). */
import type { ExecutionContext } from '../../vm/context';
import { readTimespec, writeTimespec } from './time';

export interface TimerSetting {
  readonly intervalNs: number;
  /** Until it rings first, or when; 0: disarmed. */
  readonly valueNs: number;
}

const VALUE = 16;

/** Or -errno. */
export function readTimerSetting(
  context: ExecutionContext,
  address: number,
): TimerSetting | number {
  const intervalNs = readTimespec(context, address);
  const valueNs = readTimespec(context, address + VALUE);
  if (typeof valueNs === 'object') return -valueNs.errno;
  if (typeof intervalNs === 'object') return -intervalNs.errno;
  return { intervalNs, valueNs };
}

export function writeTimerSetting(
  context: ExecutionContext,
  address: number,
  { intervalNs, valueNs }: TimerSetting,
): boolean {
  return (
    writeTimespec(context, address, intervalNs) && writeTimespec(context, address + VALUE, valueNs)
  );
}
