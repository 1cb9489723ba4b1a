/** Locking calls: F_GETLK, F_SETLK and F_SETLKW of fcntl(2), and flock(2). */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from './descriptors';
import { deadlockError, settleLocks } from './file-locks';
import {
  putRecord,
  putWhole,
  recordConflict,
  wholeConflict,
  type RecordLock,
  type Section,
} from './file-lock-table';
import { fileOf } from './files';
import { currentThread, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import { readable, writable, type OpenFileDescription } from './open-file';
import type { Process } from '../processes/process';

export const F_GETLK = 5;
export const F_SETLK = 6;
export const F_SETLKW = 7;
const F_RDLCK = 0;
const F_WRLCK = 1;
const F_UNLCK = 2;
const FLOCK_BYTES = 32;
const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;
const LOCK_UN = 8;

/** struct flock: type and whence (2 bytes each), start and length (8 bytes each), pid. */
export function recordLockCall(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  description: OpenFileDescription,
  command: number,
): CallResult {
  const address = argument(context, 2);
  const bytes = context.memory.readBytes(address, FLOCK_BYTES);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const type = view.getInt16(0, true);
  const section = sectionOf(kernel, description, view);
  if (typeof section === 'number') return section;
  if (type !== F_RDLCK && type !== F_WRLCK && type !== F_UNLCK) return -Errno.EINVAL;
  const { inode } = description.target;
  const lock: RecordLock = { ...section, owner: process.pid, exclusive: type === F_WRLCK };
  const { fileLocks } = kernel.state;
  if (command === F_GETLK) {
    if (type === F_UNLCK) return -Errno.EINVAL;
    return tellConflict(context, address, view, recordConflict(fileLocks, inode, lock));
  }
  if (type === F_RDLCK && !readable(description)) return -Errno.EBADF;
  if (type === F_WRLCK && !writable(description)) return -Errno.EBADF;
  if (type !== F_UNLCK && recordConflict(fileLocks, inode, lock) !== null) {
    if (command === F_SETLK) return -Errno.EAGAIN;
    const deadlock = deadlockError(kernel, inode, lock);
    if (deadlock !== 0) return deadlock;
    fileLocks.waiting.push(currentThread(kernel).id);
    return { kind: 'record-lock', inode, lock, path: description.path ?? '' };
  }
  putRecord(fileLocks, inode, process.pid, section, type === F_UNLCK ? null : lock);
  settleLocks(kernel, inode);
  return 0;
}

export const flock: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  const operation = argument32(context, 1) & ~LOCK_NB;
  if (operation !== LOCK_SH && operation !== LOCK_EX && operation !== LOCK_UN) return -Errno.EINVAL;
  if (description === null) return -Errno.EBADF;
  const { inode } = description.target;
  const { fileLocks } = kernel.state;
  const lock = { description: description.id, exclusive: operation === LOCK_EX };
  if (operation === LOCK_UN) putWhole(fileLocks, inode, description.id, null);
  else if (!wholeConflict(fileLocks, inode, lock))
    putWhole(fileLocks, inode, lock.description, lock);
  else if ((argument32(context, 1) & LOCK_NB) !== 0) return -Errno.EAGAIN;
  else {
    fileLocks.waiting.push(currentThread(kernel).id);
    return { kind: 'whole-lock', inode, lock, path: description.path ?? '' };
  }
  settleLocks(kernel, inode);
  return 0;
};

/** The bytes that l_whence, l_start and l_len name, or -errno. */
function sectionOf(
  kernel: Kernel,
  description: OpenFileDescription,
  view: DataView,
): Section | number {
  const bases = [0, description.offset, fileOf(kernel, description)?.content.size ?? 0];
  const base = bases[view.getInt16(2, true)];
  if (base === undefined) return -Errno.EINVAL;
  const at = base + Number(view.getBigInt64(8, true));
  const length = Number(view.getBigInt64(16, true));
  const start = length < 0 ? at + length : at;
  if (start < 0) return -Errno.EINVAL;
  if (length === 0) return { start, end: Infinity };
  return { start, end: length < 0 ? at : at + length };
}

/** F_GETLK: what stands in the way, or F_UNLCK and nothing else changed. */
function tellConflict(
  { memory }: ExecutionContext,
  address: number,
  view: DataView,
  conflict: RecordLock | null,
): number {
  if (conflict === null) view.setInt16(0, F_UNLCK, true);
  else {
    view.setInt16(0, conflict.exclusive ? F_WRLCK : F_RDLCK, true);
    view.setInt16(2, 0, true);
    view.setBigInt64(8, BigInt(conflict.start), true);
    const length = conflict.end === Infinity ? 0 : conflict.end - conflict.start;
    view.setBigInt64(16, BigInt(length), true);
    view.setInt32(24, conflict.owner, true);
  }
  return memory.writeBytes(address, new Uint8Array(view.buffer)) ? 0 : -Errno.EFAULT;
}
