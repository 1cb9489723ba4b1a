/**
 * Names of files: mkdir, mknod, link, symlink, readlink, unlink, rmdir, rename, and their variants
 * relative to an open directory.
 */
import { Errno } from '../../abi/errno';
import { encodeUtf8 } from '../../abi/utf8';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from './credentials';
import {
  directoryContent,
  fileContent,
  hold,
  inodeOf,
  link as linkInode,
  mayRemove,
  newInode,
  Permission,
  permitted,
  ROOT_INODE,
} from './file-system';
import type { Inode, InodeContent } from './inode';
import { releaseInode, unlinkInode } from './inodes';
import type { Kernel, SystemCallHandler } from '../kernel';
import {
  AT_EMPTY_PATH,
  AT_REMOVEDIR,
  AT_SYMLINK_FOLLOW,
  lookUpArgument,
  lookUpAt,
} from './path-arguments';
import { isDirectory, pathOf, type Lookup } from './path-lookup';
import type { Process } from '../processes/process';
import { descriptionAt, procLink } from './proc-tree';
import { readPath } from '../memory/user-memory';

const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const S_IFIFO = 0o010000;
const RENAME_NOREPLACE = 1;
const RENAME_EXCHANGE = 2;
const keepLink = { keepLink: true } as const;

export const mkdir: SystemCallHandler = (kernel, process, context) =>
  makeDirectory(
    kernel,
    process,
    lookUpArgument(kernel, process, context, 0, keepLink),
    argument32(context, 1),
  );

export const mkdirat: SystemCallHandler = (kernel, process, context) =>
  makeDirectory(
    kernel,
    process,
    lookUpAt(kernel, process, context, 0, keepLink),
    argument32(context, 2),
  );

export const mknod: SystemCallHandler = (kernel, process, context) =>
  makeNode(
    kernel,
    process,
    lookUpArgument(kernel, process, context, 0, keepLink),
    argument32(context, 1),
  );

export const mknodat: SystemCallHandler = (kernel, process, context) =>
  makeNode(
    kernel,
    process,
    lookUpAt(kernel, process, context, 0, keepLink),
    argument32(context, 2),
  );

export const symlink: SystemCallHandler = (kernel, process, context) =>
  makeLink(kernel, context, lookUpArgument(kernel, process, context, 1, keepLink));

export const symlinkat: SystemCallHandler = (kernel, process, context) =>
  makeLink(kernel, context, lookUpAt(kernel, process, context, 1, keepLink));

export const readlink: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0, keepLink);
  return readLink(kernel, process, context, found, 1);
};

export const readlinkat: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpAt(kernel, process, context, 0, { ...keepLink, emptyPath: true });
  return readLink(kernel, process, context, found, 2);
};

export const link: SystemCallHandler = (kernel, process, context) =>
  makeHardLink(
    kernel,
    lookUpArgument(kernel, process, context, 0, keepLink),
    lookUpArgument(kernel, process, context, 1, keepLink),
  );

export const linkat: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 4);
  if ((flags & ~(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH)) !== 0) return -Errno.EINVAL;
  const from = lookUpAt(kernel, process, context, 0, {
    keepLink: (flags & AT_SYMLINK_FOLLOW) === 0,
  });
  return makeHardLink(kernel, from, lookUpAt(kernel, process, context, 2, keepLink));
};

export const unlink: SystemCallHandler = (kernel, process, context) =>
  removeFile(kernel, lookUpArgument(kernel, process, context, 0, keepLink));

export const unlinkat: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 2);
  if ((flags & ~AT_REMOVEDIR) !== 0) return -Errno.EINVAL;
  const found = lookUpAt(kernel, process, context, 0, keepLink);
  return (flags & AT_REMOVEDIR) !== 0 ? removeDirectory(kernel, found) : removeFile(kernel, found);
};

export const rmdir: SystemCallHandler = (kernel, process, context) =>
  removeDirectory(kernel, lookUpArgument(kernel, process, context, 0, keepLink));

export const rename: SystemCallHandler = (kernel, process, context) =>
  move(
    kernel,
    lookUpArgument(kernel, process, context, 0, keepLink),
    lookUpArgument(kernel, process, context, 1, keepLink),
    0,
  );

export const renameat: SystemCallHandler = (kernel, process, context) =>
  move(
    kernel,
    lookUpAt(kernel, process, context, 0, keepLink),
    lookUpAt(kernel, process, context, 2, keepLink),
    0,
  );

export const renameat2: SystemCallHandler = (kernel, process, context) =>
  move(
    kernel,
    lookUpAt(kernel, process, context, 0, keepLink),
    lookUpAt(kernel, process, context, 2, keepLink),
    argument32(context, 4),
  );

/** Gives a new inode the name that was looked for; 0 or -errno. */
function makeNamed(
  kernel: Kernel,
  found: Lookup,
  content: (parent: Inode) => InodeContent,
  mode: number,
): number {
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'found') return -Errno.EEXIST;
  const { directory, name } = found;
  if (!permitted(directory, user.student, Permission.write)) return -Errno.EACCES;
  const { files, timeNs } = kernel.state;
  const inode = newInode(files, content(directory), mode, user.student, timeNs);
  linkInode(directory, name, inode, timeNs);
  return 0;
}

function makeDirectory(kernel: Kernel, process: Process, found: Lookup, mode: number): number {
  const bits = mode & 0o1777 & ~process.umask;
  return makeNamed(kernel, found, (parent) => directoryContent(parent.number), bits);
}

/** Files and FIFOs; devices are root's to make. */
function makeNode(kernel: Kernel, process: Process, found: Lookup, mode: number): number {
  const bits = mode & 0o7777 & ~process.umask;
  if (found.kind === 'missing' && found.slash) return -Errno.ENOENT;
  switch (mode & S_IFMT) {
    case 0:
    case S_IFREG:
      return makeNamed(kernel, found, () => fileContent(new Uint8Array(0)), bits);
    case S_IFIFO:
      return makeNamed(kernel, found, () => ({ kind: 'pipe', pipe: null }), bits);
    default:
      return -Errno.EPERM;
  }
}

/** A symbolic link; where it leads is argument 0. */
function makeLink(kernel: Kernel, context: ExecutionContext, found: Lookup): number {
  const target = readPath(context, argument(context, 0));
  if (target.kind === 'error') return -target.errno;
  if (target.value === '') return -Errno.ENOENT;
  if (found.kind === 'missing' && found.slash) return -Errno.ENOENT;
  return makeNamed(kernel, found, () => ({ kind: 'symbolic-link', target: target.value }), 0o777);
}

/** Buffer and size in arguments `k` and `k` + 1: what fits, without a terminating zero. */
function readLink(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  found: Lookup,
  k: number,
): number {
  const room = argument32(context, k + 1);
  if (room <= 0) return -Errno.EINVAL;
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const target = linkText(kernel, process, found.inode);
  if (typeof target === 'number') return -target;
  const bytes = encodeUtf8(target).subarray(0, room);
  return context.memory.writeBytes(argument(context, k), bytes) ? bytes.length : -Errno.EFAULT;
}

const eventNames = {
  counter: 'eventfd',
  timer: 'timerfd',
  signals: 'signalfd',
  epoll: 'eventpoll',
} as const;

/** Where a link leads, or an errno. */
function linkText(kernel: Kernel, process: Process, { content }: Inode): string | number {
  if (content.kind === 'symbolic-link') return content.target;
  if (content.kind !== 'proc') return Errno.EINVAL;
  const target = procLink(kernel, process, content.node);
  if (target === null) return Errno.EINVAL;
  if (typeof target !== 'object') return target;
  if (isDirectory(target)) return pathOf(kernel, target.number) ?? '/ (deleted)';
  const { kind } = target.content;
  if ((kind === 'pipe' || kind === 'socket') && target.links === 0)
    return `${kind}:[${target.number}]`;
  if (target.content.kind === 'events')
    return `anon_inode:[${eventNames[target.content.object.kind]}]`;
  if (target.content.kind === 'console')
    return kernel.state.console.terminal ? '/dev/pts/0' : `pipe:[${target.number}]`;
  const { node } = content;
  const path = node.kind === 'descriptor' ? descriptionAt(kernel, node.pid, node.fd)?.path : null;
  return `${path ?? '/'}${target.links === 0 ? ' (deleted)' : ''}`;
}

function makeHardLink(kernel: Kernel, from: Lookup, to: Lookup): number {
  if (from.kind === 'error') return -from.errno;
  if (from.kind === 'missing') return -Errno.ENOENT;
  if (to.kind === 'error') return -to.errno;
  if (to.kind === 'found') return -Errno.EEXIST;
  if (to.slash) return -Errno.ENOENT;
  if (isDirectory(from.inode)) return -Errno.EPERM;
  if (from.inode.content.kind === 'proc' || from.inode.content.kind === 'console')
    return -Errno.EXDEV;
  if (!permitted(to.directory, user.student, Permission.write)) return -Errno.EACCES;
  linkInode(to.directory, to.name, from.inode, kernel.state.timeNs);
  return 0;
}

function removeFile(kernel: Kernel, found: Lookup): number {
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { directory, inode, name } = found;
  const error = removalError(directory, inode);
  if (isDirectory(inode)) return error === Errno.EACCES ? -error : -Errno.EISDIR;
  if (error !== 0) return -error;
  unlinkInode(kernel, directory, name, inode);
  return 0;
}

function removeDirectory(kernel: Kernel, found: Lookup): number {
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { directory, inode, name } = found;
  if (inode.number === ROOT_INODE) return -Errno.EBUSY;
  if (name === '.') return -Errno.EINVAL;
  if (name === '..') return -Errno.ENOTEMPTY;
  const error = removalError(directory, inode);
  if (error !== 0) return -error;
  if (inode.content.kind !== 'directory') return -Errno.ENOTDIR;
  if (inode.content.entries.size > 0) return -Errno.ENOTEMPTY;
  unlinkInode(kernel, directory, name, inode);
  return 0;
}

/** Why a name can't be taken out of a directory; 0 if it can. */
function removalError(directory: Inode, inode: Inode): number {
  if (directory.content.kind !== 'directory') return Errno.EPERM;
  if (!permitted(directory, user.student, Permission.write | Permission.execute))
    return Errno.EACCES;
  if (inode.content.kind === 'proc') return Errno.EBUSY;
  return mayRemove(directory, inode, user.student) ? 0 : Errno.EPERM;
}

function move(kernel: Kernel, from: Lookup, to: Lookup, flags: number): number {
  if ((flags & ~(RENAME_NOREPLACE | RENAME_EXCHANGE)) !== 0) return -Errno.EINVAL;
  if ((flags & RENAME_EXCHANGE) !== 0) return -Errno.EINVAL;
  if (from.kind === 'error') return -from.errno;
  if (to.kind === 'error') return -to.errno;
  if (['.', '..'].includes(from.name) || ['.', '..'].includes(to.name)) return -Errno.EBUSY;
  if (from.kind === 'missing') return -Errno.ENOENT;
  if (to.kind === 'found' && (flags & RENAME_NOREPLACE) !== 0) return -Errno.EEXIST;
  if (isDirectory(from.inode) && isWithin(kernel, to.directory, from.inode)) return -Errno.EINVAL;
  const error = removalError(from.directory, from.inode);
  if (error !== 0) return -error;
  if (!permitted(to.directory, user.student, Permission.write | Permission.execute))
    return -Errno.EACCES;
  if (to.kind === 'found') {
    if (to.inode === from.inode) return 0;
    // A directory in the way that holds the one that is moved isn't empty.
    if (isWithin(kernel, from.directory, to.inode)) return -Errno.ENOTEMPTY;
    const refused = removalError(to.directory, to.inode) || replaceError(from.inode, to.inode);
    if (refused !== 0) return -refused;
    unlinkInode(kernel, to.directory, to.name, to.inode);
  } else if (to.slash && !isDirectory(from.inode)) return -Errno.ENOTDIR;
  hold(kernel.state.files, from.inode);
  unlinkInode(kernel, from.directory, from.name, from.inode);
  linkInode(to.directory, to.name, from.inode, kernel.state.timeNs);
  releaseInode(kernel, from.inode.number);
  return 0;
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
