/** System V shared memory: shmget, shmat, shmdt, shmctl. The table is shared-memory-table.ts. */
import { PAGE_SIZE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { Permission } from '../files/file-system';
import {
  highestIndex,
  IPC_CREAT,
  IPC_EXCL,
  IPC_INFO,
  IPC_PRIVATE,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  ipcSeconds,
  newPermissions,
  permits,
  putIpcPerm,
  setIpcPerm,
  wantedBy,
  withKey,
} from './ipc';
import type { Kernel, SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import { attach, detach, fitsBudget, nameRegion, newRegion, unnameRegion } from '../memory/regions';
import { SHM_DEST, SHM_LOCKED, type SharedSegment } from './shared-memory-table';

const SHM_LOCK = 11;
const SHM_UNLOCK = 12;
const SHM_STAT = 13;
const SHM_INFO = 14;
const SHM_STAT_ANY = 15;
const SHM_RDONLY = 0o10000;
const SHM_RND = 0o20000;
const SEGMENTS_MAX = 4096;
const SHMID_DS_BYTES = 112;
const SHMINFO_BYTES = 72;
const SHM_INFO_BYTES = 48;

export const shmget: SystemCallHandler = (kernel, process, context) => {
  const key = argument32(context, 0);
  const byteCount = argument(context, 1);
  const flags = argument32(context, 2);
  const { sharedMemory, timeNs } = kernel.state;
  const existing = withKey(sharedMemory.segments, key);
  if (existing !== undefined) {
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -Errno.EEXIST;
    if (byteCount > existing.byteCount) return -Errno.EINVAL;
    return permits(existing, wantedBy(flags)) ? existing.id : -Errno.EACCES;
  }
  if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -Errno.ENOENT;
  if (byteCount <= 0) return -Errno.EINVAL;
  if (sharedMemory.segments.size >= SEGMENTS_MAX) return -Errno.ENOSPC;
  if (!fitsBudget(kernel, byteCount)) return -Errno.ENOMEM;
  const id = sharedMemory.nextId++;
  const region = newRegion(kernel, `shared memory ${id}`, byteCount, 'segment');
  nameRegion(kernel, region);
  sharedMemory.segments.set(id, {
    ...newPermissions(key, flags & 0o777),
    id,
    byteCount,
    region,
    creator: process.pid,
    lastPid: 0,
    attached: 0,
    attachedNs: null,
    detachedNs: null,
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
  const at = attach(kernel, process, segment.region, {
    kind: 'system-v',
    address,
    readable: true,
    writable: !readOnly,
    mayWrite: !readOnly,
  });
  if (at === null) return address === null ? -Errno.ENOMEM : -Errno.EINVAL;
  segmentAttached(kernel, process, segment.region);
  return at;
};

export const shmdt: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  // munmap may have cut it in pieces: those go that still lie where shmat put them.
  const pieces = process.attachments.filter(
    (each) => each.kind === 'system-v' && each.address - each.offset === address,
  );
  for (const piece of pieces) {
    segmentDetached(kernel, process, piece.region);
    detach(kernel, process, piece);
  }
  return pieces.length === 0 ? -Errno.EINVAL : 0;
};

export const shmctl: SystemCallHandler = (kernel, _process, context) => {
  const { segments } = kernel.state.sharedMemory;
  const command = argument32(context, 1);
  const address = argument(context, 2);
  if (command === IPC_INFO) return putLimits(kernel, context, address);
  if (command === SHM_INFO) return putUse(kernel, context, address);
  const segment = segments.get(argument32(context, 0));
  if (segment === undefined) return -Errno.EINVAL;
  switch (command) {
    case IPC_STAT:
    case SHM_STAT:
    case SHM_STAT_ANY: {
      if (command !== SHM_STAT_ANY && !permits(segment, Permission.read)) return -Errno.EACCES;
      if (!context.memory.writeBytes(address, statBytes(segment))) return -Errno.EFAULT;
      return command === IPC_STAT ? 0 : segment.id;
    }
    case IPC_SET: {
      const bytes = context.memory.readBytes(address, SHMID_DS_BYTES);
      if (bytes === null) return -Errno.EFAULT;
      setIpcPerm(new DataView(bytes.buffer), segment);
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

function withRegion(kernel: Kernel, region: number): SharedSegment {
  for (const segment of kernel.state.sharedMemory.segments.values())
    if (segment.region === region) return segment;
  throw new Error(`region ${region} is no segment`);
}

/** struct shmid_ds */
function statBytes(segment: SharedSegment): Uint8Array {
  const bytes = new Uint8Array(SHMID_DS_BYTES);
  const view = new DataView(bytes.buffer);
  putIpcPerm(view, segment);
  view.setUint32(48, segment.byteCount, true);
  view.setUint32(56, ipcSeconds(segment.attachedNs), true);
  view.setUint32(64, ipcSeconds(segment.detachedNs), true);
  view.setUint32(72, ipcSeconds(segment.changedNs), true);
  view.setUint32(80, segment.creator, true);
  view.setUint32(84, segment.lastPid, true);
  view.setUint32(88, segment.attached, true);
  return bytes;
}

/** struct shminfo: what Linux allows, ULONG_MAX - 2^24 bytes a segment and pages in all. */
function putLimits(kernel: Kernel, context: ExecutionContext, address: number): number {
  const view = new DataView(new ArrayBuffer(SHMINFO_BYTES));
  const all = 0xffff_ffff_feff_ffffn;
  [all, 1n, BigInt(SEGMENTS_MAX), BigInt(SEGMENTS_MAX), all].forEach((value, k) => {
    view.setBigUint64(8 * k, value, true);
  });
  return answer(kernel, context, address, view);
}

/** struct shm_info: segments, pages in all, pages in memory. */
function putUse(kernel: Kernel, context: ExecutionContext, address: number): number {
  const { segments } = kernel.state.sharedMemory;
  const view = new DataView(new ArrayBuffer(SHM_INFO_BYTES));
  let pages = 0;
  for (const { byteCount } of segments.values()) pages += Math.ceil(byteCount / PAGE_SIZE);
  view.setInt32(0, segments.size, true);
  view.setUint32(8, pages, true);
  view.setUint32(16, pages, true);
  return answer(kernel, context, address, view);
}

function answer(
  kernel: Kernel,
  context: ExecutionContext,
  address: number,
  view: DataView,
): number {
  return context.memory.writeBytes(address, new Uint8Array(view.buffer))
    ? highestIndex(kernel.state.sharedMemory.segments)
    : -Errno.EFAULT;
}
