/**
 * User and group ids: every process is the student's, and nobody is privileged, so that one can only
 * become who one is.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { user } from '../files/credentials';
import type { SystemCallHandler } from '../kernel';

/** "Leave it as it is" in the calls that set several ids. */
const UNCHANGED = -1;

const { user: userId, group: groupId } = user.student;

export const getuid: SystemCallHandler = () => userId;
export const getgid: SystemCallHandler = () => groupId;
export const setuid = idsAmong(userId, 1);
export const setgid = idsAmong(groupId, 1);
export const setreuid = idsAmong(userId, 2);
export const setregid = idsAmong(groupId, 2);
export const setresuid = idsAmong(userId, 3);
export const setresgid = idsAmong(groupId, 3);
export const getresuid = threeTimes(userId);
export const getresgid = threeTimes(groupId);

/** The student is in one group. */
export const getgroups: SystemCallHandler = (_kernel, _process, context) => {
  const room = argument32(context, 0);
  if (room === 0) return 1;
  if (room < 0) return -Errno.EINVAL;
  return context.memory.writeInt32(argument(context, 1), groupId) ? 1 : -Errno.EFAULT;
};

export const setgroups: SystemCallHandler = () => -Errno.EPERM;

/** Sets so many ids, each of which may only be the one that it is. */
function idsAmong(own: number, count: number): SystemCallHandler {
  return (_kernel, _process, context) => {
    for (let k = 0; k < count; k++) {
      const id = argument32(context, k);
      if (id === UNCHANGED && count === 1) return -Errno.EINVAL;
      if (id !== own && id !== UNCHANGED) return -Errno.EPERM;
    }
    return 0;
  };
}

/** Real, effective and saved. */
function threeTimes(id: number): SystemCallHandler {
  return (_kernel, _process, context) =>
    [0, 1, 2].every((k) => context.memory.writeInt32(argument(context, k), id)) ? 0 : -Errno.EFAULT;
}
