/**
 * Blocking calls that wait no longer than a time: semtimedop, sem_timedwait, mq_timedsend, poll. The time
 * is a timer of kind `wake`; whoever completes the call before takes it away (kernel.ts).
 */
import { Errno } from '../../abi/errno';
import type { ExecutionContext } from '../../vm/context';
import { currentThread, type Kernel } from '../kernel';
import type { Wait } from '../threads/thread';
import type { Read } from '../memory/user-memory';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';
import { addTimer } from './timers';

/** The call in which the current thread is about to block ends after this time. */
export function startTimeout(kernel: Kernel, durationNs: number): void {
  const untilNs = kernel.state.timeNs + Math.max(0, durationNs);
  addTimer(kernel.state, { kind: 'wake', untilNs, pid: currentThread(kernel).id, intervalNs: 0 });
}

/** What a call gives whose time is over. */
export function timeoutResult(wait: Wait | null): number {
  switch (wait?.kind) {
    case 'semaphore-set':
    case 'signal-wait':
    case 'socket-accept':
      return -Errno.EAGAIN;
    case 'socket-receive':
      return wait.taken > 0 ? wait.taken : -Errno.EAGAIN;
    case 'socket-send':
      return wait.sent > 0 ? wait.sent : -Errno.EAGAIN;
    case 'socket-connect':
      return -Errno.EINPROGRESS;
    case 'posix-semaphore':
    case 'lock':
    case 'thread':
    case 'queue-send':
    case 'queue-receive':
      return -Errno.ETIMEDOUT;
    default:
      return 0;
  }
}

/** A struct timespec that says how long. */
export function readDuration({ memory }: ExecutionContext, address: number): Read<number> {
  const seconds = memory.readInt64(address);
  const nanoseconds = memory.readInt64(address + 8);
  if (seconds === null || nanoseconds === null) return { kind: 'error', errno: Errno.EFAULT };
  if (seconds < 0 || nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND)
    return { kind: 'error', errno: Errno.EINVAL };
  return { kind: 'value', value: seconds * NANOSECONDS_PER_SECOND + nanoseconds };
}

/** A struct timespec of CLOCK_REALTIME that says until when: how long that is from now. */
export function readDeadline(
  kernel: Kernel,
  { memory }: ExecutionContext,
  address: number,
): Read<number> {
  const seconds = memory.readInt64(address);
  const nanoseconds = memory.readInt64(address + 8);
  if (seconds === null || nanoseconds === null) return { kind: 'error', errno: Errno.EFAULT };
  if (nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND)
    return { kind: 'error', errno: Errno.EINVAL };
  const atNs = (seconds - BOOT_EPOCH_SECONDS) * NANOSECONDS_PER_SECOND + nanoseconds;
  return { kind: 'value', value: atNs - kernel.state.timeNs };
}
