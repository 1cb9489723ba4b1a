/**
 * Mutexes, and spinlocks, which are mutexes of one int: nobody spins on a machine that can tell a thread
 * when it has the lock. pthread_mutex_t: owner's thread id (0: free), how often a recursive one is
 * locked, kind, and of a robust one what became of its owner. As glibc, an ordinary mutex that its owner
 * locks again waits for ever, and one that somebody else unlocks is unlocked. A thread remembers the
 * robust mutexes that it has: robust-mutexes.ts. With inherited priorities (PTHREAD_PRIO_INHERIT) only
 * the owner unlocks; threads have no priorities of their own here, so there is nothing to inherit, and
 * one that no priority reaches (PTHREAD_PRIO_PROTECT) can't be locked: EINVAL, as for any thread of
 * SCHED_OTHER. Streams' locks (lib/libc/src/stdio/lock.c) are taken without a system call while nobody
 * waits for them.
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
const ROBUSTNESS = 16;

/** Bits of the kind, as glibc has them: its type, and properties. */
const TYPE = 3;
const RECURSIVE = 1;
const ERROR_CHECK = 2;
/** The library takes and frees it by itself unless its owner's word has WAITED set. */
const WORD = 8;
const ROBUST = 16;
const PROTECTED = 64;

/** Set in the owner's word of a mutex of kind WORD: somebody waits, or did. */
const WAITED = 0x8000_0000;
const OWNER = 0x7fff_ffff;

/** Of a robust mutex. Inconsistent: an owner ended, and nobody has mended since what it left. */
const Robustness = { consistent: 0, inconsistent: 1, notRecoverable: 2 } as const;

/** (address, timeout or 0, clock, 1 for a spinlock) */
export const mutexLock: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const owner = mutexOwner(context, address);
  if (owner === null) return -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 3) !== 0);
  const refusal = refusalOf(context, address, kind);
  if (refusal !== null) return refusal;
  const thread = currentThread(kernel);
  if (owner === 0) return take(context, address, thread, kind);
  if (owner === thread.id) {
    if ((kind & TYPE) === RECURSIVE) return lockAgain(context, address);
    if ((kind & TYPE) === ERROR_CHECK) return -Errno.EDEADLK;
  }
  const until = deadline(kernel, context, 1);
  if (typeof until === 'number') return until;
  if ((kind & WORD) !== 0) context.memory.writeInt32(address, owner | WAITED);
  return lockWait(kernel, process, context, 'mutex', address, until.untilNs);
};

/** (address, 1 for a spinlock) */
export const mutexTryLock: SystemCallHandler = (kernel, _process, context) => {
  const address = argument(context, 0);
  const owner = mutexOwner(context, address);
  if (owner === null) return -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 1) !== 0);
  const refusal = refusalOf(context, address, kind);
  if (refusal !== null) return refusal;
  const thread = currentThread(kernel);
  if (owner === 0) return take(context, address, thread, kind);
  return owner === thread.id && (kind & TYPE) === RECURSIVE
    ? lockAgain(context, address)
    : -Errno.EBUSY;
};

/** (address, 1 for a spinlock) */
export const mutexUnlock: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const owner = mutexOwner(context, address);
  if (owner === null) return -Errno.EFAULT;
  const kind = kindOf(context, address, argument32(context, 1) !== 0);
  const thread = currentThread(kernel);
  if (kind !== 0 && owner !== thread.id) return -Errno.EPERM;
  if ((kind & TYPE) === RECURSIVE) {
    const count = context.memory.readInt32(address + COUNT) ?? 0;
    if (count > 0) {
      context.memory.writeInt32(address + COUNT, count - 1);
      const mended = robustnessOf(context, address, kind) === Robustness.consistent;
      return mended ? 0 : -Errno.ENOTRECOVERABLE;
    }
  }
  giveUp(kernel, process, context, address, kind);
  return 0;
};

/** (address): EBUSY while it is locked, unless it is robust. */
export const mutexDestroy: SystemCallHandler = (_kernel, _process, context) => {
  const address = argument(context, 0);
  const owner = mutexOwner(context, address);
  if (owner === null) return -Errno.EFAULT;
  return owner === 0 || (kindOf(context, address, false) & ROBUST) !== 0 ? 0 : -Errno.EBUSY;
};

/** Thread id, 0 if nobody has it; null: the memory can't be read. */
export function mutexOwner({ memory }: ExecutionContext, address: number): number | null {
  const word = memory.readInt32(address);
  return word === null ? null : word & OWNER;
}

function kindOf(context: ExecutionContext, address: number, spinlock: boolean): number {
  return spinlock ? 0 : (context.memory.readInt32(address + KIND) ?? 0);
}

function robustnessOf(context: ExecutionContext, address: number, kind: number): number {
  if ((kind & ROBUST) === 0) return Robustness.consistent;
  return context.memory.readInt32(address + ROBUSTNESS) ?? Robustness.consistent;
}

/** Why nobody at all can lock it: -errno, or null. */
function refusalOf(context: ExecutionContext, address: number, kind: number): number | null {
  if ((kind & PROTECTED) !== 0) return -Errno.EINVAL;
  return robustnessOf(context, address, kind) === Robustness.notRecoverable
    ? -Errno.ENOTRECOVERABLE
    : null;
}

function lockAgain(context: ExecutionContext, address: number): number {
  const count = context.memory.readInt32(address + COUNT) ?? 0;
  return context.memory.writeInt32(address + COUNT, count + 1) ? 0 : -Errno.EFAULT;
}

/** The thread has it now; the result tells if its last owner ended. */
function take(context: ExecutionContext, address: number, thread: Thread, kind: number): number {
  if (!context.memory.writeInt32(address, thread.id)) return -Errno.EFAULT;
  if ((kind & ROBUST) === 0) return 0;
  thread.robust = [...thread.robust, address];
  return robustnessOf(context, address, kind) === Robustness.inconsistent ? -Errno.EOWNERDEAD : 0;
}

/**
 * Unlocks it. A robust mutex that is left inconsistent can't be locked ever again; the others hear
 * of it (pthread_mutex_consistent(3)).
 */
export function giveUp(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
  kind: number,
): void {
  if ((kind & ROBUST) !== 0) {
    const thread = currentThread(kernel);
    thread.robust = thread.robust.filter((held) => held !== address);
  }
  if (robustnessOf(context, address, kind) !== Robustness.inconsistent) {
    releaseMutex(kernel, process, context, address, kind);
    return;
  }
  context.memory.writeInt32(address + ROBUSTNESS, Robustness.notRecoverable);
  context.memory.writeInt32(address, 0);
  for (const thread of waiters(kernel, process, address)) {
    if (thread.wait?.kind !== 'lock') continue;
    leave(kernel, thread.wait.key, thread.id);
    complete(kernel, thread, -Errno.ENOTRECOVERABLE);
  }
}

/** The owner of a robust mutex ended: whoever locks it next is told. */
export function loseOwner(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
  owner: Thread,
): void {
  const { memory } = context;
  if (mutexOwner(context, address) !== owner.id) return;
  memory.writeInt32(address + COUNT, 0);
  memory.writeInt32(address + ROBUSTNESS, Robustness.inconsistent);
  releaseMutex(kernel, process, context, address, ROBUST);
}

/** Frees it, or hands it to whoever waits longest. */
function releaseMutex(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
  kind: number,
): void {
  // Where the scheduler chooses, it chooses who gets the mutex, too.
  const [next] = kernel.timing === 'clock' ? waiters(kernel, process, address) : [];
  if (next?.wait?.kind !== 'lock') {
    context.memory.writeInt32(address, 0);
    return;
  }
  const { wait } = next;
  leave(kernel, wait.key, next.id);
  const nextContext = contextOf(kernel, next.id);
  const taken = take(nextContext, wait.address, next, kind);
  if ((kind & WORD) !== 0 && waiters(kernel, process, address).length > 0)
    context.memory.writeInt32(address, next.id | WAITED);
  complete(kernel, next, taken === 0 ? (wait.mutex?.result ?? 0) : taken);
}

/** A thread that waited for a condition goes on once it has the mutex, with this result of its call. */
export function acquireAfterWait(
  kernel: Kernel,
  thread: Thread,
  mutex: number,
  name: string,
  result: number,
): void {
  const key = keyOf(processOf(kernel, thread.process), mutex);
  if (kernel.timing === 'clock') {
    if (isLockable(kernel, thread, mutex)) {
      acquire(kernel, thread, mutex, result);
      return;
    }
    enter(kernel, key, thread.id);
  }
  thread.wait = {
    kind: 'lock',
    object: 'mutex',
    key,
    address: mutex,
    name,
    mutex: { address: mutex, name, result },
  };
}

/** Waits for a mutex after a condition, which is free now: a choice may give it to the thread. */
export function canAcquire(kernel: Kernel, thread: Thread): boolean {
  const { wait } = thread;
  return (
    wait?.kind === 'lock' &&
    wait.object === 'mutex' &&
    wait.mutex !== null &&
    processOf(kernel, thread.process).stopped === null &&
    isLockable(kernel, thread, wait.mutex.address)
  );
}

/** Precondition: `canAcquire`. */
export function acquireChosen(kernel: Kernel, thread: Thread): void {
  const { wait } = thread;
  if (wait?.kind !== 'lock' || wait.mutex === null) throw new Error('no wait for a mutex');
  acquire(kernel, thread, wait.mutex.address, wait.mutex.result);
}

/** It is free, or can't be locked ever again, which the thread is to hear. */
function isLockable(kernel: Kernel, thread: Thread, mutex: number): boolean {
  const context = contextOf(kernel, thread.id);
  if (mutexOwner(context, mutex) === 0) return true;
  return refusalOf(context, mutex, kindOf(context, mutex, false)) !== null;
}

function acquire(kernel: Kernel, thread: Thread, mutex: number, result: number): void {
  const context = contextOf(kernel, thread.id);
  const kind = kindOf(context, mutex, false);
  const got = refusalOf(context, mutex, kind) ?? take(context, mutex, thread, kind);
  complete(kernel, thread, got === 0 ? result : got);
}
