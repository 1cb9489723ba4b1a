/**
 * Process groups and sessions: setpgid(2), setsid(2), and what an orphaned group is. The first process
 * is a job of a login shell that isn't simulated: its session's leader has the number before it, and
 * its group is not an orphaned one.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { argument32 } from '../../vm/context';
import type { Kernel, SystemCallHandler } from '../kernel';
import { INIT_PID, pid, type Pid } from '../pid';
import type { Process } from './process';
import { sendToGroup } from '../signals/signals';

export const getpgrp: SystemCallHandler = (_kernel, process) => process.group;

export const getpgid: SystemCallHandler = (kernel, process, context) => {
  const wanted = argument32(context, 0);
  if (wanted === 0) return process.group;
  if (wanted === INIT_PID) return INIT_PID;
  return kernel.state.processes.get(pid(wanted))?.group ?? -Errno.ESRCH;
};

export const getsid: SystemCallHandler = (kernel, process, context) => {
  const wanted = argument32(context, 0);
  if (wanted === 0) return process.session;
  if (wanted === INIT_PID) return INIT_PID;
  return kernel.state.processes.get(pid(wanted))?.session ?? -Errno.ESRCH;
};

export const setpgid: SystemCallHandler = (kernel, process, context) => {
  const wanted = argument32(context, 0) || process.pid;
  const group = argument32(context, 1) || wanted;
  if (group < 0) return -Errno.EINVAL;
  const target = kernel.state.processes.get(pid(wanted));
  if (target === undefined) return -Errno.ESRCH;
  if (target !== process) {
    if (target.parent !== process.pid) return -Errno.ESRCH;
    if (target.session !== process.session) return -Errno.EPERM;
    if (target.executed) return -Errno.EACCES;
  }
  if (target.session === target.pid) return -Errno.EPERM;
  const joins = membersOf(kernel, group).some((other) => other.session === process.session);
  if (group !== wanted && !joins) return -Errno.EPERM;
  target.group = pid(group);
  return 0;
};

/** The new session has no controlling terminal. */
export const setsid: SystemCallHandler = (kernel, process) => {
  if (membersOf(kernel, process.pid).length > 0) return -Errno.EPERM;
  process.session = process.pid;
  process.group = process.pid;
  return process.pid;
};

export function membersOf(kernel: Kernel, group: number): Process[] {
  return [...kernel.state.processes.values()].filter((process) => process.group === group);
}

/** Nobody outside of the group, but of its session, is parent of a member: POSIX, 3.264. */
export function isOrphanedGroup(kernel: Kernel, group: number): boolean {
  return !livingMembers(kernel, group).some((member) => hasKeeper(kernel, member));
}

/**
 * A process has ended and its children have gone to another parent: groups that only it kept from being
 * orphaned, with stopped members, are hung up and continued: POSIX, _exit(3).
 */
export function hangUpOrphanedGroups(
  kernel: Kernel,
  ended: Process,
  children: readonly Process[],
): void {
  const groups = new Set<Pid>();
  if (hasKeeper(kernel, ended)) groups.add(ended.group);
  for (const child of children)
    if (child.group !== ended.group && child.session === ended.session) groups.add(child.group);
  for (const group of groups) {
    const members = livingMembers(kernel, group);
    if (!members.some((member) => member.stopped !== null)) continue;
    if (members.some((member) => hasKeeper(kernel, member))) continue;
    sendToGroup(kernel, group, Signal.SIGHUP, null);
    sendToGroup(kernel, group, Signal.SIGCONT, null);
  }
}

function livingMembers(kernel: Kernel, group: number): Process[] {
  return membersOf(kernel, group).filter((member) => member.state !== 'zombie');
}

/** Its parent could make it go on from outside of its group. */
function hasKeeper(kernel: Kernel, member: Process): boolean {
  if (member.pid === kernel.state.firstPid)
    return member.group === member.pid && member.session !== member.pid;
  const parent = kernel.state.processes.get(member.parent);
  if (parent === undefined || parent.state === 'zombie') return false;
  return parent.group !== member.group && parent.session === member.session;
}
