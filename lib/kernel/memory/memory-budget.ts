/**
 * The memory budget: resident pages of all processes, shared regions and files together. Measured when
 * a process's flat buffer has grown, and then as often as a program could fill what is left.
 * Flat buffers may take twice the budget of the host's memory; past that the waiting processes give
 * theirs back, and a program that makes them do so again and again is over the budget, too.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { endRun, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import { regionBytes } from './regions';

const CHECK_STEPS_MIN = 20_000;
/** No program touches a page in fewer instructions. */
const STEPS_PER_PAGE = 3;
const COMPACTIONS_MAX = 20;

export function checkMemory(kernel: Kernel, running: Pid): void {
  const { state } = kernel;
  const limit = kernel.budgets.memoryBytesMax;
  const others = regionBytes(kernel) + state.files.byteCount;
  let reserved = others;
  const memories = new Set([...kernel.contexts.values()].map(({ memory }) => memory));
  for (const memory of memories) reserved += memory.reservedBytes;
  if (reserved <= limit) {
    state.memoryCheckStep = Infinity;
    return;
  }
  const resident = residentBytes(kernel);
  const pagesLeft = Math.max(0, limit - resident) / PAGE_SIZE;
  state.memoryCheckStep =
    state.step + Math.max(CHECK_STEPS_MIN, Math.floor(pagesLeft * STEPS_PER_PAGE));
  if (resident <= limit && reserved > 2 * limit) {
    state.compactions++;
    const used = kernel.contexts.get(running)?.memory;
    for (const memory of memories) if (memory !== used) memory.compact();
  }
  if (resident > limit || state.compactions > COMPACTIONS_MAX)
    endRun(kernel, {
      kind: 'budget',
      budget: 'memoryBytesMax',
      limit,
      pid: running,
      message: `The program uses more than ${Math.round(limit / 2 ** 20)} MB of memory. Does a loop allocate without ever freeing?`,
    });
}

/** Pages of all processes, shared regions and files. */
export function residentBytes(kernel: Kernel): number {
  const memories = new Set([...kernel.contexts.values()].map(({ memory }) => memory));
  let resident = regionBytes(kernel) + kernel.state.files.byteCount;
  for (const memory of memories) resident += memory.residentBytes;
  return resident;
}
