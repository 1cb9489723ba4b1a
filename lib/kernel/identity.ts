/** Who a process is: pids, users, groups and sessions. Leaves out: becoming another user. */
import { Errno } from '../abi/errno';
import { nextUint32, randomState } from './random';
import { argument, argument32 } from '../vm/context';
import { STUDENT_USER } from './file-system';
import type { SystemCallHandler } from './kernel';
import { pid } from './pid';

export const getpid: SystemCallHandler = (_kernel, process) => process.pid;
export const getppid: SystemCallHandler = (_kernel, process) => process.parent;
export const getuid: SystemCallHandler = () => STUDENT_USER;
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

/** The same bytes in every run: a machine has no chance in it but its scheduler. */
export const getrandom: SystemCallHandler = (kernel, process, context) => {
  const count = Math.min(argument(context, 1), 1024 * 1024);
  const generator = randomState(kernel.state.timeNs + process.pid);
  const bytes = Uint8Array.from({ length: Math.max(0, count) }, () => nextUint32(generator) & 255);
  return context.memory.writeBytes(argument(context, 0), bytes) ? bytes.length : -Errno.EFAULT;
};
