/** Tries a call out that a thread stands before: the machine makes it, and goes back. */
import type { Kernel } from '../../kernel/kernel';
import { begin, executeRunning, handleRunningTrap } from '../../kernel/run-chosen';
import { currentProcessor } from '../../kernel/scheduling/processors';
import { restoreKernel, snapshotKernel } from '../../kernel/snapshot';
import type { Thread } from '../../kernel/threads/thread';

export function wouldBlock(kernel: Kernel, thread: Thread): boolean {
  return tried(kernel, thread, ({ wait }) => {
    if (wait === null) return false;
    return !(wait.kind === 'socket-send' && wait.sent > 0);
  });
}

export function hasTimeLimit(kernel: Kernel, thread: Thread): boolean {
  return tried(kernel, thread, ({ id }) =>
    kernel.state.timers.some((timer) => timer.pid === id && timer.kind === 'wake'),
  );
}

function tried(kernel: Kernel, thread: Thread, examine: (after: Thread) => boolean): boolean {
  const before = snapshotKernel(kernel);
  const { id } = thread;
  const processor = currentProcessor(kernel.state);
  if (processor.running === null) begin(kernel, { pid: id, until: { kind: 'visible' } });
  const { slice } = currentProcessor(kernel.state);
  if (slice.kind === 'visible') slice.through = true;
  const trap = executeRunning(kernel, 1);
  handleRunningTrap(kernel, trap);
  const after = kernel.state.threads.get(id);
  const result = after !== undefined && examine(after);
  restoreKernel(kernel, before, true);
  return result;
}
