/**
 * Who waits for a mutex, condition variable, read-write lock or barrier, oldest first. The objects
 * themselves lie in simulated memory, so that processes which share that memory share them, and fork
 * copies the others; what each looks like is told where it is handled. A wait ends when somebody hands
 * the object over, never by trying again.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { currentThread, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import { displayName, keyOf } from '../ipc/posix-semaphores';
import type { Process } from '../processes/process';
import type { LockObject, Thread, Wait } from './thread';
import { originSeconds, readTimespec } from '../time/time';
import { addTimer } from '../time/timers';

export type LockWait = Wait & { readonly kind: 'lock' };

/** Sets up what the current thread waits for. `untilNs` null: for ever. */
export function lockWait(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  object: LockObject,
  address: number,
  untilNs: number | null,
): LockWait {
  const { id } = currentThread(kernel);
  const key = keyOf(process, address);
  if (untilNs !== null) addTimer(kernel.state, { kind: 'wake', untilNs, pid: id, intervalNs: 0 });
  enter(kernel, key, id);
  const name = displayName(kernel, process, context, address);
  return { kind: 'lock', object, key, address, name, mutex: null };
}

export function enter(kernel: Kernel, key: string, thread: Pid): void {
  const { lockQueues } = kernel.state;
  const queue = lockQueues.get(key);
  if (queue === undefined) lockQueues.set(key, [thread]);
  else queue.push(thread);
}

export function leave(kernel: Kernel, key: string, thread: Pid): void {
  const { lockQueues } = kernel.state;
  const left = (lockQueues.get(key) ?? []).filter((id) => id !== thread);
  if (left.length === 0) lockQueues.delete(key);
  else lockQueues.set(key, left);
}

/** Waiting for the object at `address`, oldest first. */
export function waiters(kernel: Kernel, process: Process, address: number): Thread[] {
  return (kernel.state.lockQueues.get(keyOf(process, address)) ?? []).flatMap((id) => {
    const thread = kernel.state.threads.get(id);
    return thread === undefined ? [] : [thread];
  });
}

/**
 * The absolute time in arguments `k` (a struct timespec, or 0) and `k + 1` (its clock): null for ever,
 * or -errno.
 */
export function deadline(
  kernel: Kernel,
  context: ExecutionContext,
  k: number,
): { readonly untilNs: number | null } | number {
  const address = argument(context, k);
  if (address === 0) return { untilNs: null };
  const origin = originSeconds(argument32(context, k + 1));
  if (origin === null) return -Errno.EINVAL;
  const time = readTimespec(context, address, origin);
  if (typeof time === 'object') return -time.errno;
  return time <= kernel.state.timeNs ? -Errno.ETIMEDOUT : { untilNs: time };
}
