/**
 * mprotect, and the calls that only advise about mapped memory or ask for it: msync, madvise, mlock,
 * mincore. All memory is resident and a mapped file is its memory, so most have nothing to do.
 * Leaves out: other protection than reading and writing for data, heap and stack (EACCES), madvise's
 * MADV_DONTFORK, MADV_WIPEONFORK and MADV_REMOVE (EINVAL), limits on locked memory.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { covers, indexIn, overlaps, type Protection } from '../../vm/mapping';
import { studentPosition } from '../../vm/stack-walk';
import type { SystemCallHandler } from '../kernel';
import { roundUp } from './mappings';

const PROT_READ = 1;
export const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MS_ASYNC = 1;
const MS_INVALIDATE = 2;
const MS_SYNC = 4;
const MADV_DONTNEED = 4;
/** MADV_NORMAL to MADV_WILLNEED, MADV_FREE, MADV_MERGEABLE to MADV_NODUMP and MADV_DODUMP. */
const ADVICE_WITHOUT_EFFECT: readonly number[] = [0, 1, 2, 3, 8, 12, 13, 14, 15, 16, 17];
const MCL_ALL = 7;
const MCL_ONFAULT = 4;

/** As on x86: what may be written or executed may be read. */
export function protectionOf(protection: number): Protection {
  return {
    readable: (protection & (PROT_READ | PROT_WRITE | PROT_EXEC)) !== 0,
    writable: (protection & PROT_WRITE) !== 0,
  };
}

export const mprotect: SystemCallHandler = (_kernel, process, context) => {
  const address = argument(context, 0);
  const length = roundUp(argument(context, 1));
  const asked = argument32(context, 2);
  if (address % PAGE_SIZE !== 0 || (asked & ~(PROT_READ | PROT_WRITE | PROT_EXEC)) !== 0)
    return -Errno.EINVAL;
  if (length === 0) return 0;
  const { memory } = context;
  if (length < 0 || !isMapped(context, address, length)) return -Errno.ENOMEM;
  const protection = protectionOf(asked);
  if (!covers(memory.mappings, address, length)) {
    const mayBe = !overlaps(memory.mappings, address, length) && protection.writable;
    return mayBe ? 0 : -Errno.EACCES;
  }
  const isRefused = process.attachments.some(
    (each) =>
      !each.mayWrite && address < each.address + each.byteCount && each.address < address + length,
  );
  if (protection.writable && isRefused) return -Errno.EACCES;
  const line = studentPosition(context)?.line ?? null;
  memory.protect(address, length, { ...protection, line });
  return 0;
};

/** A mapped file is its memory: there is nothing to write back. What isn't mapped is ENOMEM. */
export const msync: SystemCallHandler = (_kernel, _process, context) => {
  const flags = argument32(context, 2);
  if ((flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) !== 0) return -Errno.EINVAL;
  if ((flags & MS_ASYNC) !== 0 && (flags & MS_SYNC) !== 0) return -Errno.EINVAL;
  if (argument(context, 0) % PAGE_SIZE !== 0) return -Errno.EINVAL;
  return answerIfMapped(context);
};

/** Memory of one's own that isn't needed any more is zero when it is touched again. */
export const madvise: SystemCallHandler = (_kernel, process, context) => {
  const address = argument(context, 0);
  const length = roundUp(argument(context, 1));
  const advice = argument32(context, 2);
  if (address % PAGE_SIZE !== 0 || length < 0) return -Errno.EINVAL;
  if (advice !== MADV_DONTNEED)
    return ADVICE_WITHOUT_EFFECT.includes(advice) ? answerIfMapped(context) : -Errno.EINVAL;
  if (length === 0) return 0;
  const { memory } = context;
  if (!isMapped(context, address, length)) return -Errno.ENOMEM;
  if (!covers(memory.mappings, address, length)) return -Errno.EINVAL;
  const own = process.attachments.filter(({ kind }) => kind === 'private');
  for (let at = address; at < address + length; at += PAGE_SIZE) {
    const mapping = memory.mappingAt(at);
    const isOwn = own.some((each) => at >= each.address && at < each.address + each.byteCount);
    if (mapping === null || !isOwn) continue;
    // A private copy of a file would have to be read again.
    if (mapping.region.extent === 'copy') return -Errno.EINVAL;
    const index = indexIn(mapping, at);
    mapping.region.bytes.fill(0, index, index + PAGE_SIZE);
    mapping.region.markDirty(index, PAGE_SIZE);
  }
  return 0;
};

/** mlock and munlock: nothing is ever swapped out. */
export const mlock: SystemCallHandler = (_kernel, _process, context) => answerIfMapped(context);

export const mlockall: SystemCallHandler = (_kernel, _process, context) => {
  const flags = argument32(context, 0);
  return flags === 0 || (flags & ~MCL_ALL) !== 0 || flags === MCL_ONFAULT ? -Errno.EINVAL : 0;
};

export const munlockall: SystemCallHandler = () => 0;

export const mincore: SystemCallHandler = (_kernel, _process, context) => {
  const address = argument(context, 0);
  const length = roundUp(argument(context, 1));
  if (address % PAGE_SIZE !== 0) return -Errno.EINVAL;
  if (length < 0 || !isMapped(context, address, length)) return -Errno.ENOMEM;
  const resident = new Uint8Array(length / PAGE_SIZE).fill(1);
  return context.memory.writeBytes(argument(context, 2), resident) ? 0 : -Errno.EFAULT;
};

function answerIfMapped(context: ExecutionContext): number {
  const address = argument(context, 0);
  const from = address - (address % PAGE_SIZE);
  const length = roundUp(argument(context, 1) + address - from);
  return length >= 0 && isMapped(context, from, length) ? 0 : -Errno.ENOMEM;
}

/** Whether all pages of a range are there, in mappings, data, heap or stack. */
function isMapped({ memory }: ExecutionContext, address: number, bytes: number): boolean {
  if (covers(memory.mappings, address, bytes)) return true;
  for (let at = address; at < address + bytes; at += PAGE_SIZE)
    if (memory.mappingAt(at) === null && memory.flatIndex(at, 1, false) < 0) return false;
  return true;
}
