/**
 * The memory budget: resident pages of all processes, shared regions and files together. Measured when
 * a process's flat buffer has grown, and now and then while buffers take more than the budget.
 */
import { endRun, type Kernel } from './kernel';
import type { Pid } from './pid';
import { regionBytes } from './regions';

const CHECK_EVERY_STEPS = 2_000_000;

export function checkMemory(kernel: Kernel, running: Pid): void {
  const { state } = kernel;
  const limit = kernel.budgets.memoryBytesMax;
  const others = regionBytes(kernel) + state.files.byteCount;
  let reserved = others;
  for (const context of kernel.contexts.values()) reserved += context.memory.reservedBytes;
  if (reserved <= limit) {
    state.memoryCheckStep = Infinity;
    return;
  }
  state.memoryCheckStep = state.step + CHECK_EVERY_STEPS;
  let resident = others;
  for (const context of kernel.contexts.values()) resident += context.memory.residentBytes;
  if (resident > limit) {
    endRun(kernel, {
      kind: 'budget',
      budget: 'memoryBytesMax',
      limit,
      pid: running,
      message: `The program uses more than ${Math.round(limit / 2 ** 20)} MB of memory. Does a loop allocate without ever freeing?`,
    });
    return;
  }
  for (const [pid, context] of kernel.contexts) if (pid !== running) context.memory.compact();
}
