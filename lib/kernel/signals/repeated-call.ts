/** System calls that are made again: after a handler with SA_RESTART, after a stop. */
import type { ExecutionContext } from '../../vm/context';
import { contextOf, makeReady, type Kernel } from '../kernel';
import type { Thread } from '../threads/thread';

/** SYS and its operand: going back by so many words makes a call again. */
const SYS_WORDS = 2;

/** The thread of a stopped process goes on: a call that was to be made again after the stop is made now. */
export function goOnAfterStop(kernel: Kernel, thread: Thread): void {
  if (thread.wait?.kind === 'background') makeAgain(kernel, thread, contextOf(kernel, thread.id));
}

export function makeAgain(kernel: Kernel, thread: Thread, context: ExecutionContext): void {
  // Outgoing slot 0 still holds the first argument, and a handler's frame keeps it.
  context.pc -= SYS_WORDS;
  thread.wait = null;
  makeReady(kernel, thread);
}
