/**
 * What a signal does to the system call that its thread is blocked in: signal(7), "Interruption of
 * system calls and library functions by signal handlers".
 */
import { assertNever } from '../../abi/assert-never';
import { Errno } from '../../abi/errno';
import { complete, contextOf, type Kernel } from '../kernel';
import { makeAgain } from './repeated-call';
import type { Thread, Wait } from '../threads/thread';
import { writeTimespec } from '../time/time';
import { leaveQueues } from '../wait-queues';

/** A handler is about to run: the call ends with EINTR, or is made again after it (SA_RESTART). */
export function interruptCall(kernel: Kernel, thread: Thread, restart: boolean): void {
  const { wait } = thread;
  if (wait === null) return;
  const context = contextOf(kernel, thread.id);
  leaveQueues(kernel, thread);
  if (wait.kind === 'sleep' && wait.remainAddress !== 0) {
    const leftNs = Math.max(0, wait.untilNs - kernel.state.timeNs);
    writeTimespec(context, wait.remainAddress, leftNs);
  }
  if (wait.kind === 'pipe-write' && wait.written > 0) complete(kernel, thread, wait.written);
  else if (wait.kind === 'socket-send' && wait.sent > 0) complete(kernel, thread, wait.sent);
  else if (wait.kind === 'socket-receive' && wait.taken > 0) complete(kernel, thread, wait.taken);
  else if ((restart && isRestartable(wait)) || isNeverInterrupted(wait))
    makeAgain(kernel, thread, context);
  else complete(kernel, thread, -Errno.EINTR);
}

/**
 * Calls of threads that never give EINTR: pthreads(7). A wait for a condition gives it to the C library,
 * which takes the mutex again.
 */
function isNeverInterrupted(wait: Wait): boolean {
  if (wait.kind === 'thread') return true;
  if (wait.kind !== 'lock' || wait.object === 'futex') return false;
  return wait.mutex === null && wait.object !== 'barrier';
}

/** Those that SA_RESTART makes again. The others end with EINTR whatever the handler's flags. */
function isRestartable(wait: Wait): boolean {
  switch (wait.kind) {
    case 'child':
    case 'pipe-read':
    case 'pipe-write':
    case 'fifo-open':
    case 'event-read':
    case 'event-write':
    case 'socket-receive':
    case 'socket-send':
    case 'socket-accept':
    case 'socket-connect':
    case 'queue-send':
    case 'queue-receive':
    case 'record-lock':
    case 'whole-lock':
    case 'terminal-read':
    case 'posix-semaphore':
    case 'background':
      return true;
    case 'lock':
    case 'thread':
      return false;
    case 'sleep':
    case 'semaphore-set':
    case 'poll':
    case 'message-send':
    case 'message-receive':
    case 'device':
    case 'signal':
    case 'signal-wait':
    // A handler waits until the child of vfork is gone: signal-delivery.ts.
    case 'vfork':
    case 'other-threads':
      return false;
    default:
      return assertNever(wait);
  }
}
