/** Takes a thread out of the kernel: it ended, or its process does. */
import { contextOf, setState, type Kernel } from '../kernel';
import type { Process } from '../processes/process';
import type { Thread } from './thread';
import { leaveQueues } from '../wait-queues';

/** `freeStack` false: whoever joins the thread frees it. */
export function removeThread(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  freeStack: boolean,
): void {
  const { state, contexts } = kernel;
  const context = contextOf(kernel, thread.id);
  process.instructionsBefore += context.instructions;
  leaveQueues(kernel, thread);
  thread.wait = null;
  process.threads = process.threads.filter((id) => id !== thread.id);
  setState(kernel, thread, thread.id === process.pid ? 'zombie' : 'terminated');
  state.threads.delete(thread.id);
  contexts.delete(thread.id);
  // Runs in which all is chosen come back to earlier states again and again.
  if (kernel.timing === 'chosen' && thread.id === process.pid)
    kernel.spareMemories.set(thread.id, context);
  if (freeStack && thread.id !== process.pid) context.memory.removeThreadStack(context.stack);
}
