/**
 * Memory of a process beside its image: brk, mmap and munmap, and what fork, exec and exit do with
 * mappings. POSIX shared memory is a file in /dev/shm that is mapped.
 * Leaves out: parts of mappings (munmap takes a whole one), MAP_FIXED over something, file mappings
 * that write back privately, mprotect.
 */
import { MAPPING_BASE, MAPPING_LIMIT, PAGE_SIZE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { descriptionOf } from '../files/descriptors';
import { fileOf } from '../files/files';
import { readFile, shareFile } from '../files/inodes';
import { regionOf, type Kernel, type SystemCallHandler } from '../kernel';
import { readable, writable } from '../files/open-file';
import type { Attachment, Process } from '../processes/process';
import { attach, detach, fitsBudget, inheritAttachments, newRegion } from './regions';
import { segmentAttached, segmentDetached } from '../ipc/system-v-shared-memory';

const PROT_WRITE = 2;
const MS_ASYNC = 1;
const MS_INVALIDATE = 2;
const MS_SYNC = 4;
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_FIXED = 0x10;
const MAP_ANONYMOUS = 0x20;

/** As the system call: the new end of the heap, or the old one if it can't be moved. */
export const brk: SystemCallHandler = (_kernel, _process, context) => {
  const wanted = argument(context, 0);
  if (wanted !== 0) context.memory.setBreak(wanted);
  return context.memory.breakAddress;
};

export const mmap: SystemCallHandler = (kernel, process, context) => {
  const length = argument(context, 1);
  const protection = argument32(context, 2);
  const flags = argument32(context, 3);
  const offset = argument(context, 5);
  const shared = (flags & MAP_SHARED) !== 0;
  if (length <= 0 || offset % PAGE_SIZE !== 0 || offset < 0) return -Errno.EINVAL;
  if (shared === ((flags & MAP_PRIVATE) !== 0)) return -Errno.EINVAL;
  if (length > MAPPING_LIMIT - MAPPING_BASE) return -Errno.ENOMEM;
  const fixed = (flags & MAP_FIXED) !== 0 ? argument(context, 0) : null;
  const kind = shared ? 'shared' : 'private';
  const writes = (protection & PROT_WRITE) !== 0;
  if ((flags & MAP_ANONYMOUS) !== 0) {
    if (!fitsBudget(kernel, length)) return -Errno.ENOMEM;
    const region = newRegion(kernel, `${kind} mapping`, length);
    return attach(kernel, process, region, kind, fixed, writes) ?? -Errno.ENOMEM;
  }
  const description = descriptionOf(kernel, process, argument32(context, 4));
  if (description === null) return -Errno.EBADF;
  const file = fileOf(kernel, description);
  if (file === null) return -Errno.ENODEV;
  if (!readable(description) || (shared && writes && !writable(description))) return -Errno.EACCES;
  const size = file.content.size;
  // Nothing lies beyond the end of a file: an access there is a fault, as on Linux.
  if (offset >= size) return MAPPING_LIMIT - Math.ceil(length / PAGE_SIZE) * PAGE_SIZE;
  if (!shared) {
    const region = newRegion(kernel, 'private mapping', Math.min(length, size - offset));
    regionOf(kernel, region).bytes.set(readFile(kernel, file.content, offset, length));
    return attach(kernel, process, region, 'private', fixed, writes) ?? -Errno.ENOMEM;
  }
  if (offset !== 0) return -Errno.EINVAL;
  if (file.content.region === null && !fitsBudget(kernel, size)) return -Errno.ENOMEM;
  const name = `file ${file.inode.number}`;
  const region = shareFile(kernel, file.inode, file.content, name);
  return attach(kernel, process, region, 'shared', fixed, writes) ?? -Errno.ENOMEM;
};

/** A mapped file is its memory: there is nothing to write back. What isn't mapped is ENOMEM. */
export const msync: SystemCallHandler = (_kernel, _process, context) => {
  const address = argument(context, 0);
  const flags = argument32(context, 2);
  if (address % PAGE_SIZE !== 0 || (flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) !== 0)
    return -Errno.EINVAL;
  if ((flags & MS_ASYNC) !== 0 && (flags & MS_SYNC) !== 0) return -Errno.EINVAL;
  const end = address + argument(context, 1);
  for (let at = address; at < end; at += PAGE_SIZE)
    if (context.memory.readBytes(at, 1) === null) return -Errno.ENOMEM;
  return 0;
};

export const munmap: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const length = argument(context, 1);
  if (length <= 0 || address % PAGE_SIZE !== 0) return -Errno.EINVAL;
  const attachment = process.attachments.find((candidate) => candidate.address === address);
  if (attachment === undefined) return 0;
  if (length <= attachment.byteCount - PAGE_SIZE) return -Errno.EINVAL;
  release(kernel, process, attachment);
  return 0;
};

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

function release(kernel: Kernel, process: Process, attachment: Attachment): void {
  if (attachment.kind === 'system-v') segmentDetached(kernel, process, attachment.region);
  detach(kernel, process, attachment);
}
