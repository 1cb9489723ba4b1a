/**
 * Read-write locks. pthread_rwlock_t: how many readers hold it, thread id of the writer that does (0:
 * none), kind. As glibc by default, readers are preferred: one comes in past waiting writers, but for
 * the kind PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP (PREFER_WRITER_NP does nothing in glibc either).
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { complete, currentThread, type Kernel, type SystemCallHandler } from '../kernel';
import { deadline, leave, lockWait, waiters } from './lock-queues';
import type { Process } from '../processes/process';

const WRITER = 4;
const KIND = 8;
const TRY = 2;
const PREFER_WRITER_NONRECURSIVE = 2;

/** (address, bits: 1 to write, 2 to try only; timeout or 0, clock) */
export const rwlockLock: SystemCallHandler = (kernel, process, context) => {
  const { memory } = context;
  const address = argument(context, 0);
  const flags = argument32(context, 1);
  const readers = memory.readInt32(address);
  const writer = memory.readInt32(address + WRITER);
  if (readers === null || writer === null) return -Errno.EFAULT;
  const { id } = currentThread(kernel);
  const writes = (flags & 1) !== 0;
  const free = writer === 0 && (!writes || readers === 0);
  if (free && (writes || !writersGoFirst(kernel, process, context, address))) {
    if (writes) memory.writeInt32(address + WRITER, id);
    else memory.writeInt32(address, readers + 1);
    return 0;
  }
  if ((flags & TRY) !== 0) return -Errno.EBUSY;
  if (writer === id) return -Errno.EDEADLK;
  const until = deadline(kernel, context, 2);
  if (typeof until === 'number') return until;
  const object = writes ? 'write-lock' : 'read-lock';
  return lockWait(kernel, process, context, object, address, until.untilNs);
};

function writersGoFirst(
  kernel: Kernel,
  process: Process,
  { memory }: ExecutionContext,
  address: number,
): boolean {
  if (memory.readInt32(address + KIND) !== PREFER_WRITER_NONRECURSIVE) return false;
  return waiters(kernel, process, address).some(
    ({ wait }) => wait?.kind === 'lock' && wait.object === 'write-lock',
  );
}

/** (address) */
export const rwlockUnlock: SystemCallHandler = (kernel, process, context) => {
  const { memory } = context;
  const address = argument(context, 0);
  const readers = memory.readInt32(address);
  const writer = memory.readInt32(address + WRITER);
  if (readers === null || writer === null) return -Errno.EFAULT;
  if (writer !== 0) memory.writeInt32(address + WRITER, 0);
  else if (readers > 0) memory.writeInt32(address, readers - 1);
  settle(kernel, process, context, address);
  return 0;
};

/** (address): EBUSY while somebody holds it. */
export const rwlockDestroy: SystemCallHandler = (_kernel, _process, context) => {
  const { memory } = context;
  const address = argument(context, 0);
  const held = (memory.readInt32(address) ?? 0) + (memory.readInt32(address + WRITER) ?? 0);
  return held === 0 ? 0 : -Errno.EBUSY;
};

/** The oldest waiter gets it, and with a reader all readers. */
function settle(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
): void {
  const { memory } = context;
  if (memory.readInt32(address + WRITER) !== 0) return;
  for (const thread of waiters(kernel, process, address)) {
    const { wait } = thread;
    if (wait?.kind !== 'lock') continue;
    const readers = memory.readInt32(address) ?? 0;
    if (wait.object === 'write-lock') {
      if (readers > 0) continue;
      memory.writeInt32(address + WRITER, thread.id);
    } else memory.writeInt32(address, readers + 1);
    leave(kernel, wait.key, thread.id);
    complete(kernel, thread, 0);
    if (wait.object === 'write-lock') return;
  }
}
