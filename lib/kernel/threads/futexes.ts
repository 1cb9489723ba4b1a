/**
 * futex(2): a thread waits while a word of memory has the value that it saw, until another wakes it: what
 * locks are built of. Leaves out priority inheritance, requeueing and FUTEX_WAKE_OP (ENOSYS).
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { complete, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import { originSeconds, readTimespec } from '../time/time';
import { leave, lockWait, waiters } from './lock-queues';

const FUTEX_WAIT = 0;
const FUTEX_WAKE = 1;
const FUTEX_WAIT_BITSET = 9;
const FUTEX_WAKE_BITSET = 10;
const FUTEX_PRIVATE_FLAG = 128;
const FUTEX_CLOCK_REALTIME = 256;
const MATCH_ANY = -1;
const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;

/** (word, operation, value, timeout or 0, unused, bits) */
export const futex: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const operation = argument32(context, 1);
  const command = operation & ~(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME);
  if (address % 4 !== 0) return -Errno.EINVAL;
  if (context.memory.readInt32(address) === null) return -Errno.EFAULT;
  switch (command) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
      return wait(kernel, process, context, operation, command === FUTEX_WAIT_BITSET);
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET:
      if (command === FUTEX_WAKE_BITSET && argument32(context, 5) !== MATCH_ANY)
        return argument32(context, 5) === 0 ? -Errno.EINVAL : -Errno.ENOSYS;
      return wake(kernel, process, address, argument32(context, 2));
    default:
      return -Errno.ENOSYS;
  }
};

/** FUTEX_WAIT has a time to wait for, FUTEX_WAIT_BITSET one to wait until. */
function wait(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  operation: number,
  absolute: boolean,
): CallResult {
  const address = argument(context, 0);
  if (absolute && argument32(context, 5) !== MATCH_ANY)
    return argument32(context, 5) === 0 ? -Errno.EINVAL : -Errno.ENOSYS;
  const timeout = argument(context, 3);
  const clock = (operation & FUTEX_CLOCK_REALTIME) === 0 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
  const time =
    timeout === 0
      ? null
      : readTimespec(context, timeout, absolute ? (originSeconds(clock) ?? 0) : 0);
  if (typeof time === 'object' && time !== null) return -time.errno;
  if (context.memory.readInt32(address) !== argument32(context, 2)) return -Errno.EAGAIN;
  const now = kernel.state.timeNs;
  const untilNs = time === null ? null : absolute ? time : now + time;
  if (untilNs !== null && untilNs <= now) return -Errno.ETIMEDOUT;
  return lockWait(kernel, process, context, 'futex', address, untilNs);
}

/** The oldest go first. Gives how many. */
function wake(kernel: Kernel, process: Process, address: number, countMax: number): number {
  let count = 0;
  for (const thread of waiters(kernel, process, address)) {
    if (count >= Math.max(1, countMax)) break;
    if (thread.wait?.kind !== 'lock' || thread.wait.object !== 'futex') continue;
    leave(kernel, thread.wait.key, thread.id);
    complete(kernel, thread, 0);
    count++;
  }
  return count;
}
