/** stat and its variants: struct stat of Linux on x86-64, 144 bytes. statfs: struct statfs, 120 bytes. */
import { allInodes } from './inode-table';
import { Errno } from '../../abi/errno';
import { encodeUtf8 } from '../../abi/utf8';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from './descriptors';
import { FILE_BYTES_MAX, inodeOf } from './file-system';
import type { Device, Inode } from './inode';
import type { Kernel, SystemCallHandler } from '../kernel';
import {
  AT_EMPTY_PATH,
  AT_NO_AUTOMOUNT,
  AT_SYMLINK_NOFOLLOW,
  lookUpArgument,
  lookUpAt,
} from './path-arguments';
import { isDirectory, type Lookup } from './path-lookup';
import { isLinkNode } from './proc-tree';

const STAT_BYTES = 144;
const STATFS_BYTES = 120;
const TMPFS_MAGIC = 0x0102_1994;
const NAME_BYTES_MAX = 255;
const INODES_MAX = 1_000_000;
const BLOCK_BYTES = 4096;
const S_IFSOCK = 0o140000;
const S_IFIFO = 0o010000;
const S_IFCHR = 0o020000;
const S_IFDIR = 0o040000;
const S_IFREG = 0o100000;
const S_IFLNK = 0o120000;
/** st_dev of the one file system, of pipes and of /proc. */
const DEVICE = 0x801;
const PIPE_DEVICE = 0xe;
const SOCKET_DEVICE = 0x8;
const PROC_DEVICE = 0x17;
/** Major 1, and the minor that Linux gives it; the terminal is major 5. */
const deviceNumbers: Readonly<Record<Device, number>> = {
  null: 0x103,
  zero: 0x105,
  full: 0x107,
  random: 0x108,
  urandom: 0x109,
  terminal: 0x500,
};
const TERMINAL_DEVICE = 0x8800;

export const stat: SystemCallHandler = (kernel, process, context) =>
  putFound(kernel, context, lookUpArgument(kernel, process, context, 0), 1);

export const lstat: SystemCallHandler = (kernel, process, context) =>
  putFound(kernel, context, lookUpArgument(kernel, process, context, 0, { keepLink: true }), 1);

export const newfstatat: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 3);
  if ((flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_NO_AUTOMOUNT)) !== 0)
    return -Errno.EINVAL;
  const found = lookUpAt(kernel, process, context, 0, {
    keepLink: (flags & AT_SYMLINK_NOFOLLOW) !== 0,
    emptyPath: (flags & AT_EMPTY_PATH) !== 0,
  });
  return putFound(kernel, context, found, 2);
};

export const fstat: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const inode = inodeOf(kernel.state.files, description.target.inode);
  return put(kernel, context, inode, argument(context, 1));
};

export const statfs: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  return putFileSystem(kernel, context, argument(context, 1));
};

export const fstatfs: SystemCallHandler = (kernel, process, context) => {
  if (descriptionOf(kernel, process, argument32(context, 0)) === null) return -Errno.EBADF;
  return putFileSystem(kernel, context, argument(context, 1));
};

/** The type's bits of st_mode. */
export function fileTypeOf(inode: Inode, terminal = true): number {
  const { content } = inode;
  switch (content.kind) {
    case 'file':
    case 'message-queue':
      return S_IFREG;
    case 'directory':
      return S_IFDIR;
    case 'symbolic-link':
      return S_IFLNK;
    case 'pipe':
      return S_IFIFO;
    case 'socket':
      return S_IFSOCK;
    case 'device':
      return S_IFCHR;
    case 'console':
      return terminal ? S_IFCHR : S_IFIFO;
    case 'events':
      return 0;
    case 'proc':
      if (isDirectory(inode)) return S_IFDIR;
      return isLinkNode(content.node) ? S_IFLNK : S_IFREG;
  }
}

/** The address of the struct is argument `k`. */
function putFound(kernel: Kernel, context: ExecutionContext, found: Lookup, k: number): number {
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  return put(kernel, context, found.inode, argument(context, k));
}

function put(kernel: Kernel, context: ExecutionContext, inode: Inode, address: number): number {
  const bytes = new Uint8Array(STAT_BYTES);
  const view = new DataView(bytes.buffer);
  const size = sizeOf(inode);
  const { terminal } = kernel.state.console;
  view.setUint32(0, deviceOf(inode), true);
  view.setUint32(8, inode.number, true);
  view.setUint32(16, linksOf(inode), true);
  view.setUint32(24, fileTypeOf(inode, terminal) | inode.mode, true);
  view.setUint32(28, inode.owner, true);
  view.setUint32(32, inode.group, true);
  view.setUint32(40, specialDeviceOf(inode, terminal), true);
  putInt64(view, 48, size);
  view.setUint32(56, BLOCK_BYTES, true);
  putInt64(view, 64, blocksOf(inode));
  [inode.accessed, inode.modified, inode.changed].forEach(({ seconds, nanoseconds }, k) => {
    putInt64(view, 72 + 16 * k, seconds);
    view.setUint32(80 + 16 * k, nanoseconds, true);
  });
  return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
}

function sizeOf({ content }: Inode): number {
  switch (content.kind) {
    case 'file':
      return content.size;
    case 'directory':
      return BLOCK_BYTES;
    case 'symbolic-link':
      return encodeUtf8(content.target).length;
    case 'message-queue':
    case 'pipe':
    case 'socket':
    case 'device':
    case 'console':
    case 'events':
    case 'proc':
      return 0;
  }
}

/** In units of 512 bytes. */
function blocksOf({ content }: Inode): number {
  switch (content.kind) {
    case 'file':
      return Math.ceil(content.size / BLOCK_BYTES) * (BLOCK_BYTES / 512);
    case 'directory':
      return BLOCK_BYTES / 512;
    case 'symbolic-link':
    case 'message-queue':
    case 'pipe':
    case 'socket':
    case 'device':
    case 'console':
    case 'events':
    case 'proc':
      return 0;
  }
}

function deviceOf(inode: Inode): number {
  if (inode.content.kind === 'proc') return PROC_DEVICE;
  if (inode.content.kind === 'socket' && inode.links === 0) return SOCKET_DEVICE;
  return inode.content.kind === 'pipe' && inode.links === 0 ? PIPE_DEVICE : DEVICE;
}

function linksOf(inode: Inode): number {
  if (inode.content.kind === 'proc') return isDirectory(inode) ? 2 : 1;
  return inode.content.kind === 'console' || inode.content.kind === 'pipe'
    ? Math.max(1, inode.links)
    : inode.links;
}

function specialDeviceOf({ content }: Inode, terminal: boolean): number {
  if (content.kind === 'device') return deviceNumbers[content.device];
  return content.kind === 'console' && terminal ? TERMINAL_DEVICE : 0;
}

/** A tmpfs, for whoever asks how much room there is. */
function putFileSystem(kernel: Kernel, context: ExecutionContext, address: number): number {
  const { files } = kernel.state;
  const bytes = new Uint8Array(STATFS_BYTES);
  const view = new DataView(bytes.buffer);
  const blocks = FILE_BYTES_MAX / BLOCK_BYTES;
  const free = Math.max(0, blocks - Math.ceil(files.byteCount / BLOCK_BYTES));
  const inodes = allInodes(files.inodes).length;
  [TMPFS_MAGIC, BLOCK_BYTES, blocks, free, free, INODES_MAX, INODES_MAX - inodes].forEach(
    (value, k) => {
      putInt64(view, 8 * k, value);
    },
  );
  putInt64(view, 64, NAME_BYTES_MAX);
  putInt64(view, 72, BLOCK_BYTES);
  return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
}

function putInt64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setInt32(at + 4, Math.floor(value / 2 ** 32), true);
}
