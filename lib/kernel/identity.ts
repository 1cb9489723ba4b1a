/** Who a process is: pids, users, groups and sessions. Leaves out: becoming another user. */
import { Errno } from '../abi/errno';
import { argument32 } from '../vm/context';
import { user } from './credentials';
import type { SystemCallHandler } from './kernel';
import { pid } from './pid';

export const getpid: SystemCallHandler = (_kernel, process) => process.pid;
export const getppid: SystemCallHandler = (_kernel, process) => process.parent;
export const getuid: SystemCallHandler = () => user.student.user;
export const getgid: SystemCallHandler = () => user.student.group;
export const getpgrp: SystemCallHandler = (_kernel, process) => process.group;

export const getpgid: SystemCallHandler = (kernel, process, context) => {
  const wanted = argument32(context, 0);
  if (wanted === 0) return process.group;
  return kernel.state.processes.get(pid(wanted))?.group ?? -Errno.ESRCH;
};

export const setpgid: SystemCallHandler = (kernel, process, context) => {
  const wanted = argument32(context, 0) || process.pid;
  const group = argument32(context, 1) || wanted;
  if (group < 0) return -Errno.EINVAL;
  const target = kernel.state.processes.get(pid(wanted));
  if (target === undefined || (target !== process && target.parent !== process.pid))
    return -Errno.ESRCH;
  if (target.session === target.pid) return -Errno.EPERM;
  const joins = [...kernel.state.processes.values()].some((other) => other.group === group);
  if (group !== wanted && !joins) return -Errno.EPERM;
  target.group = pid(group);
  return 0;
};

export const setsid: SystemCallHandler = (kernel, process) => {
  for (const other of kernel.state.processes.values())
    if (other.group === process.pid) return -Errno.EPERM;
  process.session = process.pid;
  process.group = process.pid;
  return process.pid;
};
