/**
 * Memory of a process beside its image: brk, and what munmap, MAP_FIXED, fork, exec and exit do with
 * mappings. The calls themselves are in mmap.ts and protection.ts.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { argument } from '../../vm/context';
import type { Kernel, SystemCallHandler } from '../kernel';
import type { Attachment, Process } from '../processes/process';
import { segmentAttached, segmentDetached } from '../ipc/system-v-shared-memory';
import { attachedAgain, detach, inheritAttachments } from './regions';

/** As the system call: the new end of the heap, or the old one if it can't be moved. */
export const brk: SystemCallHandler = (_kernel, _process, context) => {
  const wanted = argument(context, 0);
  if (wanted !== 0) context.memory.setBreak(wanted);
  return context.memory.breakAddress;
};

export function roundUp(bytes: number): number {
  return Math.ceil(bytes / PAGE_SIZE) * PAGE_SIZE;
}

/** Takes away whatever is mapped in a range of whole pages; what sticks out of it stays. */
export function releaseRange(
  kernel: Kernel,
  process: Process,
  address: number,
  byteCount: number,
): void {
  cutAttachments(kernel, process, address);
  cutAttachments(kernel, process, address + byteCount);
  for (const attachment of process.attachments)
    if (attachment.address >= address && attachment.address < address + byteCount)
      release(kernel, process, attachment);
}

/** exec and exit: all mappings go. */
export function detachAll(kernel: Kernel, process: Process): void {
  for (const attachment of process.attachments) release(kernel, process, attachment);
}

/** After fork. */
export function inheritMappings(kernel: Kernel, child: Process): void {
  inheritAttachments(kernel, child);
  for (const attachment of child.attachments)
    if (attachment.kind === 'system-v') segmentAttached(kernel, child, attachment.region);
}

/** What lies across an address becomes two attachments; each counts, as on Linux. */
function cutAttachments(kernel: Kernel, process: Process, at: number): void {
  process.attachments = process.attachments.flatMap((whole) => {
    const before = at - whole.address;
    if (before <= 0 || before >= whole.byteCount) return [whole];
    attachedAgain(kernel, whole.region);
    if (whole.kind === 'system-v') segmentAttached(kernel, process, whole.region);
    return [
      { ...whole, byteCount: before },
      {
        ...whole,
        address: at,
        byteCount: whole.byteCount - before,
        offset: whole.offset + before,
      },
    ];
  });
}

function release(kernel: Kernel, process: Process, attachment: Attachment): void {
  if (attachment.kind === 'system-v') segmentDetached(kernel, process, attachment.region);
  detach(kernel, process, attachment);
}
