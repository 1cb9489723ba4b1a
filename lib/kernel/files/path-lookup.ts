/**
 * Following a path to an inode: directories, ".", "..", symbolic links and /proc, with the permissions
 * that path_resolution(7) asks for.
 */
import { findInode } from './inode-table';
import { Errno } from '../../abi/errno';
import { encodeUtf8 } from '../../abi/utf8';
import { user, type Credentials } from './credentials';
import { entriesOf, inodeOf, Permission, permitted, ROOT_INODE } from './file-system';
import type { Inode } from './inode';
import type { Kernel } from '../kernel';
import type { Process } from '../processes/process';
import { isDirectoryNode, procEntry, procLink, procParent, procPath } from './proc-tree';

const NAME_BYTES_MAX = 255;
const PATH_BYTES_MAX = 4096;
/** Symbolic links followed in one look-up. */
const LINKS_MAX = 40;

export type Lookup =
  | {
      readonly kind: 'found';
      readonly directory: Inode;
      readonly name: string;
      readonly inode: Inode;
    }
  | {
      readonly kind: 'missing';
      readonly directory: Inode;
      readonly name: string;
      readonly slash: boolean;
    }
  | { readonly kind: 'error'; readonly errno: number };

export interface LookupOptions {
  /** A symbolic link at the end is itself what is found. */
  readonly keepLink?: boolean;
  /** Where a relative path begins, if not in the working directory. */
  readonly from?: number;
}

/** `process` null: the machine itself, as root, from the root directory. */
export function lookUp(
  kernel: Kernel,
  process: Process | null,
  path: string,
  options: LookupOptions = {},
): Lookup {
  const { files } = kernel.state;
  if (path === '') return error(Errno.ENOENT);
  if (encodeUtf8(path).length >= PATH_BYTES_MAX) return error(Errno.ENAMETOOLONG);
  const who: Credentials = process === null ? user.root : user.student;
  let names = namesOf(path);
  let slash = path.endsWith('/');
  let links = 0;
  let directory = inodeOf(
    files,
    path.startsWith('/') ? ROOT_INODE : (options.from ?? process?.directory ?? ROOT_INODE),
  );
  if (names.length === 0) return { kind: 'found', directory, name: '.', inode: directory };
  for (;;) {
    const name = names.shift() ?? '.';
    const last = names.length === 0;
    const inode = step(kernel, directory, name, who);
    if (inode === Errno.ENOENT && last && mayHoldNames(directory))
      return { kind: 'missing', directory, name, slash };
    if (typeof inode === 'number') return error(inode);
    const follows = !last || slash || options.keepLink !== true;
    const target = follows ? linkTarget(kernel, process, inode) : null;
    if (target === null) {
      if (last) {
        if (slash && !isDirectory(inode)) return error(Errno.ENOTDIR);
        const above = name === '.' || name === '..' ? parentOf(kernel, inode) : directory;
        return { kind: 'found', directory: above, name, inode };
      }
      directory = inode;
      continue;
    }
    links++;
    if (links > LINKS_MAX) return error(Errno.ELOOP);
    if (typeof target === 'number') return error(target);
    if (typeof target !== 'string') {
      if (last) return { kind: 'found', directory, name, inode: target };
      directory = target;
      continue;
    }
    if (target === '') return error(Errno.ENOENT);
    if (last && target.endsWith('/')) slash = true;
    if (target.startsWith('/')) directory = inodeOf(files, ROOT_INODE);
    names = [...namesOf(target), ...names];
    if (names.length === 0) return { kind: 'found', directory, name: '.', inode: directory };
  }
}

export function isDirectory(inode: Inode): boolean {
  const { content } = inode;
  return content.kind === 'directory' || (content.kind === 'proc' && isDirectoryNode(content.node));
}

/** The absolute path of a directory; null once it has been removed. */
export function pathOf(kernel: Kernel, directory: number): string | null {
  const { files } = kernel.state;
  const names: string[] = [];
  let number = directory;
  while (number !== ROOT_INODE) {
    const inode = findInode(files.inodes, number);
    if (inode?.content.kind === 'proc') return procPath(inode.content.node);
    if (inode?.content.kind !== 'directory' || inode.links === 0) return null;
    const above = entriesOf(inodeOf(files, inode.content.parent));
    const name = [...above].find(([, entry]) => entry === number)?.[0];
    if (name === undefined) return null;
    names.push(name);
    number = inode.content.parent;
  }
  return `/${names.reverse().join('/')}`;
}

export function parentOf(kernel: Kernel, directory: Inode): Inode {
  const { files } = kernel.state;
  const { content } = directory;
  if (content.kind === 'proc') return procParent(kernel, content.node);
  if (content.kind !== 'directory') return directory;
  return findInode(files.inodes, content.parent) ?? inodeOf(files, ROOT_INODE);
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}

function error(errno: number): Lookup {
  return { kind: 'error', errno };
}

/** A removed directory, and /proc, take no new names. */
function mayHoldNames(directory: Inode): boolean {
  return directory.content.kind === 'directory' && directory.links > 0;
}

/** One name further, or an errno. */
function step(kernel: Kernel, directory: Inode, name: string, who: Credentials): Inode | number {
  const { files } = kernel.state;
  const { content } = directory;
  if (!isDirectory(directory)) return Errno.ENOTDIR;
  if (!permitted(directory, who, Permission.execute)) return Errno.EACCES;
  if (name === '.') return directory;
  if (name === '..') return parentOf(kernel, directory);
  if (name.length > NAME_BYTES_MAX / 4 && encodeUtf8(name).length > NAME_BYTES_MAX)
    return Errno.ENAMETOOLONG;
  if (content.kind === 'proc') return procEntry(kernel, content.node, name) ?? Errno.ENOENT;
  const number = entriesOf(directory).get(name);
  return number === undefined ? Errno.ENOENT : inodeOf(files, number);
}

/** Where a symbolic link leads: a path, for links of /proc an inode, or an errno; null: it is none. */
function linkTarget(
  kernel: Kernel,
  process: Process | null,
  inode: Inode,
): string | Inode | number | null {
  const { content } = inode;
  if (content.kind === 'symbolic-link') return content.target;
  return content.kind === 'proc' ? procLink(kernel, process, content.node) : null;
}
