/** lseek, truncate, sync: place and size of a file. */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { user } from './credentials';
import { descriptionOf } from './descriptors';
import { inodeOf, Permission, permitted } from './file-system';
import type { FileContent, Inode } from './inode';
import { fileTime } from './file-time';
import { resizeFile } from './inodes';
import type { Kernel, SystemCallHandler } from '../kernel';
import { writable, type OpenFileDescription } from './open-file';
import { lookUpArgument } from './path-arguments';
import { isDirectory } from './path-lookup';

const SEEK_SET = 0;
const SEEK_CUR = 1;
const SEEK_END = 2;
const SEEK_DATA = 3;
const SEEK_HOLE = 4;
/** s_maxbytes of ext4 with blocks of 4096 bytes. */
const SIZE_MAX = 2 ** 44 - 4096;

export const lseek: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { target } = description;
  if (target.kind === 'pipe' || target.kind === 'socket' || target.kind === 'console')
    return -Errno.ESPIPE;
  if (target.kind === 'events') return 0;
  const offset = placeOf(kernel, description, argument(context, 1), argument32(context, 2));
  if (offset >= 0) description.offset = offset;
  return offset;
};

export const truncate: SystemCallHandler = (kernel, process, context) => {
  const size = argument(context, 1);
  if (size < 0) return -Errno.EINVAL;
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { inode } = found;
  if (isDirectory(inode)) return -Errno.EISDIR;
  if (inode.content.kind !== 'file') return -Errno.EINVAL;
  if (!permitted(inode, user.student, Permission.write)) return -Errno.EACCES;
  if (size > SIZE_MAX) return -Errno.EFBIG;
  touch(kernel, inode);
  return resizeFile(kernel, inode.content, size);
};

export const ftruncate: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const size = argument(context, 1);
  const file = fileOf(kernel, description);
  if (size < 0 || file === null || !writable(description)) return -Errno.EINVAL;
  if (size > SIZE_MAX) return -Errno.EFBIG;
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

export function touch(kernel: Kernel, inode: Inode): void {
  inode.modified = inode.changed = fileTime(kernel.state.timeNs);
}

/** Everything is in memory, and so is always written. */
export const sync: SystemCallHandler = () => 0;

export const fsync: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { kind } = description.target;
  return kind === 'file' || kind === 'directory' ? 0 : -Errno.EINVAL;
};

/** Where lseek leads, or -errno. A file is all data up to its end, where a hole begins. */
function placeOf(
  kernel: Kernel,
  description: OpenFileDescription,
  offset: number,
  whence: number,
): number {
  const size = fileOf(kernel, description)?.content.size ?? 0;
  switch (whence) {
    case SEEK_SET:
      return inRange(offset);
    case SEEK_CUR:
      return inRange(description.offset + offset);
    case SEEK_END:
      return description.target.kind === 'generated' ? -Errno.EINVAL : inRange(size + offset);
    case SEEK_DATA:
    case SEEK_HOLE:
      if (offset < 0 || offset >= size) return -Errno.ENXIO;
      return whence === SEEK_DATA ? offset : size;
    default:
      return -Errno.EINVAL;
  }
}

function inRange(offset: number): number {
  return offset < 0 || offset > SIZE_MAX ? -Errno.EINVAL : offset;
}
