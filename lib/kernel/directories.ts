/** Names: mkdir, rmdir, link, unlink, rename, chdir, getcwd, getdents, access, chmod, umask. */
import { Errno } from '../abi/errno';
import { encodeUtf8 } from '../abi/utf8';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { descriptionOf } from './descriptors';
import {
  directoryContent,
  entriesOf,
  hold,
  inodeOf,
  link as linkInode,
  lookUp,
  newInode,
  pathOf,
  Permission,
  permitted,
  ROOT_INODE,
  STUDENT_USER,
  type Inode,
  type Lookup,
} from './file-system';
import { releaseInode, unlinkInode } from './inodes';
import type { Kernel, SystemCallHandler } from './kernel';
import type { Process } from './process';
import { readPath } from './user-memory';

const DT_CHR = 2;
const DT_DIR = 4;
const DT_REG = 8;

/** Looks up the path that argument `k` points to. */
export function lookUpArgument(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  k: number,
): Lookup {
  const path = readPath(context, argument(context, k));
  if (path.kind === 'error') return path;
  return lookUp(kernel.state.files, process.directory, path.value, STUDENT_USER);
}

export const mkdir: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'found') return -Errno.EEXIST;
  const { directory, name } = found;
  if (!permitted(directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
  const { files, timeNs } = kernel.state;
  const mode = argument32(context, 1) & 0o1777 & ~process.umask;
  const inode = newInode(files, directoryContent(directory.number), mode, STUDENT_USER, timeNs);
  linkInode(directory, name, inode, timeNs);
  return 0;
};

export const rmdir: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { directory, inode, name } = found;
  if (inode.content.kind !== 'directory') return -Errno.ENOTDIR;
  if (inode.number === ROOT_INODE) return -Errno.EBUSY;
  if (name === '.') return -Errno.EINVAL;
  if (name === '..' || inode.content.entries.size > 0) return -Errno.ENOTEMPTY;
  if (!permitted(directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
  unlinkInode(kernel, directory, name, inode);
  return 0;
};

export const link: SystemCallHandler = (kernel, process, context) => {
  const from = lookUpArgument(kernel, process, context, 0);
  const to = lookUpArgument(kernel, process, context, 1);
  if (from.kind === 'error') return -from.errno;
  if (from.kind === 'missing') return -Errno.ENOENT;
  if (to.kind === 'error') return -to.errno;
  if (to.kind === 'found') return -Errno.EEXIST;
  if (from.inode.content.kind === 'directory') return -Errno.EPERM;
  if (!permitted(to.directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
  linkInode(to.directory, to.name, from.inode, kernel.state.timeNs);
  return 0;
};

export const unlink: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  if (found.inode.content.kind === 'directory') return -Errno.EISDIR;
  if (!permitted(found.directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
  unlinkInode(kernel, found.directory, found.name, found.inode);
  return 0;
};

export const rename: SystemCallHandler = (kernel, process, context) => {
  const from = lookUpArgument(kernel, process, context, 0);
  const to = lookUpArgument(kernel, process, context, 1);
  if (from.kind === 'error') return -from.errno;
  if (from.kind === 'missing') return -Errno.ENOENT;
  if (to.kind === 'error') return -to.errno;
  if (['.', '..'].includes(from.name) || ['.', '..'].includes(to.name)) return -Errno.EBUSY;
  for (const directory of [from.directory, to.directory])
    if (!permitted(directory, STUDENT_USER, Permission.write)) return -Errno.EACCES;
  if (isWithin(kernel, to.directory, from.inode)) return -Errno.EINVAL;
  if (to.kind === 'found') {
    if (to.inode === from.inode) return 0;
    const error = replaceError(from.inode, to.inode);
    if (error !== 0) return -error;
    unlinkInode(kernel, to.directory, to.name, to.inode);
  } else if (to.slash && from.inode.content.kind !== 'directory') return -Errno.ENOTDIR;
  hold(from.inode);
  unlinkInode(kernel, from.directory, from.name, from.inode);
  linkInode(to.directory, to.name, from.inode, kernel.state.timeNs);
  releaseInode(kernel, from.inode.number);
  return 0;
};

export const chdir: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  if (found.inode.content.kind !== 'directory') return -Errno.ENOTDIR;
  if (!permitted(found.inode, STUDENT_USER, Permission.execute)) return -Errno.EACCES;
  hold(found.inode);
  releaseInode(kernel, process.directory);
  process.directory = found.inode.number;
  return 0;
};

/** As the system call: the length with its terminating zero. */
export const getcwd: SystemCallHandler = (kernel, process, context) => {
  const path = pathOf(kernel.state.files, process.directory);
  if (path === null) return -Errno.ENOENT;
  const bytes = encodeUtf8(`${path}\0`);
  if (bytes.length > argument(context, 1)) return -Errno.ERANGE;
  return context.memory.writeBytes(argument(context, 0), bytes) ? bytes.length : -Errno.EFAULT;
};

export const access: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const wanted = argument32(context, 1);
  if ((wanted & ~7) !== 0) return -Errno.EINVAL;
  return permitted(found.inode, STUDENT_USER, wanted) ? 0 : -Errno.EACCES;
};

export const chmod: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  if (found.inode.owner !== STUDENT_USER) return -Errno.EPERM;
  found.inode.mode = argument32(context, 1) & 0o7777;
  found.inode.changedNs = kernel.state.timeNs;
  return 0;
};

export const umask: SystemCallHandler = (_kernel, process, context) => {
  const old = process.umask;
  process.umask = argument32(context, 0) & 0o777;
  return old;
};

/** struct linux_dirent64: ino, offset of the next, record length, type, name. */
export const getdents64: SystemCallHandler = (kernel, process, context) =>
  listEntries(kernel, process, context, (entry) => {
    const bytes = recordOf(entry, 19 + entry.name.length + 1);
    bytes[18] = entry.type;
    bytes.set(entry.name, 19);
    return bytes;
  });

/** struct linux_dirent: ino, offset, record length, name, and the type in the last byte. */
export const getdents: SystemCallHandler = (kernel, process, context) =>
  listEntries(kernel, process, context, (entry) => {
    const bytes = recordOf(entry, 18 + entry.name.length + 2);
    bytes.set(entry.name, 18);
    bytes[bytes.length - 1] = entry.type;
    return bytes;
  });

interface ListedEntry {
  readonly inode: number;
  readonly next: number;
  readonly type: number;
  readonly name: Uint8Array;
}

function recordOf(entry: ListedEntry, bytesMin: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bytesMin / 8) * 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entry.inode, true);
  view.setUint32(8, entry.next, true);
  view.setUint16(16, bytes.length, true);
  return bytes;
}

function listEntries(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  format: (entry: ListedEntry) => Uint8Array,
): number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  if (description.target.kind !== 'directory') return -Errno.ENOTDIR;
  const { files } = kernel.state;
  const directory = inodeOf(files, description.target.inode);
  const parent = directory.content.kind === 'directory' ? directory.content.parent : ROOT_INODE;
  const all: [string, number][] = [
    ['.', directory.number],
    ['..', parent],
    ...entriesOf(directory),
  ];
  const address = argument(context, 1);
  const room = argument(context, 2);
  let used = 0;
  while (description.offset < all.length) {
    const entry = all[description.offset];
    if (entry === undefined) break;
    const record = format({
      inode: entry[1],
      next: description.offset + 1,
      type: typeOf(inodeOf(files, entry[1])),
      name: encodeUtf8(entry[0]),
    });
    if (used + record.length > room) return used === 0 ? -Errno.EINVAL : used;
    if (!context.memory.writeBytes(address + used, record)) return -Errno.EFAULT;
    used += record.length;
    description.offset++;
  }
  return used;
}

function typeOf(inode: Inode): number {
  switch (inode.content.kind) {
    case 'file':
      return DT_REG;
    case 'directory':
      return DT_DIR;
    case 'device':
      return DT_CHR;
  }
}

/** Why `from` can't take the place of `to`; 0 if it can. */
function replaceError(from: Inode, to: Inode): number {
  if (to.content.kind === 'directory') {
    if (from.content.kind !== 'directory') return Errno.EISDIR;
    return to.content.entries.size > 0 ? Errno.ENOTEMPTY : 0;
  }
  return from.content.kind === 'directory' ? Errno.ENOTDIR : 0;
}

/** `directory` is `above` or lies below it. */
function isWithin(kernel: Kernel, directory: Inode, above: Inode): boolean {
  for (let at = directory; ;) {
    if (at === above) return true;
    if (at.number === ROOT_INODE || at.content.kind !== 'directory') return false;
    at = inodeOf(kernel.state.files, at.content.parent);
  }
}
