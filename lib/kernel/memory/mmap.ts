/**
 * mmap, munmap and mremap. A shared mapping of a file is a window into the file's region; a private one
 * has a region of its own, a copy made when it is mapped (POSIX leaves open whether later changes of the
 * file are seen).
 * Leaves out: mappings over the program's own data, heap and stack (ENOMEM), MREMAP_DONTUNMAP (EINVAL),
 * growth of private file mappings (ENOMEM), memory that is only reserved (all that is mapped counts).
 */
import { MAPPING_BASE, MAPPING_LIMIT, PAGE_SIZE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { isMappable, overlaps } from '../../vm/mapping';
import { descriptionOf } from '../files/descriptors';
import { fileOf } from '../files/files';
import { readFile, shareFile } from '../files/inodes';
import { readable, writable } from '../files/open-file';
import { regionOf, type Kernel, type SystemCallHandler } from '../kernel';
import { segmentAttached } from '../ipc/system-v-shared-memory';
import type { Attachment, Process } from '../processes/process';
import { releaseRange, roundUp } from './mappings';
import { fitsLimits } from './memory-limits';
import { PROT_WRITE, protectionOf } from './protection';
import { attach, fitsBudget, newRegion, type Placement } from './regions';

const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_SHARED_VALIDATE = 3;
const MAP_TYPE = 0xf;
const MAP_FIXED = 0x10;
const MAP_ANONYMOUS = 0x20;
const MAP_FIXED_NOREPLACE = 0x10_0000;
const MREMAP_MAYMOVE = 1;
const MREMAP_FIXED = 2;
/** vm.mmap_min_addr */
const LOWEST_ADDRESS = 0x1_0000;

export const mmap: SystemCallHandler = (kernel, process, context) => {
  const length = argument(context, 1);
  const protection = argument32(context, 2);
  const flags = argument32(context, 3);
  const offset = argument(context, 5);
  const anonymous = (flags & MAP_ANONYMOUS) !== 0;
  if (offset % PAGE_SIZE !== 0 || offset < 0) return -Errno.EINVAL;
  const description = anonymous ? null : descriptionOf(kernel, process, argument32(context, 4));
  if (!anonymous && description === null) return -Errno.EBADF;
  if (length === 0) return -Errno.EINVAL;
  // A size_t from 2^63 on is negative here.
  if (length < 0 || length > MAPPING_LIMIT - MAPPING_BASE) return -Errno.ENOMEM;
  const bytes = roundUp(length);
  const address = placeFor(context, argument(context, 0), bytes, flags);
  if (address !== null && address < 0) return address;
  const type = flags & MAP_TYPE;
  const shared = type === MAP_SHARED || (type === MAP_SHARED_VALIDATE && !anonymous);
  if (!shared && type !== MAP_PRIVATE) return -Errno.EINVAL;
  const kind = shared ? 'shared' : 'private';
  const asked = { kind, address, bytes, ...protectionOf(protection) } as const;
  if (!fitsLimits(process, context, bytes, !shared && asked.writable)) return -Errno.ENOMEM;
  if (description === null) {
    if (!fitsBudget(kernel, bytes)) return -Errno.ENOMEM;
    makeRoom(kernel, process, asked, flags);
    const region = newRegion(kernel, `${kind} mapping`, bytes);
    return attach(kernel, process, region, asked) ?? -Errno.ENOMEM;
  }
  const writes = (protection & PROT_WRITE) !== 0;
  if (!readable(description) || (shared && writes && !writable(description))) return -Errno.EACCES;
  const file = fileOf(kernel, description);
  if (file === null) return -Errno.ENODEV;
  const { size } = file.content;
  if (!shared) {
    const copied = Math.max(0, Math.min(bytes, size - offset));
    if (!fitsBudget(kernel, copied)) return -Errno.ENOMEM;
    makeRoom(kernel, process, asked, flags);
    const region = newRegion(kernel, 'private mapping', copied, 'copy');
    regionOf(kernel, region).bytes.set(readFile(kernel, file.content, offset, copied));
    return attach(kernel, process, region, asked) ?? -Errno.ENOMEM;
  }
  if (file.content.region === null && !fitsBudget(kernel, size)) return -Errno.ENOMEM;
  makeRoom(kernel, process, asked, flags);
  const name = `file ${file.inode.number}`;
  const region = shareFile(kernel, file.inode, file.content, name);
  const mayWrite = writable(description);
  return attach(kernel, process, region, { ...asked, offset, mayWrite }) ?? -Errno.ENOMEM;
};

export const munmap: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const length = argument(context, 1);
  if (length <= 0 || address % PAGE_SIZE !== 0 || address < 0) return -Errno.EINVAL;
  releaseRange(kernel, process, address, roundUp(length));
  return 0;
};

/** mremap(2): a mapping gets longer, shorter or another place. */
export const mremap: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const length = roundUp(argument(context, 1));
  const wanted = roundUp(argument(context, 2));
  const flags = argument32(context, 3);
  const moves = (flags & MREMAP_MAYMOVE) !== 0;
  const fixed = (flags & MREMAP_FIXED) !== 0;
  if ((flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED)) !== 0 || (fixed && !moves)) return -Errno.EINVAL;
  if (address % PAGE_SIZE !== 0 || wanted <= 0 || length < 0) return -Errno.EINVAL;
  const { memory } = context;
  const to = argument(context, 4);
  if (fixed) {
    if (!isMappable(to, wanted)) return -Errno.EINVAL;
    if (to < address + length && address < to + wanted) return -Errno.EINVAL;
  }
  const old = process.attachments.find(
    (each) => address >= each.address && address < each.address + each.byteCount,
  );
  const mapping = memory.mappingAt(address);
  if (old === undefined || mapping === null) return -Errno.EFAULT;
  if (length === 0 && (old.kind === 'private' || !moves)) return -Errno.EINVAL;
  if (!fixed && wanted <= length) {
    if (wanted < length) releaseRange(kernel, process, address + wanted, length - wanted);
    return address;
  }
  const moved = Math.min(length, wanted);
  const isOne =
    address + moved <= mapping.address + mapping.bytes &&
    address + moved <= old.address + old.byteCount;
  if (!isOne) return -Errno.EFAULT;
  const grows = wanted > length;
  const end = address + length;
  const isFree =
    isMappable(end, wanted - length) && !overlaps(memory.mappings, end, wanted - length);
  const stays = !fixed && length > 0 && isFree;
  if (!stays && !moves) return -Errno.ENOMEM;
  const isCopy = regionOf(kernel, old.region).extent === 'copy';
  const renews = old.kind === 'private' && grows;
  if (renews && (isCopy || !fitsBudget(kernel, wanted))) return -Errno.ENOMEM;
  if (wanted > MAPPING_LIMIT - MAPPING_BASE) return -Errno.ENOMEM;
  const place = fixed ? to : stays ? address : null;
  const offset = old.offset + address - old.address;
  const placement: Placement = {
    kind: old.kind,
    mayWrite: old.mayWrite,
    address: place,
    bytes: wanted,
    readable: mapping.readable,
    writable: mapping.writable,
  };
  if (fixed) releaseRange(kernel, process, to, wanted);
  if (!renews) {
    // Mapped a second time for a moment, so that the region isn't given back.
    const at = moveWindow(kernel, process, old, placement, offset, stays);
    if (at === null) return -Errno.ENOMEM;
    if (!stays && length > 0) releaseRange(kernel, process, address, length);
    return at;
  }
  const bytes = regionOf(kernel, old.region).bytes.slice(offset, offset + moved);
  const region = newRegion(kernel, regionOf(kernel, old.region).name, wanted);
  regionOf(kernel, region).bytes.set(bytes);
  if (stays) releaseRange(kernel, process, address, length);
  const at = attach(kernel, process, region, placement);
  if (at === null) return -Errno.ENOMEM;
  if (!stays) releaseRange(kernel, process, address, length);
  return at;
};

/** The same part of the region elsewhere, or what is added behind it; null: no room. */
function moveWindow(
  kernel: Kernel,
  process: Process,
  old: Attachment,
  placement: Placement,
  offset: number,
  stays: boolean,
): number | null {
  const { bytes = 0, address } = placement;
  const had = old.address + old.byteCount - (address ?? 0);
  const added = stays
    ? {
        ...placement,
        address: old.address + old.byteCount,
        offset: offset + had,
        bytes: bytes - had,
      }
    : { ...placement, offset };
  const at = attach(kernel, process, old.region, added);
  if (at === null) return null;
  if (old.kind === 'system-v') segmentAttached(kernel, process, old.region);
  return stays ? address : at;
}

/** Where to map: a free hint, MAP_FIXED's address, null (where there is room), or -errno. */
function placeFor(
  { memory }: ExecutionContext,
  hint: number,
  bytes: number,
  flags: number,
): number | null {
  const taken = overlaps(memory.mappings, hint, bytes);
  if ((flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) === 0) {
    const rounded = hint - (hint % PAGE_SIZE);
    const isFree = isMappable(rounded, bytes) && !overlaps(memory.mappings, rounded, bytes);
    return isFree ? rounded : null;
  }
  if (hint % PAGE_SIZE !== 0) return -Errno.EINVAL;
  if (hint >= 0 && hint < LOWEST_ADDRESS) return -Errno.EPERM;
  if (!isMappable(hint, bytes)) return -Errno.ENOMEM;
  return taken && (flags & MAP_FIXED_NOREPLACE) !== 0 ? -Errno.EEXIST : hint;
}

/** MAP_FIXED takes the place of what was there. */
function makeRoom(
  kernel: Kernel,
  process: Process,
  { address, bytes }: { readonly address: number | null; readonly bytes: number },
  flags: number,
): void {
  if (address !== null && (flags & MAP_FIXED) !== 0) releaseRange(kernel, process, address, bytes);
}
