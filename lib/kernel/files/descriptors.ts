/** Descriptor tables and open file descriptions: open, share, duplicate, close. */
import { Errno } from '../../abi/errno';
import { argument32 } from '../../vm/context';
import { forgetDescription } from '../event-descriptors/closing';
import { dropRecords, dropWhole } from './file-locks';
import { hold, inodeOf } from './file-system';
import type { Inode } from './inode';
import { releaseInode } from './inodes';
import type { Kernel, SystemCallHandler } from '../kernel';
import { OpenFlag, type OpenFileDescription, type OpenTarget } from './open-file';
import { numberFor } from '../numbering';
import { closePipeEnd } from './pipes';
import type { Process } from '../processes/process';
import { closeSocket } from '../sockets/closing';
import { Resource, softLimit } from '../processes/process-limits';

/** What is about opening itself, and not kept. */
const OPENING_FLAGS =
  OpenFlag.O_CREAT | OpenFlag.O_EXCL | OpenFlag.O_NOCTTY | OpenFlag.O_TRUNC | OpenFlag.O_CLOEXEC;

/** A new description with no descriptor yet. Holds the inode, which is the target's. */
export function openDescription(
  kernel: Kernel,
  inode: Inode,
  target: OpenTarget,
  flags: number,
  path: string | null = null,
): OpenFileDescription {
  const { state } = kernel;
  const description: OpenFileDescription = {
    id: numberFor(kernel, 'nextDescription'),
    references: 0,
    flags: flags & ~OPENING_FLAGS,
    offset: 0,
    path,
    target,
  };
  state.descriptions.set(description.id, description);
  hold(state.files, inode);
  return description;
}

/** The lowest free descriptor from `lowest` on, or -EMFILE. */
export function installDescriptor(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  closeOnExec: boolean,
  lowest = 0,
): number {
  let fd = lowest;
  while (process.descriptors[fd] != null) fd++;
  if (fd >= softLimit(process, Resource.RLIMIT_NOFILE)) {
    if (description.references === 0) dropDescription(kernel, description);
    return -Errno.EMFILE;
  }
  putDescriptor(process, fd, description, closeOnExec);
  return fd;
}

export function descriptionOf(
  kernel: Kernel,
  process: Process,
  fd: number,
): OpenFileDescription | null {
  const descriptor = process.descriptors[fd] ?? null;
  if (descriptor === null) return null;
  const description = kernel.state.descriptions.get(descriptor.description);
  if (description === undefined) throw new Error(`descriptor ${fd} refers to nothing`);
  return description;
}

export function closeDescriptor(kernel: Kernel, process: Process, fd: number): number {
  const description = descriptionOf(kernel, process, fd);
  if (description === null) return -Errno.EBADF;
  process.descriptors[fd] = null;
  dropRecords(kernel, process, description.target.inode);
  dropNotification(kernel, process, description);
  description.references--;
  if (description.references === 0) dropDescription(kernel, description);
  return 0;
}

export function closeAllDescriptors(kernel: Kernel, process: Process): void {
  process.descriptors.forEach((_, fd) => closeDescriptor(kernel, process, fd));
  process.descriptors = [];
}

/** After fork: the child's descriptors refer to the same descriptions. */
export function inheritDescriptors(kernel: Kernel, child: Process): void {
  child.descriptors.forEach((_, fd) => {
    const description = descriptionOf(kernel, child, fd);
    if (description !== null) description.references++;
  });
}

export const close: SystemCallHandler = (kernel, process, context) =>
  closeDescriptor(kernel, process, argument32(context, 0));

export const dup: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  return installDescriptor(kernel, process, description, false);
};

export const dup2: SystemCallHandler = (kernel, process, context) => {
  const from = argument32(context, 0);
  const to = argument32(context, 1);
  if (from === to) return descriptionOf(kernel, process, from) === null ? -Errno.EBADF : to;
  return duplicateTo(kernel, process, from, to, false);
};

export const dup3: SystemCallHandler = (kernel, process, context) => {
  const from = argument32(context, 0);
  const to = argument32(context, 1);
  if (from === to) return -Errno.EINVAL;
  const flags = argument32(context, 2);
  if ((flags & ~OpenFlag.O_CLOEXEC) !== 0) return -Errno.EINVAL;
  return duplicateTo(kernel, process, from, to, (flags & OpenFlag.O_CLOEXEC) !== 0);
};

function duplicateTo(
  kernel: Kernel,
  process: Process,
  from: number,
  to: number,
  closeOnExec: boolean,
): number {
  const description = descriptionOf(kernel, process, from);
  if (description === null || to < 0 || to >= softLimit(process, Resource.RLIMIT_NOFILE))
    return -Errno.EBADF;
  closeDescriptor(kernel, process, to);
  putDescriptor(process, to, description, closeOnExec);
  return to;
}

function putDescriptor(
  process: Process,
  fd: number,
  description: OpenFileDescription,
  closeOnExec: boolean,
): void {
  while (process.descriptors.length <= fd) process.descriptors.push(null);
  process.descriptors[fd] = { description: description.id, closeOnExec };
  description.references++;
}

/** Closing a message queue gives up the process's place to be notified. */
function dropNotification(kernel: Kernel, process: Process, { target }: OpenFileDescription): void {
  if (target.kind !== 'message-queue') return;
  const { content } = inodeOf(kernel.state.files, target.inode);
  if (content.kind === 'message-queue' && content.notification?.process === process.pid)
    content.notification = null;
}

/** Nobody refers to it any more: lets go of what it refers to. */
export function dropDescription(kernel: Kernel, description: OpenFileDescription): void {
  kernel.state.descriptions.delete(description.id);
  const { target } = description;
  forgetDescription(kernel.state, description);
  dropWhole(kernel, description.id, target.inode);
  if (target.kind === 'pipe') closePipeEnd(kernel, description, target.pipe);
  if (target.kind === 'socket')
    for (const underWay of closeSocket(kernel, target.socket)) dropReference(kernel, underWay);
  releaseInode(kernel, target.inode);
}

/** One that had a reference, as a descriptor or in a message, has it no more. */
export function dropReference(kernel: Kernel, id: number): void {
  const description = kernel.state.descriptions.get(id);
  if (description === undefined) throw new Error(`no description ${id}`);
  description.references--;
  if (description.references === 0) dropDescription(kernel, description);
}
