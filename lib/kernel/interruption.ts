/**
 * What a signal does to the system call that its thread is blocked in: signal(7), "Interruption of
 * system calls and library functions by signal handlers".
 */
import { assertNever } from '../abi/assert-never';
import { Errno } from '../abi/errno';
import type { ExecutionContext } from '../vm/context';
import { complete, contextOf, makeReady, type Kernel } from './kernel';
import type { Thread, Wait } from './thread';
import { writeTimespec } from './time';
import { leaveQueues } from './wait-queues';

/** SYS and its operand: going back by so many words makes a call again. */
const SYS_WORDS = 2;

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
  else if (restart && isRestartable(wait)) makeAgain(kernel, thread, context);
  else complete(kernel, thread, -Errno.EINTR);
}

/** The thread of a stopped process goes on: a call that was to be made again after the stop is made now. */
export function goOnAfterStop(kernel: Kernel, thread: Thread): void {
  if (thread.wait?.kind === 'background') makeAgain(kernel, thread, contextOf(kernel, thread.id));
}

/** Those that SA_RESTART makes again. The others end with EINTR whatever the handler's flags. */
function isRestartable(wait: Wait): boolean {
  switch (wait.kind) {
    case 'child':
    case 'pipe-read':
    case 'pipe-write':
    case 'fifo-open':
    case 'socket-receive':
    case 'socket-send':
    case 'socket-accept':
    case 'socket-connect':
    case 'record-lock':
    case 'whole-lock':
    case 'terminal-read':
    case 'posix-semaphore':
    case 'background':
    case 'thread':
      return true;
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

function makeAgain(kernel: Kernel, thread: Thread, context: ExecutionContext): void {
  // Outgoing slot 0 still holds the first argument, and a handler's frame keeps it.
  context.pc -= SYS_WORDS;
  thread.wait = null;
  makeReady(kernel, thread);
}
