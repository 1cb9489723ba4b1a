/** Descriptor tables and open file descriptions: open, share, close, fcntl. */
import { Errno } from '../abi/errno';
import { argument, argument32 } from '../vm/context';
import { hold, inodeOf } from './file-system';
import { releaseInode } from './inodes';
import type { Kernel, SystemCallHandler } from './kernel';
import { OpenFlag, type OpenFileDescription, type OpenTarget } from './open-file';
import { newPipe } from './pipe';
import { pipeOf, settle } from './pipes';
import type { Process } from './process';

const STATUS_FLAGS = OpenFlag.O_ACCMODE | OpenFlag.O_APPEND | OpenFlag.O_NONBLOCK;
const SETTABLE_FLAGS = OpenFlag.O_APPEND | OpenFlag.O_NONBLOCK;
const F_DUPFD = 0;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const F_DUPFD_CLOEXEC = 1030;
const FD_CLOEXEC = 1;

/** A new description with no descriptor yet. Holds what it refers to. */
export function openDescription(
  kernel: Kernel,
  target: OpenTarget,
  flags: number,
): OpenFileDescription {
  const { state } = kernel;
  const description: OpenFileDescription = {
    id: state.nextDescription++,
    references: 0,
    flags: flags & STATUS_FLAGS,
    offset: 0,
    target,
  };
  state.descriptions.set(description.id, description);
  if (target.kind === 'file' || target.kind === 'directory')
    hold(inodeOf(state.files, target.inode));
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
  if (fd >= kernel.budgets.openFilesMax) {
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
  return duplicateTo(kernel, process, from, to, (flags & OpenFlag.O_CLOEXEC) !== 0);
};

export const fcntl: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  const descriptor = process.descriptors[fd];
  if (description === null || descriptor == null) return -Errno.EBADF;
  const value = argument(context, 2);
  switch (argument32(context, 1)) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC:
      if (value < 0 || value >= kernel.budgets.openFilesMax) return -Errno.EINVAL;
      return installDescriptor(
        kernel,
        process,
        description,
        argument32(context, 1) === F_DUPFD_CLOEXEC,
        value,
      );
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
    default:
      return -Errno.EINVAL;
  }
};

export const pipe: SystemCallHandler = (kernel, process, context) =>
  makePipe(kernel, process, argument(context, 0), 0);

export const pipe2: SystemCallHandler = (kernel, process, context) =>
  makePipe(kernel, process, argument(context, 0), argument32(context, 1));

function makePipe(kernel: Kernel, process: Process, address: number, flags: number): number {
  if ((flags & ~(OpenFlag.O_CLOEXEC | OpenFlag.O_NONBLOCK)) !== 0) return -Errno.EINVAL;
  const { state } = kernel;
  const { memory } = kernel.contexts.get(process.pid) ?? {};
  if (memory?.readBytes(address, 8) == null) return -Errno.EFAULT;
  const id = state.nextPipe++;
  state.pipes.set(id, newPipe(id));
  const reading = openDescription(kernel, { kind: 'pipe-read', pipe: id }, flags);
  const writing = openDescription(
    kernel,
    { kind: 'pipe-write', pipe: id },
    flags | OpenFlag.O_WRONLY,
  );
  const closeOnExec = (flags & OpenFlag.O_CLOEXEC) !== 0;
  const readFd = installDescriptor(kernel, process, reading, closeOnExec);
  if (readFd < 0) {
    dropDescription(kernel, writing);
    return readFd;
  }
  const writeFd = installDescriptor(kernel, process, writing, closeOnExec);
  if (writeFd < 0) {
    closeDescriptor(kernel, process, readFd);
    return writeFd;
  }
  memory.writeInt32(address, readFd);
  memory.writeInt32(address + 4, writeFd);
  return 0;
}

function duplicateTo(
  kernel: Kernel,
  process: Process,
  from: number,
  to: number,
  closeOnExec: boolean,
): number {
  const description = descriptionOf(kernel, process, from);
  if (description === null || to < 0 || to >= kernel.budgets.openFilesMax) return -Errno.EBADF;
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

/** Nobody refers to it any more: lets go of what it refers to. */
function dropDescription(kernel: Kernel, description: OpenFileDescription): void {
  const { state } = kernel;
  state.descriptions.delete(description.id);
  const { target } = description;
  switch (target.kind) {
    case 'file':
    case 'directory':
      releaseInode(kernel, target.inode);
      return;
    case 'pipe-read':
    case 'pipe-write': {
      const end = pipeOf(kernel, target.pipe);
      if (target.kind === 'pipe-read') end.readEnds--;
      else end.writeEnds--;
      if (end.readEnds === 0 && end.writeEnds === 0) state.pipes.delete(end.id);
      else settle(kernel, end);
      return;
    }
    case 'console':
    case 'null':
    case 'zero':
    case 'full':
      return;
  }
}
