/**
 * fcntl(2): duplicates, flags; record locks are locking.ts. Leaves out: owners for SIGIO, leases,
 * notification, other sizes of pipes.
 */
import { Errno } from '../../abi/errno';
import { argument32 } from '../../vm/context';
import { descriptionOf, installDescriptor } from './descriptors';
import type { SystemCallHandler } from '../kernel';
import { F_GETLK, F_SETLK, F_SETLKW, recordLockCall } from './locking';
import { OpenFlag } from './open-file';
import { PIPE_CAPACITY } from './pipe';
import { Resource, softLimit } from '../processes/process-limits';

/** O_NOATIME and O_ASYNC may be set, too, and change nothing here. */
const SETTABLE_FLAGS =
  OpenFlag.O_APPEND | OpenFlag.O_NONBLOCK | OpenFlag.O_ASYNC | OpenFlag.O_NOATIME;
const F_DUPFD = 0;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const F_DUPFD_CLOEXEC = 1030;
const F_SETPIPE_SZ = 1031;
const F_GETPIPE_SZ = 1032;
const FD_CLOEXEC = 1;

export const fcntl: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  const descriptor = process.descriptors[fd];
  if (description === null || descriptor == null) return -Errno.EBADF;
  const command = argument32(context, 1);
  const value = argument32(context, 2);
  switch (command) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC: {
      if (value < 0 || value >= softLimit(process, Resource.RLIMIT_NOFILE)) return -Errno.EINVAL;
      const closeOnExec = command === F_DUPFD_CLOEXEC;
      return installDescriptor(kernel, process, description, closeOnExec, value);
    }
    case F_GETFD:
      return descriptor.closeOnExec ? FD_CLOEXEC : 0;
    case F_SETFD:
      process.descriptors[fd] = { ...descriptor, closeOnExec: (value & FD_CLOEXEC) !== 0 };
      return 0;
    case F_GETFL:
      return description.flags;
    case F_SETFL:
      description.flags = (description.flags & ~SETTABLE_FLAGS) | (value & SETTABLE_FLAGS);
      return 0;
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW:
      return recordLockCall(kernel, process, context, description, command);
    case F_SETPIPE_SZ:
      if (description.target.kind !== 'pipe') return -Errno.EBADF;
      return value > PIPE_CAPACITY ? -Errno.EPERM : PIPE_CAPACITY;
    case F_GETPIPE_SZ:
      return description.target.kind === 'pipe' ? PIPE_CAPACITY : -Errno.EBADF;
    default:
      return -Errno.EINVAL;
  }
};
