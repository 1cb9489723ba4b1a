/**
 * What becomes of the robust mutexes that a thread holds when it ends, or when its process ends or
 * executes another program: robust mutexes of pthread_mutexattr_setrobust(3), the robust list of
 * Linux's futexes.
 */
import type { ExecutionContext } from '../../vm/context';
import type { Kernel } from '../kernel';
import type { Process } from '../processes/process';
import { loseOwner } from './mutexes';
import type { Thread } from './thread';

/** While the memory that they lie in is still mapped. */
export function abandonMutexes(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  thread: Thread,
): void {
  const { robust } = thread;
  thread.robust = [];
  for (const address of robust) loseOwner(kernel, process, context, address, thread);
}
