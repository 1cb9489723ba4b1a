/**
 * Condition variables. pthread_cond_t holds nothing that the kernel reads but who waits, which is kept
 * here. Waiting gives the mutex up and blocks in one step; a signal moves the oldest waiter on to the
 * mutex. A handler that interrupts the wait ends it, which POSIX allows as a spurious wake-up.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { currentThread, type Kernel, type SystemCallHandler } from '../kernel';
import { deadline, leave, lockWait, waiters } from './lock-queues';
import { acquireAfterWait, giveUp } from './mutexes';
import { displayName } from '../ipc/posix-semaphores';
import type { Thread } from './thread';
import { removeTimer } from '../time/timers';

const KIND = 8;

/** (condition, mutex, timeout or 0, clock) */
export const conditionWait: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const mutex = argument(context, 1);
  const owner = context.memory.readInt32(mutex);
  if (owner === null || context.memory.readInt32(address) === null) return -Errno.EFAULT;
  const kind = context.memory.readInt32(mutex + KIND) ?? 0;
  if (kind !== 0 && owner !== currentThread(kernel).id) return -Errno.EPERM;
  const until = deadline(kernel, context, 2);
  if (typeof until === 'number') return until;
  const name = displayName(kernel, process, context, mutex);
  const wait = lockWait(kernel, process, context, 'condition', address, until.untilNs);
  giveUp(kernel, process, context, mutex, kind);
  return { ...wait, mutex: { address: mutex, name, result: 0 } };
};

/** (condition, 1 for all) */
export const conditionSignal: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  if (context.memory.readInt32(address) === null) return -Errno.EFAULT;
  const all = argument32(context, 1) !== 0;
  const waiting = waiters(kernel, process, address);
  // POSIX leaves open which one a signal wakes: the oldest, unless the scheduler says otherwise.
  const { way } = kernel.state;
  for (const thread of all ? waiting : waiting.slice(way, way + 1))
    leaveCondition(kernel, thread, 0);
  return 0;
};

/** The thread's wait for a condition is over; it needs the mutex now. */
export function leaveCondition(kernel: Kernel, thread: Thread, result: number): void {
  const { wait } = thread;
  if (wait?.kind !== 'lock' || wait.mutex === null) throw new Error('no wait for a condition');
  leave(kernel, wait.key, thread.id);
  removeTimer(kernel.state, thread.id, 'wake');
  acquireAfterWait(kernel, thread, wait.mutex.address, wait.mutex.name, result);
}
