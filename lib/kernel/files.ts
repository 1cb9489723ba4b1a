/** open, read, write, lseek, ftruncate: what a program does with one file. */
import { Errno } from '../abi/errno';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { descriptionOf, installDescriptor, openDescription } from './descriptors';
import {
  fileContent,
  inodeOf,
  link,
  lookUp,
  newInode,
  Permission,
  permitted,
  STUDENT_USER,
  type FileContent,
  type Inode,
} from './file-system';
import { readFile, resizeFile, writeFile } from './inodes';
import type { CallResult, Kernel, SystemCallHandler } from './kernel';
import {
  OpenFlag,
  readable,
  writable,
  type OpenFileDescription,
  type OpenTarget,
} from './open-file';
import { pipeOf, readPipe, writePipe } from './pipes';
import type { Process } from './process';
import { readConsole, writeConsole } from './terminal';
import { readPath } from './user-memory';

/** Linux moves at most this many bytes in one call. */
const TRANSFER_MAX = 0x7fff_f000;
const SEEK_SET = 0;
const SEEK_CUR = 1;
const SEEK_END = 2;

export const open: SystemCallHandler = (kernel, process, context) => {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  return openPath(
    kernel,
    process,
    path.value,
    argument32(context, 1),
    argument32(context, 2) & 0o7777 & ~process.umask,
  );
};

export const creat: SystemCallHandler = (kernel, process, context) => {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const mode = argument32(context, 1) & 0o7777 & ~process.umask;
  const flags = OpenFlag.O_CREAT | OpenFlag.O_WRONLY | OpenFlag.O_TRUNC;
  return openPath(kernel, process, path.value, flags, mode);
};

/** A new descriptor for the file at `path`, or -errno. */
export function openPath(
  kernel: Kernel,
  process: Process,
  path: string,
  flags: number,
  mode: number,
): number {
  const inode = findOrCreate(kernel, process, path, flags, mode);
  if (typeof inode === 'number') return inode;
  const writes = (flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_RDONLY;
  const { content } = inode;
  if (content.kind === 'directory' && (writes || (flags & OpenFlag.O_CREAT) !== 0))
    return -Errno.EISDIR;
  if (content.kind !== 'directory' && (flags & OpenFlag.O_DIRECTORY) !== 0) return -Errno.ENOTDIR;
  if (content.kind === 'file' && writes && (flags & OpenFlag.O_TRUNC) !== 0) {
    resizeFile(kernel, content, 0);
    touch(kernel, inode);
  }
  const target = targetOf(inode);
  const description = openDescription(kernel, target, flags);
  return installDescriptor(kernel, process, description, (flags & OpenFlag.O_CLOEXEC) !== 0);
}

export const read: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null || !readable(description)) return -Errno.EBADF;
  const address = argument(context, 1);
  const count = argument(context, 2);
  if (count < 0) return -Errno.EINVAL;
  return readFrom(kernel, process, context, description, address, Math.min(count, TRANSFER_MAX));
};

export const write: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  if (description === null || !writable(description)) return -Errno.EBADF;
  const count = argument(context, 2);
  if (count < 0) return -Errno.EINVAL;
  const bytes = context.memory.readBytes(argument(context, 1), Math.min(count, TRANSFER_MAX));
  if (bytes === null) return -Errno.EFAULT;
  return writeTo(kernel, process, fd, description, bytes);
};

export const lseek: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { target } = description;
  if (target.kind === 'pipe-read' || target.kind === 'pipe-write' || target.kind === 'console')
    return -Errno.ESPIPE;
  const base = seekBase(kernel, description, argument32(context, 2));
  if (base === null) return -Errno.EINVAL;
  const offset = base + argument(context, 1);
  if (offset < 0) return -Errno.EINVAL;
  if (offset > Number.MAX_SAFE_INTEGER) return -Errno.EOVERFLOW;
  description.offset = offset;
  return offset;
};

export const ftruncate: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const size = argument(context, 1);
  const file = fileOf(kernel, description);
  if (size < 0 || file === null || !writable(description)) return -Errno.EINVAL;
  touch(kernel, file.inode);
  return resizeFile(kernel, file.content, size);
};

export function fileOf(
  kernel: Kernel,
  description: OpenFileDescription,
): { readonly inode: Inode; readonly content: FileContent } | null {
  if (description.target.kind !== 'file') return null;
  const inode = inodeOf(kernel.state.files, description.target.inode);
  if (inode.content.kind !== 'file') throw new Error(`inode ${inode.number} is no file`);
  return { inode, content: inode.content };
}

function findOrCreate(
  kernel: Kernel,
  process: Process,
  path: string,
  flags: number,
  mode: number,
): Inode | number {
  const { files, timeNs } = kernel.state;
  const found = lookUp(files, process.directory, path, STUDENT_USER);
  const creates = (flags & OpenFlag.O_CREAT) !== 0;
  switch (found.kind) {
    case 'error':
      return -found.errno;
    case 'missing': {
      if (!creates) return -Errno.ENOENT;
      if (found.slash) return -Errno.EISDIR;
      if (!permitted(found.directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
      const inode = newInode(files, fileContent(new Uint8Array(0)), mode, STUDENT_USER, timeNs);
      link(found.directory, found.name, inode, timeNs);
      return inode;
    }
    case 'found': {
      if (creates && (flags & OpenFlag.O_EXCL) !== 0) return -Errno.EEXIST;
      const access = flags & OpenFlag.O_ACCMODE;
      const wanted =
        access === OpenFlag.O_RDONLY
          ? Permission.read
          : access === OpenFlag.O_WRONLY
            ? Permission.write
            : Permission.read | Permission.write;
      const directoryWrite =
        found.inode.content.kind === 'directory' && access !== OpenFlag.O_RDONLY;
      if (directoryWrite) return -Errno.EISDIR;
      return permitted(found.inode, STUDENT_USER, wanted) ? found.inode : -Errno.EACCES;
    }
  }
}

function targetOf(inode: Inode): OpenTarget {
  const { content } = inode;
  switch (content.kind) {
    case 'file':
    case 'directory':
      return { kind: content.kind, inode: inode.number };
    case 'device':
      return content.device === 'terminal'
        ? { kind: 'console', stream: 'stdin' }
        : { kind: content.device };
  }
}

function readFrom(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  description: OpenFileDescription,
  address: number,
  count: number,
): CallResult {
  const { target } = description;
  switch (target.kind) {
    case 'pipe-read':
      return readPipe(kernel, process, description, pipeOf(kernel, target.pipe), address, count);
    case 'pipe-write':
      return -Errno.EBADF;
    case 'console':
      return readConsole(kernel, process, description, address, count);
    case 'directory':
      return -Errno.EISDIR;
    case 'null':
      return 0;
    case 'zero':
    case 'full': {
      const zeros = new Uint8Array(Math.min(count, 1024 * 1024));
      return context.memory.writeBytes(address, zeros) ? zeros.length : -Errno.EFAULT;
    }
    case 'file': {
      const file = fileOf(kernel, description);
      if (file === null) return -Errno.EBADF;
      const bytes = readFile(kernel, file.content, description.offset, count);
      if (!context.memory.writeBytes(address, bytes)) return -Errno.EFAULT;
      description.offset += bytes.length;
      file.inode.accessedNs = kernel.state.timeNs;
      return bytes.length;
    }
  }
}

function writeTo(
  kernel: Kernel,
  process: Process,
  fd: number,
  description: OpenFileDescription,
  bytes: Uint8Array,
): CallResult {
  const { target } = description;
  switch (target.kind) {
    case 'pipe-write':
      return writePipe(kernel, process, description, pipeOf(kernel, target.pipe), bytes);
    case 'pipe-read':
    case 'directory':
      return -Errno.EBADF;
    case 'console':
      return writeConsole(
        kernel,
        process,
        fd,
        target.stream === 'stderr' ? 'stderr' : 'stdout',
        bytes,
      );
    case 'null':
    case 'zero':
      return bytes.length;
    case 'full':
      return -Errno.ENOSPC;
    case 'file': {
      const file = fileOf(kernel, description);
      if (file === null) return -Errno.EBADF;
      if ((description.flags & OpenFlag.O_APPEND) !== 0) description.offset = file.content.size;
      const written = writeFile(kernel, file.content, description.offset, bytes);
      if (written > 0) description.offset += written;
      touch(kernel, file.inode);
      return written;
    }
  }
}

function seekBase(kernel: Kernel, description: OpenFileDescription, whence: number): number | null {
  switch (whence) {
    case SEEK_SET:
      return 0;
    case SEEK_CUR:
      return description.offset;
    case SEEK_END:
      return fileOf(kernel, description)?.content.size ?? 0;
    default:
      return null;
  }
}

function touch(kernel: Kernel, inode: Inode): void {
  inode.modifiedNs = inode.changedNs = kernel.state.timeNs;
}
