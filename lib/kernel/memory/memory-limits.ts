/**
 * RLIMIT_AS and RLIMIT_DATA, setrlimit(2): mappings beyond them are refused, and the heap may grow up to
 * them, by brk and malloc alike, as its limit in the process's memory says. Of the address space count
 * text, data, heap, mappings, the stacks of threads, and of the first stack what Linux gives it to begin
 * with; of data the private mappings that can be written, too.
 */
import { PAGE_SIZE, STACK_BYTES_MAX } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';
import type { MemoryLimits } from '../../vm/memory';
import type { Budgets } from '../report';
import type { Process } from '../processes/process';
import { Resource, softLimit } from '../processes/process-limits';

/** What a new process's stack takes of its address space. */
const FIRST_STACK_BYTES = 132 * 1024;
const HEAP_MARGIN_BYTES = 32 * 1024 * 1024;

/** A heap may grow past the memory budget by a little, so that the budget's verdict comes first. */
export function memoryLimits({ budgets }: { readonly budgets: Budgets }): MemoryLimits {
  return {
    heapBytesMax: budgets.memoryBytesMax + HEAP_MARGIN_BYTES,
    stackBytesMax: STACK_BYTES_MAX,
  };
}

/** Whether a mapping may be made. `isData`: it is private and can be written. */
export function fitsLimits(
  process: Process,
  context: ExecutionContext,
  byteCount: number,
  isData: boolean,
): boolean {
  if (!isLimited(process)) return true;
  const { space, data } = left(process, context);
  return byteCount <= space && (!isData || byteCount <= data);
}

/** What is left of both limits is what the heap may grow by. */
export function limitHeap(
  kernel: { readonly budgets: Budgets },
  process: Process,
  context: ExecutionContext,
): void {
  const { memory } = context;
  const usual = memoryLimits(kernel);
  const { limits } = memory;
  if (!isLimited(process)) {
    if (limits.heapBytesMax !== usual.heapBytesMax) memory.limits = usual;
    return;
  }
  const { space, data } = left(process, context);
  const heap = memory.lowEnd - memory.layout.heapBase;
  const heapBytesMax = Math.max(0, Math.min(usual.heapBytesMax, heap + Math.min(space, data)));
  memory.limits = { ...limits, heapBytesMax };
}

function isLimited(process: Process): boolean {
  return (
    softLimit(process, Resource.RLIMIT_AS) < Infinity ||
    softLimit(process, Resource.RLIMIT_DATA) < Infinity
  );
}

/** Bytes by which the process may still grow; below 0 where a limit was lowered under its size. */
function left(
  process: Process,
  { image, memory }: ExecutionContext,
): { readonly space: number; readonly data: number } {
  const { layout, lowEnd, threadStackBytes } = memory;
  const text = Math.ceil((4 * image.code.length) / PAGE_SIZE) * PAGE_SIZE;
  let mapped = 0;
  let written = 0;
  for (const { address, byteCount, kind } of process.attachments) {
    mapped += byteCount;
    if (kind === 'private' && memory.mappingAt(address)?.writable === true) written += byteCount;
  }
  const space = text + lowEnd - layout.lowBase + mapped + threadStackBytes + FIRST_STACK_BYTES;
  const data = lowEnd - layout.dataBase + written + threadStackBytes;
  return {
    space: softLimit(process, Resource.RLIMIT_AS) - space,
    data: softLimit(process, Resource.RLIMIT_DATA) - data,
  };
}
