/**
 * open, openat, creat: from a path to a descriptor, open(2). Opening one end of a FIFO waits for the
 * other, fifo(7). Leaves out: O_PATH (EINVAL), O_TMPFILE (EOPNOTSUPP), O_ASYNC.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from './credentials';
import { dropDescription, installDescriptor, openDescription } from './descriptors';
import { fileContent, link, newInode, Permission, permitted } from './file-system';
import type { Inode } from './inode';
import { touch } from './files';
import { generatedText } from './generated-files';
import { resizeFile } from './inodes';
import {
  complete,
  currentThread,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { OpenFlag, type OpenFileDescription, type OpenTarget } from './open-file';
import { directoryArgument } from './path-arguments';
import { isDirectory, lookUp, pathOf } from './path-lookup';
import { openPipe, pipeAt, pipeOfInode } from './pipe-calls';
import type { Pipe } from './pipe';
import { pipeOf } from './pipes';
import type { Process } from '../processes/process';
import { controls } from '../terminal/job-control';
import { isLinkNode } from './proc-tree';
import type { Thread } from '../threads/thread';
import { readPath } from '../memory/user-memory';

export const open: SystemCallHandler = (kernel, process, context) =>
  openArgument(kernel, process, context, 0, null);

export const openat: SystemCallHandler = (kernel, process, context) =>
  openArgument(kernel, process, context, 1, argument32(context, 0));

export const creat: SystemCallHandler = (kernel, process, context) => {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const mode = argument32(context, 1) & 0o7777 & ~process.umask;
  const flags = OpenFlag.O_CREAT | OpenFlag.O_WRONLY | OpenFlag.O_TRUNC;
  return openPath(kernel, process, path.value, flags, mode, process.directory);
};

/** Path, flags and mode in the arguments from `k` on; `fd` is where a relative path begins. */
function openArgument(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  k: number,
  fd: number | null,
): CallResult {
  const path = readPath(context, argument(context, k));
  if (path.kind === 'error') return -path.errno;
  const from = fd === null ? process.directory : directoryArgument(kernel, process, fd, path.value);
  if (from < 0) return from;
  const mode = argument32(context, k + 2) & 0o7777 & ~process.umask;
  return openPath(kernel, process, path.value, argument32(context, k + 1), mode, from);
}

/** A new descriptor for the file at `path`, or -errno. Relative paths begin at the inode `from`. */
export function openPath(
  kernel: Kernel,
  process: Process,
  path: string,
  flags: number,
  mode: number,
  from: number,
): CallResult {
  if ((flags & OpenFlag.O_PATH) !== 0) return -Errno.EINVAL;
  if ((flags & OpenFlag.O_TMPFILE) === OpenFlag.O_TMPFILE) return -Errno.EOPNOTSUPP;
  const found = findOrCreate(kernel, process, path, flags, mode, from);
  if (typeof found === 'number') return found;
  const { inode, name } = found;
  const { content } = inode;
  const writes = (flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_RDONLY;
  const truncates = (flags & OpenFlag.O_TRUNC) !== 0;
  if (isDirectory(inode)) {
    if (writes || (flags & OpenFlag.O_CREAT) !== 0) return -Errno.EISDIR;
  } else if ((flags & OpenFlag.O_DIRECTORY) !== 0) return -Errno.ENOTDIR;
  if (content.kind === 'file' && truncates && (writes || permitted(inode, user.student, 2))) {
    resizeFile(kernel, content, 0);
    touch(kernel, inode);
  }
  const closeOnExec = (flags & OpenFlag.O_CLOEXEC) !== 0;
  if (content.kind === 'pipe') return openFifo(kernel, process, inode, flags, closeOnExec, name);
  const target = targetOf(kernel, process, inode);
  if (typeof target === 'number') return target;
  const description = openDescription(kernel, inode, target, flags, name);
  return installDescriptor(kernel, process, description, closeOnExec);
}

/** A descriptor now, -ENXIO, or a wait for the other end. */
function openFifo(
  kernel: Kernel,
  process: Process,
  inode: Inode,
  flags: number,
  closeOnExec: boolean,
  path: string | null,
): CallResult {
  const access = flags & OpenFlag.O_ACCMODE;
  const nonBlocking = (flags & OpenFlag.O_NONBLOCK) !== 0;
  const writesOnly = access === OpenFlag.O_WRONLY;
  const reading = pipeAt(kernel, inode)?.readEnds ?? 0;
  if (writesOnly && nonBlocking && reading === 0) return -Errno.ENXIO;
  const description = openPipe(kernel, inode, flags, path);
  const present = pipeOfInode(kernel, inode);
  settleOpeners(kernel, present);
  const alone = writesOnly ? present.readEnds === 0 : present.writeEnds === 0;
  if (!alone || nonBlocking || access === OpenFlag.O_RDWR)
    return installDescriptor(kernel, process, description, closeOnExec);
  present.openers.push(currentThread(kernel).id);
  return {
    kind: 'fifo-open',
    pipe: present.id,
    description: description.id,
    closeOnExec,
    path: path ?? '',
    writes: writesOnly,
  };
}

/** Whoever waits in open for an end that is there now gets its descriptor. */
function settleOpeners(kernel: Kernel, pipe: Pipe): void {
  for (const pid of pipe.openers.slice()) {
    const opener = threadOf(kernel, pid);
    const { wait } = opener;
    if (wait?.kind !== 'fifo-open') throw new Error(`thread ${pid} opens no FIFO`);
    if ((wait.writes ? pipe.readEnds : pipe.writeEnds) === 0) continue;
    pipe.openers = pipe.openers.filter((other) => other !== pid);
    const description = waitingDescription(kernel, wait.description);
    const process = processOf(kernel, opener.process);
    complete(kernel, opener, installDescriptor(kernel, process, description, wait.closeOnExec));
  }
}

/** An open that waited was interrupted, or its thread ended. */
export function abandonOpening(
  kernel: Kernel,
  thread: Thread,
  pipe: number,
  description: number,
): void {
  const fifo = pipeOf(kernel, pipe);
  fifo.openers = fifo.openers.filter((pid) => pid !== thread.id);
  dropDescription(kernel, waitingDescription(kernel, description));
}

function waitingDescription(kernel: Kernel, id: number): OpenFileDescription {
  const description = kernel.state.descriptions.get(id);
  if (description === undefined) throw new Error(`no description ${id}`);
  return description;
}

interface Opened {
  readonly inode: Inode;
  /** Absolute; null where it has no name. */
  readonly name: string | null;
}

function findOrCreate(
  kernel: Kernel,
  process: Process,
  path: string,
  flags: number,
  mode: number,
  from: number,
): Opened | number {
  const { files, timeNs } = kernel.state;
  const creates = (flags & OpenFlag.O_CREAT) !== 0;
  const exclusive = creates && (flags & OpenFlag.O_EXCL) !== 0;
  const keepLink = exclusive || (flags & OpenFlag.O_NOFOLLOW) !== 0;
  const found = lookUp(kernel, process, path, { keepLink, from });
  switch (found.kind) {
    case 'error':
      return -found.errno;
    case 'missing': {
      if (!creates) return -Errno.ENOENT;
      if (found.slash) return -Errno.EISDIR;
      if (!permitted(found.directory, user.student, Permission.write)) return -Errno.EACCES;
      const content = fileContent(new Uint8Array(0));
      const inode = newInode(files, content, mode, user.student, timeNs);
      link(found.directory, found.name, inode, timeNs);
      return { inode, name: nameOf(kernel, found.directory, found.name) };
    }
    case 'found': {
      const { inode } = found;
      if (exclusive) return -Errno.EEXIST;
      if (isLink(inode)) return -Errno.ELOOP;
      if (isDirectory(inode) && (flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_RDONLY)
        return -Errno.EISDIR;
      if (!permitted(inode, user.student, accessWanted(flags))) return -Errno.EACCES;
      return { inode, name: nameOf(kernel, found.directory, found.name) };
    }
  }
}

export function isLink({ content }: Inode): boolean {
  return content.kind === 'symbolic-link' || (content.kind === 'proc' && isLinkNode(content.node));
}

function accessWanted(flags: number): number {
  switch (flags & OpenFlag.O_ACCMODE) {
    case OpenFlag.O_RDONLY:
      return Permission.read;
    case OpenFlag.O_WRONLY:
      return Permission.write;
    default:
      return Permission.read | Permission.write;
  }
}

function nameOf(kernel: Kernel, directory: Inode, name: string): string | null {
  const above = pathOf(kernel, directory.number);
  if (above === null) return null;
  if (name === '.') return above;
  return above === '/' ? `/${name}` : `${above}/${name}`;
}

/** What a description of the inode refers to, or -errno. Pipes are opened by `openFifo`. */
function targetOf(kernel: Kernel, process: Process, inode: Inode): OpenTarget | number {
  const { content, number } = inode;
  switch (content.kind) {
    case 'file':
    case 'directory':
    case 'message-queue':
      return { kind: content.kind, inode: number };
    case 'device':
      if (content.device !== 'terminal') return { kind: content.device, inode: number };
      // No terminal controls the session.
      if (!controls(kernel, process)) return -Errno.ENXIO;
      return { kind: 'console', inode: number, stream: 'stdin' };
    case 'console':
      return { kind: 'console', inode: number, stream: content.stream };
    case 'proc': {
      if (isDirectory(inode)) return { kind: 'directory', inode: number };
      const text = generatedText(kernel, content.node);
      return text === null ? -Errno.ESRCH : { kind: 'generated', inode: number, text };
    }
    case 'socket':
    case 'events':
      return -Errno.ENXIO;
    case 'pipe':
    case 'symbolic-link':
      throw new Error(`inode ${number} isn't opened like this`);
  }
}
