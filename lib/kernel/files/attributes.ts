/** Who may do what with a file, and its times: access, chmod, chown, umask, utimensat. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from './credentials';
import { descriptionOf } from './descriptors';
import { fileTime, type FileTime } from './file-time';
import { inodeOf, Permission, permitted } from './file-system';
import type { Inode } from './inode';
import type { Kernel, SystemCallHandler } from '../kernel';
import {
  AT_EACCESS,
  AT_EMPTY_PATH,
  AT_SYMLINK_NOFOLLOW,
  lookUpArgument,
  lookUpAt,
} from './path-arguments';
import type { Lookup } from './path-lookup';
import type { Process } from '../processes/process';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';

const UTIME_NOW = 0x3fff_ffff;
const UTIME_OMIT = 0x3fff_fffe;
/** An id that chown leaves as it is. */
const UNCHANGED = -1;

export const access: SystemCallHandler = (kernel, process, context) =>
  mayAccess(lookUpArgument(kernel, process, context, 0), argument32(context, 1));

export const faccessat: SystemCallHandler = (kernel, process, context) =>
  mayAccess(lookUpAt(kernel, process, context, 0), argument32(context, 2));

export const faccessat2: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 3);
  if ((flags & ~(AT_EACCESS | AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) !== 0) return -Errno.EINVAL;
  const found = lookUpAt(kernel, process, context, 0, optionsOf(flags));
  return mayAccess(found, argument32(context, 2));
};

export const chmod: SystemCallHandler = (kernel, process, context) =>
  withFound(lookUpArgument(kernel, process, context, 0), (inode) =>
    changeMode(kernel, inode, argument32(context, 1)),
  );

export const fchmod: SystemCallHandler = (kernel, process, context) =>
  withDescriptor(kernel, process, context, (inode) =>
    changeMode(kernel, inode, argument32(context, 1)),
  );

export const fchmodat: SystemCallHandler = (kernel, process, context) =>
  withFound(lookUpAt(kernel, process, context, 0), (inode) =>
    changeMode(kernel, inode, argument32(context, 2)),
  );

export const chown: SystemCallHandler = (kernel, process, context) =>
  withFound(lookUpArgument(kernel, process, context, 0), (inode) =>
    changeOwner(kernel, inode, argument32(context, 1), argument32(context, 2)),
  );

export const lchown: SystemCallHandler = (kernel, process, context) =>
  withFound(lookUpArgument(kernel, process, context, 0, { keepLink: true }), (inode) =>
    changeOwner(kernel, inode, argument32(context, 1), argument32(context, 2)),
  );

export const fchown: SystemCallHandler = (kernel, process, context) =>
  withDescriptor(kernel, process, context, (inode) =>
    changeOwner(kernel, inode, argument32(context, 1), argument32(context, 2)),
  );

export const fchownat: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 4);
  if ((flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) !== 0) return -Errno.EINVAL;
  return withFound(lookUpAt(kernel, process, context, 0, optionsOf(flags)), (inode) =>
    changeOwner(kernel, inode, argument32(context, 2), argument32(context, 3)),
  );
};

export const umask: SystemCallHandler = (_kernel, process, context) => {
  const old = process.umask;
  process.umask = argument32(context, 0) & 0o777;
  return old;
};

/** A null path means the descriptor itself: what futimens(3) asks. */
export const utimensat: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 3);
  if ((flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) !== 0) return -Errno.EINVAL;
  const times = readTimes(context, argument(context, 2));
  if (typeof times === 'number') return times;
  const change = (inode: Inode): number => changeTimes(kernel, inode, times);
  if (argument(context, 1) === 0) return withDescriptor(kernel, process, context, change);
  return withFound(lookUpAt(kernel, process, context, 0, optionsOf(flags)), change);
};

function optionsOf(flags: number): { readonly keepLink: boolean; readonly emptyPath: boolean } {
  return {
    keepLink: (flags & AT_SYMLINK_NOFOLLOW) !== 0,
    emptyPath: (flags & AT_EMPTY_PATH) !== 0,
  };
}

function withFound(found: Lookup, change: (inode: Inode) => number): number {
  if (found.kind === 'error') return -found.errno;
  return found.kind === 'missing' ? -Errno.ENOENT : change(found.inode);
}

/** The descriptor is argument 0. */
function withDescriptor(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  change: (inode: Inode) => number,
): number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  return change(inodeOf(kernel.state.files, description.target.inode));
}

function mayAccess(found: Lookup, wanted: number): number {
  if ((wanted & ~7) !== 0) return -Errno.EINVAL;
  return withFound(found, (inode) => (permitted(inode, user.student, wanted) ? 0 : -Errno.EACCES));
}

function changeMode(kernel: Kernel, inode: Inode, mode: number): number {
  if (inode.content.kind === 'proc' || inode.owner !== user.student.user) return -Errno.EPERM;
  inode.mode = mode & 0o7777;
  inode.changed = fileTime(kernel.state.timeNs);
  return 0;
}

/** Who isn't root can only give a file of his own to himself. */
function changeOwner(kernel: Kernel, inode: Inode, owner: number, group: number): number {
  const { student } = user;
  if (owner === UNCHANGED && group === UNCHANGED) return 0;
  if (inode.content.kind === 'proc' || inode.owner !== student.user) return -Errno.EPERM;
  if (owner !== UNCHANGED && owner !== student.user) return -Errno.EPERM;
  if (group !== UNCHANGED && group !== student.group) return -Errno.EPERM;
  inode.changed = fileTime(kernel.state.timeNs);
  return 0;
}

/** Of access and modification; null to leave it. */
type NewTime = FileTime | 'now' | null;

function readTimes(
  { memory }: ExecutionContext,
  address: number,
): readonly [NewTime, NewTime] | number {
  if (address === 0) return ['now', 'now'];
  const times: NewTime[] = [];
  for (const at of [address, address + 16]) {
    const seconds = memory.readInt64(at);
    const nanoseconds = memory.readInt64(at + 8);
    if (seconds === null || nanoseconds === null) return -Errno.EFAULT;
    if (nanoseconds === UTIME_NOW) times.push('now');
    else if (nanoseconds === UTIME_OMIT) times.push(null);
    else if (nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND) return -Errno.EINVAL;
    else times.push({ seconds, nanoseconds });
  }
  return [times[0] ?? null, times[1] ?? null];
}

/** To set a time is the owner's; to set it to now, everybody's who may write. */
function changeTimes(
  kernel: Kernel,
  inode: Inode,
  [accessed, modified]: readonly [NewTime, NewTime],
): number {
  if (accessed === null && modified === null) return 0;
  if (inode.owner !== user.student.user) {
    if (accessed !== 'now' || modified !== 'now') return -Errno.EPERM;
    if (!permitted(inode, user.student, Permission.write)) return -Errno.EACCES;
  }
  const now = fileTime(kernel.state.timeNs);
  if (accessed !== null) inode.accessed = accessed === 'now' ? now : accessed;
  if (modified !== null) inode.modified = modified === 'now' ? now : modified;
  inode.changed = now;
  return 0;
}
