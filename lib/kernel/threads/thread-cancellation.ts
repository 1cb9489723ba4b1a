/**
 * Cancelling threads: pthreads(7), "Cancellation points". A thread that is cancelled runs the library's
 * code that ends it, in place of the call that is a cancellation point, or at once where its type is
 * asynchronous. Leaves out: cancellation inside the library's own code between system calls.
 */
import { FRAME_RECORD_BYTES, TEXT_BASE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { SystemCall, type SystemCallName } from '../../abi/system-calls';
import { argument, argument32 } from '../../vm/context';
import { Shadow } from '../../vm/shadow';
import { F_SETLKW } from '../files/locking';
import { leaveCondition } from './condition-variables';
import {
  contextOf,
  currentThread,
  finishCall,
  makeReady,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import type { Thread, Wait } from './thread';
import { liveThread } from './live-thread';
import { leaveQueues } from '../wait-queues';

const POINTS: readonly SystemCallName[] = [
  'read',
  'write',
  'pread64',
  'pwrite64',
  'readv',
  'writev',
  'fsync',
  'fdatasync',
  'msync',
  'open',
  'openat',
  'creat',
  'close',
  'wait4',
  'waitid',
  'nanosleep',
  'clock_nanosleep',
  'pause',
  'rt_sigsuspend',
  'rt_sigtimedwait',
  'msgsnd',
  'msgrcv',
  'mq_timedsend',
  'mq_timedreceive',
  'poll',
  'ppoll',
  'select',
  'pselect6',
  'accept',
  'accept4',
  'connect',
  'sendto',
  'sendmsg',
  'recvfrom',
  'recvmsg',
  'sem_wait',
  'sem_timedwait',
  'thread_join',
  'cond_wait',
];
const pointNumbers: ReadonlySet<number> = new Set(POINTS.map((name) => SystemCall[name]));

/** (pthread_t, code address of what ends the thread) */
export const threadCancel: SystemCallHandler = (kernel, process, context) => {
  const handle = argument(context, 0);
  const thread = liveThread(kernel, process, handle);
  if (thread === null) return process.joinable.has(handle) ? 0 : -Errno.ESRCH;
  thread.cancel = { ...thread.cancel, requested: argument(context, 1) };
  if (thread === currentThread(kernel)) {
    finishCall(kernel, thread, 0);
    if (thread.cancel.asynchronous) cancelIfAsked(kernel, thread);
    return 'no-return';
  }
  if (thread.cancel.enabled) reach(kernel, thread);
  return 0;
};

/** (0 for state, 1 for type; 0 for enabled or deferred, 1 for the other) -> the old value */
export const threadCancelState: SystemCallHandler = (kernel, _process, context) => {
  const thread = currentThread(kernel);
  const { cancel } = thread;
  const ofType = argument32(context, 0) === 1;
  const value = argument32(context, 1) !== 0;
  const old = ofType ? cancel.asynchronous : !cancel.enabled;
  thread.cancel = ofType ? { ...cancel, asynchronous: value } : { ...cancel, enabled: !value };
  finishCall(kernel, thread, old ? 1 : 0);
  if (thread.cancel.asynchronous) cancelIfAsked(kernel, thread);
  return 'no-return';
};

export const threadTestCancel: SystemCallHandler = (kernel) =>
  cancelIfAsked(kernel, currentThread(kernel)) ? 'no-return' : 0;

/** A thread is about to make a system call. True: it is cancelled instead. */
export function cancelAtCall(kernel: Kernel, thread: Thread, number: number): boolean {
  return isCancelledAt(kernel, thread, number) && cancelIfAsked(kernel, thread);
}

/** Instead of making this call now the thread would be cancelled. */
export function isCancelledAt(kernel: Kernel, thread: Thread, number: number): boolean {
  if (thread.cancel.requested === null || !thread.cancel.enabled) return false;
  return pointNumbers.has(number) || waitsForRecordLock(kernel, thread, number);
}

/** Of what fcntl does, only this is a cancellation point. */
function waitsForRecordLock(kernel: Kernel, thread: Thread, number: number): boolean {
  if (number !== SystemCall.fcntl) return false;
  return argument32(contextOf(kernel, thread.id), 1) === F_SETLKW;
}

/** Cancels another thread where it stands, if it may be cancelled there. */
function reach(kernel: Kernel, thread: Thread): void {
  const { wait } = thread;
  if (wait?.kind === 'lock' && wait.object === 'condition') {
    // It takes the mutex first; then the library asks.
    leaveCondition(kernel, thread, 0);
    return;
  }
  if (wait !== null) {
    if (!thread.cancel.asynchronous && !isPoint(wait)) return;
    leaveQueues(kernel, thread);
    thread.wait = null;
    makeReady(kernel, thread);
  } else if (!thread.cancel.asynchronous) return;
  cancelIfAsked(kernel, thread);
}

function isPoint(wait: Wait): boolean {
  switch (wait.kind) {
    case 'lock':
    case 'vfork':
    case 'semaphore-set':
    case 'whole-lock':
    case 'other-threads':
    case 'background':
      return false;
    default:
      return true;
  }
}

/** The thread goes on in the code that ends it, as if what it does now had called that. */
function cancelIfAsked(kernel: Kernel, thread: Thread): boolean {
  const { requested, enabled, asynchronous } = thread.cancel;
  if (requested === null || !enabled) return false;
  thread.cancel = { requested: null, enabled: false, asynchronous };
  const context = contextOf(kernel, thread.id);
  const { memory, sp, fp, pc } = context;
  const record = sp - FRAME_RECORD_BYTES;
  memory.unpoison(record, FRAME_RECORD_BYTES);
  memory.writeInt64(record, fp);
  memory.writeInt64(record + 8, TEXT_BASE + 4 * pc);
  memory.poison(record, FRAME_RECORD_BYTES, Shadow.frameRecord);
  context.sp = record;
  context.fp = record;
  context.pc = (requested - TEXT_BASE) >> 2;
  context.copying = null;
  return true;
}
