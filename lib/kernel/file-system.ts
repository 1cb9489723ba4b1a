/**
 * The in-memory file system: inodes, directories, path look-up with permissions.
 * Leaves out: symbolic links, other file systems (all is one mount), users other than the student and
 * root.
 */
import { Errno } from '../abi/errno';
import { encodeUtf8 } from '../abi/utf8';

export interface FileSystem {
  readonly inodes: Map<number, Inode>;
  nextInode: number;
  /** Bytes of all file contents; at most FILE_BYTES_MAX. */
  byteCount: number;
}

export interface Inode {
  readonly number: number;
  readonly content: InodeContent;
  /** Permission bits. */
  mode: number;
  readonly owner: number;
  /** Directory entries that name it (a directory: 2 and one for each subdirectory). */
  links: number;
  /** Descriptions, working directories and mappings that keep it; it goes when both counts are 0. */
  holds: number;
  accessedNs: number;
  modifiedNs: number;
  changedNs: number;
}

export type InodeContent =
  | FileContent
  | { readonly kind: 'directory'; readonly entries: Map<string, number>; parent: number }
  | { readonly kind: 'device'; readonly device: Device };

export interface FileContent {
  readonly kind: 'file';
  size: number;
  /** At least `size` bytes, unless `region` holds the contents. */
  bytes: Uint8Array;
  /** A snapshot refers to the same `bytes`: copy before writing. */
  shared: boolean;
  /** Key of KernelState.regions once the file has been mapped with MAP_SHARED. */
  region: number | null;
}

export type Device = 'null' | 'zero' | 'full' | 'terminal';

export const ROOT_INODE = 1;
export const ROOT_USER = 0;
export const STUDENT_USER = 1000;
export const HOME = '/home/student';
export const FILE_BYTES_MAX = 64 * 1024 * 1024;
const NAME_BYTES_MAX = 255;
const PATH_BYTES_MAX = 4096;

export const Permission = { read: 4, write: 2, execute: 1 } as const;

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

export function newFileSystem(): FileSystem {
  const system: FileSystem = { inodes: new Map(), nextInode: ROOT_INODE, byteCount: 0 };
  const root = newInode(system, directoryContent(ROOT_INODE), 0o755, ROOT_USER, 0);
  root.links = 2;
  for (const [path, mode, owner] of [
    ['/bin', 0o755, ROOT_USER],
    ['/dev', 0o755, ROOT_USER],
    ['/dev/shm', 0o777, ROOT_USER],
    ['/home', 0o755, ROOT_USER],
    [HOME, 0o755, STUDENT_USER],
    ['/tmp', 0o777, ROOT_USER],
  ] as const)
    makeAt(system, path, (parent) => directoryContent(parent.number), mode, owner);
  for (const [path, device] of [
    ['/dev/null', 'null'],
    ['/dev/zero', 'zero'],
    ['/dev/full', 'full'],
    ['/dev/tty', 'terminal'],
  ] as const)
    makeAt(system, path, () => ({ kind: 'device', device }), 0o666, ROOT_USER);
  return system;
}

/** Makes a file and the directories above it, before the machine runs. Replaces what was there. */
export function install(system: FileSystem, path: string, bytes: Uint8Array, mode: number): void {
  const absolute = path.startsWith('/') ? path : `${HOME}/${path}`;
  const owner = absolute.startsWith(`${HOME}/`) ? STUDENT_USER : ROOT_USER;
  const names = absolute.split('/').filter((name) => name !== '');
  for (let k = 1; k < names.length; k++) {
    const above = `/${names.slice(0, k).join('/')}`;
    if (lookUp(system, ROOT_INODE, above, ROOT_USER).kind === 'missing')
      makeAt(system, above, (parent) => directoryContent(parent.number), 0o755, owner);
  }
  makeAt(system, absolute, () => fileContent(bytes), mode, owner);
  system.byteCount += bytes.length;
}

export function fileContent(bytes: Uint8Array): FileContent {
  return { kind: 'file', size: bytes.length, bytes, shared: true, region: null };
}

export function directoryContent(parent: number): InodeContent {
  return { kind: 'directory', entries: new Map(), parent };
}

export function newInode(
  system: FileSystem,
  content: InodeContent,
  mode: number,
  owner: number,
  timeNs: number,
): Inode {
  const inode: Inode = {
    number: system.nextInode++,
    content,
    mode,
    owner,
    links: 0,
    holds: 0,
    accessedNs: timeNs,
    modifiedNs: timeNs,
    changedNs: timeNs,
  };
  system.inodes.set(inode.number, inode);
  return inode;
}

export function inodeOf(system: FileSystem, number: number): Inode {
  const inode = system.inodes.get(number);
  if (inode === undefined) throw new Error(`no inode ${number}`);
  return inode;
}

/** Names `inode` in a directory. Precondition: the name is free. */
export function link(directory: Inode, name: string, inode: Inode, timeNs: number): void {
  const entries = entriesOf(directory);
  if (entries.has(name)) throw new Error(`"${name}" exists`);
  entries.set(name, inode.number);
  inode.links++;
  if (inode.content.kind === 'directory') {
    inode.links = Math.max(inode.links, 2);
    inode.content.parent = directory.number;
    directory.links++;
  }
  directory.modifiedNs = directory.changedNs = inode.changedNs = timeNs;
}

export function unlink(
  system: FileSystem,
  directory: Inode,
  name: string,
  inode: Inode,
  timeNs: number,
): void {
  entriesOf(directory).delete(name);
  if (inode.content.kind === 'directory') {
    inode.links = 0;
    directory.links--;
  } else inode.links--;
  directory.modifiedNs = directory.changedNs = inode.changedNs = timeNs;
  freeIfUnused(system, inode);
}

export function hold(inode: Inode): void {
  inode.holds++;
}

export function release(system: FileSystem, inode: Inode): void {
  inode.holds--;
  freeIfUnused(system, inode);
}

export function permitted(inode: Inode, user: number, wanted: number): boolean {
  if (user === ROOT_USER) return true;
  const bits = inode.owner === user ? inode.mode >> 6 : inode.mode;
  return (bits & wanted) === wanted;
}

/** Follows a path from a working directory. */
export function lookUp(system: FileSystem, from: number, path: string, user: number): Lookup {
  if (path === '') return { kind: 'error', errno: Errno.ENOENT };
  if (encodeUtf8(path).length >= PATH_BYTES_MAX)
    return { kind: 'error', errno: Errno.ENAMETOOLONG };
  let directory = inodeOf(system, path.startsWith('/') ? ROOT_INODE : from);
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const slash = path.endsWith('/') || path.endsWith('/.') || path === '.';
  const last = names.pop();
  for (const name of names) {
    const next = step(system, directory, name, user);
    if (typeof next === 'number') return { kind: 'error', errno: next };
    directory = next;
  }
  if (last === undefined)
    return { kind: 'found', directory: parentOf(system, directory), name: '.', inode: directory };
  const inode = step(system, directory, last, user);
  if (inode === Errno.ENOENT && directory.links > 0)
    return { kind: 'missing', directory, name: last, slash };
  if (typeof inode === 'number') return { kind: 'error', errno: inode };
  if (slash && inode.content.kind !== 'directory') return { kind: 'error', errno: Errno.ENOTDIR };
  return { kind: 'found', directory, name: last, inode };
}

/** The absolute path of a directory; null once it has been removed. */
export function pathOf(system: FileSystem, directory: number): string | null {
  const names: string[] = [];
  let number = directory;
  while (number !== ROOT_INODE) {
    const inode = system.inodes.get(number);
    if (inode?.content.kind !== 'directory' || inode.links === 0) return null;
    const above = entriesOf(inodeOf(system, inode.content.parent));
    const name = [...above].find(([, entry]) => entry === number)?.[0];
    if (name === undefined) return null;
    names.push(name);
    number = inode.content.parent;
  }
  return `/${names.reverse().join('/')}`;
}

export function entriesOf(directory: Inode): Map<string, number> {
  if (directory.content.kind !== 'directory')
    throw new Error(`${directory.number} is no directory`);
  return directory.content.entries;
}

export function cloneFileSystem(system: FileSystem): FileSystem {
  const inodes = new Map<number, Inode>();
  for (const [number, inode] of system.inodes)
    inodes.set(number, { ...inode, content: cloneContent(inode.content) });
  return { inodes, nextInode: system.nextInode, byteCount: system.byteCount };
}

function cloneContent(content: InodeContent): InodeContent {
  switch (content.kind) {
    case 'file':
      content.shared = true;
      return { ...content };
    case 'directory':
      return { ...content, entries: new Map(content.entries) };
    case 'device':
      return content;
  }
}

function step(system: FileSystem, directory: Inode, name: string, user: number): Inode | number {
  if (directory.content.kind !== 'directory') return Errno.ENOTDIR;
  if (!permitted(directory, user, Permission.execute)) return Errno.EACCES;
  if (encodeUtf8(name).length > NAME_BYTES_MAX) return Errno.ENAMETOOLONG;
  if (name === '..') return parentOf(system, directory);
  const number = directory.content.entries.get(name);
  return number === undefined ? Errno.ENOENT : inodeOf(system, number);
}

function parentOf(system: FileSystem, directory: Inode): Inode {
  if (directory.content.kind !== 'directory') return directory;
  return system.inodes.get(directory.content.parent) ?? inodeOf(system, ROOT_INODE);
}

function makeAt(
  system: FileSystem,
  path: string,
  content: (parent: Inode) => InodeContent,
  mode: number,
  owner: number,
): void {
  const found = lookUp(system, ROOT_INODE, path, ROOT_USER);
  if (found.kind === 'error') throw new Error(`cannot make ${path}`);
  if (found.kind === 'found') unlink(system, found.directory, found.name, found.inode, 0);
  link(found.directory, found.name, newInode(system, content(found.directory), mode, owner, 0), 0);
}

function freeIfUnused(system: FileSystem, inode: Inode): void {
  if (inode.links > 0 || inode.holds > 0) return;
  system.inodes.delete(inode.number);
  if (inode.content.kind === 'file') system.byteCount -= inode.content.size;
}
