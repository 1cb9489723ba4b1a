/** Paths in system-call arguments: relative to the working directory, or to an open directory (the *at calls). */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from './descriptors';
import { inodeOf } from './file-system';
import type { Kernel } from '../kernel';
import { isDirectory, lookUp, parentOf, type Lookup, type LookupOptions } from './path-lookup';
import type { Process } from '../processes/process';
import { readPath } from '../memory/user-memory';

const AT_FDCWD = -100;
export const AT_SYMLINK_NOFOLLOW = 0x100;
export const AT_EACCESS = 0x200;
export const AT_REMOVEDIR = 0x200;
export const AT_SYMLINK_FOLLOW = 0x400;
export const AT_NO_AUTOMOUNT = 0x800;
export const AT_EMPTY_PATH = 0x1000;

/** Looks up the path that argument `k` points to. */
export function lookUpArgument(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  k: number,
  options: LookupOptions = {},
): Lookup {
  const path = readPath(context, argument(context, k));
  if (path.kind === 'error') return path;
  return lookUp(kernel, process, path.value, options);
}

/** The same for a pair of arguments: a descriptor of a directory in `k`, a path in `k` + 1. */
export function lookUpAt(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  k: number,
  options: LookupOptions & { readonly emptyPath?: boolean } = {},
): Lookup {
  const path = readPath(context, argument(context, k + 1));
  if (path.kind === 'error') return path;
  const fd = argument32(context, k);
  if (path.value === '' && options.emptyPath === true) {
    const inode =
      fd === AT_FDCWD ? process.directory : descriptionOf(kernel, process, fd)?.target.inode;
    if (inode === undefined) return { kind: 'error', errno: Errno.EBADF };
    const found = inodeOf(kernel.state.files, inode);
    return { kind: 'found', directory: parentOf(kernel, found), name: '.', inode: found };
  }
  const from = directoryArgument(kernel, process, fd, path.value);
  if (from < 0) return { kind: 'error', errno: -from };
  return lookUp(kernel, process, path.value, { ...options, from });
}

/** Inode of the directory where a relative path begins, or -errno. An absolute path asks for none. */
export function directoryArgument(
  kernel: Kernel,
  process: Process,
  fd: number,
  path: string,
): number {
  if (fd === AT_FDCWD || path.startsWith('/')) return process.directory;
  const description = descriptionOf(kernel, process, fd);
  if (description === null) return -Errno.EBADF;
  const inode = inodeOf(kernel.state.files, description.target.inode);
  return isDirectory(inode) ? inode.number : -Errno.ENOTDIR;
}
