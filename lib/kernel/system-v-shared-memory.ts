/** System V shared memory: shmget, shmat, shmdt, shmctl. The table is shared-memory-table.ts. */
import { PAGE_SIZE } from '../abi/address-space';
import { Errno } from '../abi/errno';
import { argument, argument32 } from '../vm/context';
import { user } from './credentials';
import { Permission } from './file-system';
import { IPC_CREAT, IPC_EXCL, IPC_PRIVATE, IPC_RMID, IPC_SET, IPC_STAT, putIpcPerm } from './ipc';
import type { Kernel, SystemCallHandler } from './kernel';
import type { Process } from './process';
import { attach, detach, fitsBudget, nameRegion, newRegion, unnameRegion } from './regions';
import { SHM_DEST, SHM_LOCKED, type SharedSegment } from './shared-memory-table';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';

const SHM_LOCK = 11;
const SHM_UNLOCK = 12;
const SHM_RDONLY = 0o10000;
const SHM_RND = 0o20000;
const SEGMENTS_MAX = 4096;
const SHMID_DS_BYTES = 112;

export const shmget: SystemCallHandler = (kernel, process, context) => {
  const key = argument32(context, 0);
  const byteCount = argument(context, 1);
  const flags = argument32(context, 2);
  const { sharedMemory, timeNs } = kernel.state;
  const existing = key === IPC_PRIVATE ? undefined : withKey(kernel, key);
  if (existing !== undefined) {
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -Errno.EEXIST;
    if (byteCount > existing.byteCount) return -Errno.EINVAL;
    return permits(existing, (flags >> 6) & 7) ? existing.id : -Errno.EACCES;
  }
  if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -Errno.ENOENT;
  if (byteCount <= 0) return -Errno.EINVAL;
  if (sharedMemory.segments.size >= SEGMENTS_MAX) return -Errno.ENOSPC;
  if (!fitsBudget(kernel, byteCount)) return -Errno.ENOMEM;
  const id = sharedMemory.nextId++;
  const region = newRegion(kernel, `shared memory ${id}`, byteCount);
  nameRegion(kernel, region);
  sharedMemory.segments.set(id, {
    id,
    key,
    byteCount,
    region,
    mode: flags & 0o777,
    owner: user.student.user,
    creator: process.pid,
    lastPid: 0,
    attached: 0,
    attachedNs: 0,
    detachedNs: 0,
    changedNs: timeNs,
  });
  return id;
};

export const shmat: SystemCallHandler = (kernel, process, context) => {
  const segment = kernel.state.sharedMemory.segments.get(argument32(context, 0));
  let address: number | null = argument(context, 1);
  const flags = argument32(context, 2);
  if (segment === undefined) return -Errno.EINVAL;
  if (address === 0) address = null;
  else if (address % PAGE_SIZE !== 0) {
    if ((flags & SHM_RND) === 0) return -Errno.EINVAL;
    address -= address % PAGE_SIZE;
  }
  const readOnly = (flags & SHM_RDONLY) !== 0;
  const wanted = readOnly ? Permission.read : Permission.read | Permission.write;
  if (!permits(segment, wanted)) return -Errno.EACCES;
  const at = attach(kernel, process, segment.region, 'system-v', address, !readOnly);
  if (at === null) return address === null ? -Errno.ENOMEM : -Errno.EINVAL;
  segmentAttached(kernel, process, segment.region);
  return at;
};

export const shmdt: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const attachment = process.attachments.find(
    (candidate) => candidate.address === address && candidate.kind === 'system-v',
  );
  if (attachment === undefined) return -Errno.EINVAL;
  segmentDetached(kernel, process, attachment.region);
  detach(kernel, process, attachment);
  return 0;
};

export const shmctl: SystemCallHandler = (kernel, _process, context) => {
  const segment = kernel.state.sharedMemory.segments.get(argument32(context, 0));
  if (segment === undefined) return -Errno.EINVAL;
  const address = argument(context, 2);
  switch (argument32(context, 1)) {
    case IPC_STAT: {
      if (!permits(segment, Permission.read)) return -Errno.EACCES;
      return context.memory.writeBytes(address, statBytes(segment)) ? 0 : -Errno.EFAULT;
    }
    case IPC_SET: {
      const bytes = context.memory.readBytes(address, SHMID_DS_BYTES);
      if (bytes === null) return -Errno.EFAULT;
      const view = new DataView(bytes.buffer);
      segment.owner = view.getUint32(4, true);
      segment.mode = (segment.mode & ~0o777) | (view.getUint32(20, true) & 0o777);
      segment.changedNs = kernel.state.timeNs;
      return 0;
    }
    case IPC_RMID:
      segment.key = IPC_PRIVATE;
      segment.mode |= SHM_DEST;
      destroyIfUnused(kernel, segment);
      return 0;
    case SHM_LOCK:
      segment.mode |= SHM_LOCKED;
      return 0;
    case SHM_UNLOCK:
      segment.mode &= ~SHM_LOCKED;
      return 0;
    default:
      return -Errno.EINVAL;
  }
};

export function segmentAttached(kernel: Kernel, process: Process, region: number): void {
  const segment = withRegion(kernel, region);
  segment.attached++;
  segment.attachedNs = kernel.state.timeNs;
  segment.lastPid = process.pid;
}

export function segmentDetached(kernel: Kernel, process: Process, region: number): void {
  const segment = withRegion(kernel, region);
  segment.attached--;
  segment.detachedNs = kernel.state.timeNs;
  segment.lastPid = process.pid;
  destroyIfUnused(kernel, segment);
}

function destroyIfUnused(kernel: Kernel, segment: SharedSegment): void {
  if (segment.attached > 0 || (segment.mode & SHM_DEST) === 0) return;
  kernel.state.sharedMemory.segments.delete(segment.id);
  unnameRegion(kernel, segment.region);
}

function withKey(kernel: Kernel, key: number): SharedSegment | undefined {
  for (const segment of kernel.state.sharedMemory.segments.values())
    if (segment.key === key) return segment;
  return undefined;
}

function withRegion(kernel: Kernel, region: number): SharedSegment {
  for (const segment of kernel.state.sharedMemory.segments.values())
    if (segment.region === region) return segment;
  throw new Error(`region ${region} is no segment`);
}

function permits(segment: SharedSegment, wanted: number): boolean {
  const bits = segment.owner === user.student.user ? segment.mode >> 6 : segment.mode;
  return (bits & wanted) === wanted;
}

/** struct shmid_ds */
function statBytes(segment: SharedSegment): Uint8Array {
  const bytes = new Uint8Array(SHMID_DS_BYTES);
  const view = new DataView(bytes.buffer);
  putIpcPerm(view, segment);
  view.setUint32(48, segment.byteCount, true);
  const seconds = (timeNs: number): number =>
    timeNs === 0 ? 0 : BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
  view.setUint32(56, seconds(segment.attachedNs), true);
  view.setUint32(64, seconds(segment.detachedNs), true);
  view.setUint32(72, seconds(segment.changedNs) || BOOT_EPOCH_SECONDS, true);
  view.setUint32(80, segment.creator, true);
  view.setUint32(84, segment.lastPid, true);
  view.setUint32(88, segment.attached, true);
  return bytes;
}
