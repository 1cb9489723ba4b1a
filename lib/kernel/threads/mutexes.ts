/**
 * Mutexes, and spinlocks, which are mutexes of one int: nobody spins on a machine that can tell a thread
 * when it has the lock. pthread_mutex_t: owner's thread id (0: free), how often a recursive one is
 * locked, kind. As glibc, an ordinary mutex that its owner locks again waits for ever, and one that
 * somebody else unlocks is unlocked. Leaves out: robust mutexes, priority protocols.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import {
  complete,
  contextOf,
  currentThread,
  processOf,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { deadline, enter, leave, lockWait, waiters } from './lock-queues';
import { keyOf } from '../ipc/posix-semaphores';
import type { Process } from '../processes/process';
import type { Thread } from './thread';

const COUNT = 4;
const KIND = 8;
const RECURSIVE = 1;
const ERROR_CHECK = 2;

/** (address, timeout or 0, clock, 1 for a spinlock) */
export const mutexLock: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const owner = context.memory.readInt32(address);
  if (owner === null) return -Errno.EFAULT;
  const { id } = currentThread(kernel);
  if (owner === 0) return context.memory.writeInt32(address, id) ? 0 : -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 3) !== 0);
  if (owner === id) {
    if (kind === RECURSIVE) return lockAgain(context, address);
    if (kind === ERROR_CHECK) return -Errno.EDEADLK;
  }
  const until = deadline(kernel, context, 1);
  if (typeof until === 'number') return until;
  return lockWait(kernel, process, context, 'mutex', address, until.untilNs);
};

/** (address, 1 for a spinlock) */
export const mutexTryLock: SystemCallHandler = (kernel, _process, context) => {
  const address = argument(context, 0);
  const owner = context.memory.readInt32(address);
  if (owner === null) return -Errno.EFAULT;
  const { id } = currentThread(kernel);
  if (owner === 0) return context.memory.writeInt32(address, id) ? 0 : -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 1) !== 0);
  return owner === id && kind === RECURSIVE ? lockAgain(context, address) : -Errno.EBUSY;
};

/** (address, 1 for a spinlock) */
export const mutexUnlock: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const owner = context.memory.readInt32(address);
  if (owner === null) return -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 1) !== 0);
  if (kind !== 0 && owner !== currentThread(kernel).id) return -Errno.EPERM;
  if (kind === RECURSIVE) {
    const count = context.memory.readInt32(address + COUNT) ?? 0;
    if (count > 0) {
      context.memory.writeInt32(address + COUNT, count - 1);
      return 0;
    }
  }
  releaseMutex(kernel, process, context, address);
  return 0;
};

/** (address): EBUSY while it is locked. */
export const mutexDestroy: SystemCallHandler = (_kernel, _process, context) => {
  const owner = context.memory.readInt32(argument(context, 0));
  if (owner === null) return -Errno.EFAULT;
  return owner === 0 ? 0 : -Errno.EBUSY;
};

function kindOf(context: ExecutionContext, address: number, spinlock: boolean): number {
  return spinlock ? 0 : (context.memory.readInt32(address + KIND) ?? 0);
}

function lockAgain(context: ExecutionContext, address: number): number {
  const count = context.memory.readInt32(address + COUNT) ?? 0;
  return context.memory.writeInt32(address + COUNT, count + 1) ? 0 : -Errno.EFAULT;
}

/** Frees it, or hands it to whoever waits longest. */
export function releaseMutex(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
): void {
  const [next] = waiters(kernel, process, address);
  context.memory.writeInt32(address, next?.id ?? 0);
  if (next?.wait?.kind !== 'lock') return;
  const { wait } = next;
  leave(kernel, wait.key, next.id);
  complete(kernel, next, wait.mutex?.result ?? 0);
}

/** A thread that waited for a condition goes on once it has the mutex, with this result of its call. */
export function acquireAfterWait(
  kernel: Kernel,
  thread: Thread,
  mutex: number,
  name: string,
  result: number,
): void {
  const context = contextOf(kernel, thread.id);
  if (context.memory.readInt32(mutex) === 0) {
    context.memory.writeInt32(mutex, thread.id);
    complete(kernel, thread, result);
    return;
  }
  const key = keyOf(processOf(kernel, thread.process), mutex);
  enter(kernel, key, thread.id);
  thread.wait = {
    kind: 'lock',
    object: 'mutex',
    key,
    address: mutex,
    name,
    mutex: { address: mutex, name, result },
  };
}
