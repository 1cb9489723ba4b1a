/** pipe and pipe2: a pipe without a name, as two descriptors. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from './credentials';
import {
  closeDescriptor,
  dropDescription,
  installDescriptor,
  openDescription,
} from './descriptors';
import { newInode } from './file-system';
import type { Inode } from './inode';
import type { Kernel, SystemCallHandler } from '../kernel';
import { OpenFlag, type OpenFileDescription } from './open-file';
import { newPipe, type Pipe } from './pipe';
import { openPipeEnd } from './pipes';
import type { Process } from '../processes/process';

export const pipe: SystemCallHandler = (kernel, process, context) =>
  makePipe(kernel, process, context, 0);

export const pipe2: SystemCallHandler = (kernel, process, context) =>
  makePipe(kernel, process, context, argument32(context, 1));

/** The pipe of an inode while it is open, or null. */
export function pipeAt(kernel: Kernel, { content }: Inode): Pipe | null {
  if (content.kind !== 'pipe' || content.pipe === null) return null;
  return kernel.state.pipes.get(content.pipe) ?? null;
}

/** The pipe of an inode, made when it is first opened. */
export function pipeOfInode(kernel: Kernel, inode: Inode): Pipe {
  const { state } = kernel;
  const { content } = inode;
  if (content.kind !== 'pipe') throw new Error(`inode ${inode.number} is no pipe`);
  const present = pipeAt(kernel, inode);
  if (present !== null) return present;
  const made = newPipe(state.nextPipe++, inode.number);
  state.pipes.set(made.id, made);
  content.pipe = made.id;
  return made;
}

/** An open file description of one or both ends. */
export function openPipe(
  kernel: Kernel,
  inode: Inode,
  flags: number,
  path: string | null,
): OpenFileDescription {
  const { id } = pipeOfInode(kernel, inode);
  const target = { kind: 'pipe', inode: inode.number, pipe: id } as const;
  const description = openDescription(kernel, inode, target, flags, path);
  openPipeEnd(kernel, description, id);
  return description;
}

function makePipe(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  flags: number,
): number {
  const { memory } = context;
  const address = argument(context, 0);
  if ((flags & ~(OpenFlag.O_CLOEXEC | OpenFlag.O_NONBLOCK)) !== 0) return -Errno.EINVAL;
  if (memory.readBytes(address, 8) === null) return -Errno.EFAULT;
  const { files, timeNs } = kernel.state;
  const inode = newInode(files, { kind: 'pipe', pipe: null }, 0o600, user.student, timeNs);
  const reading = openPipe(kernel, inode, flags | OpenFlag.O_RDONLY, null);
  const writing = openPipe(kernel, inode, flags | OpenFlag.O_WRONLY, null);
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
