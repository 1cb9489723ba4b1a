/**
 * The in-memory file system: inodes, directories, permissions. How a path is followed is
 * path-lookup.ts; what lies in /proc is made when it is looked at (proc-tree.ts).
 * Leaves out: other file systems (all is one mount), access control lists, quotas.
 */
import type { ConsoleStream } from '../terminal/console';
import { cloneEventObject, type EventObject } from '../event-descriptors/event-object';
import { user, type Credentials } from './credentials';
import { fileTime, type FileTime } from './file-time';
import { clonePosixQueue, type PosixMessageQueue } from '../ipc/posix-message-queue';
import type { ProcNode } from './proc-node';

export interface FileSystem {
  readonly inodes: Map<number, Inode>;
  nextInode: number;
  /** Bytes of all file contents; at most FILE_BYTES_MAX. */
  byteCount: number;
}

export interface Inode {
  readonly number: number;
  readonly content: InodeContent;
  /** Permission bits, with set-user-id, set-group-id and sticky. */
  mode: number;
  owner: number;
  group: number;
  /** Directory entries that name it (a directory: 2 and one for each subdirectory). */
  links: number;
  /** Descriptions, working directories and mappings that keep it; it goes when both counts are 0. */
  holds: number;
  accessed: FileTime;
  modified: FileTime;
  changed: FileTime;
}

export type InodeContent =
  | FileContent
  | DirectoryContent
  | { readonly kind: 'symbolic-link'; readonly target: string }
  /** A FIFO, or a pipe without a name. `pipe`: key of KernelState.pipes while it is open. */
  | { readonly kind: 'pipe'; pipe: number | null }
  /** A socket, or the name that one is bound to; null once that one is closed. */
  | { readonly kind: 'socket'; socket: number | null }
  | { readonly kind: 'device'; readonly device: Device }
  | PosixMessageQueue
  /** A descriptor that is no file: eventfd, timerfd, signalfd, epoll. */
  | { readonly kind: 'events'; readonly object: EventObject }
  /** What stdin, stdout and stderr of the first process are: no name, but found through /proc. */
  | { readonly kind: 'console'; readonly stream: ConsoleStream }
  | { readonly kind: 'proc'; readonly node: ProcNode };

export interface DirectoryContent {
  readonly kind: 'directory';
  readonly entries: Map<string, number>;
  parent: number;
}

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

export type Device = 'null' | 'zero' | 'full' | 'random' | 'urandom' | 'terminal';

export const ROOT_INODE = 1;
export const HOME = '/home/student';
export const FILE_BYTES_MAX = 64 * 1024 * 1024;

export const Permission = { read: 4, write: 2, execute: 1 } as const;

/** Only the owner of a file, or of the directory, may remove it from a directory with this bit. */
const STICKY = 0o1000;

export function newFileSystem(): FileSystem {
  const system: FileSystem = { inodes: new Map(), nextInode: ROOT_INODE, byteCount: 0 };
  newInode(system, directoryContent(ROOT_INODE), 0o755, user.root, 0).links = 2;
  return system;
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
  owner: Credentials,
  timeNs: number,
): Inode {
  const now = fileTime(timeNs);
  const inode: Inode = {
    number: system.nextInode++,
    content,
    mode,
    owner: owner.user,
    group: owner.group,
    links: 0,
    holds: 0,
    accessed: now,
    modified: now,
    changed: now,
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
  directory.modified = directory.changed = inode.changed = fileTime(timeNs);
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
  directory.modified = directory.changed = inode.changed = fileTime(timeNs);
  freeIfUnused(system, inode);
}

/** Inodes of /proc are made when they are looked at, and kept while they are held. */
export function hold(system: FileSystem, inode: Inode): void {
  inode.holds++;
  system.inodes.set(inode.number, inode);
}

export function release(system: FileSystem, inode: Inode): void {
  inode.holds--;
  freeIfUnused(system, inode);
}

/** By the owner's bits, the group's, or those of others: the first that fits decides, as POSIX says. */
export function permitted(inode: Inode, who: Credentials, wanted: number): boolean {
  if (who.user === user.root.user) return true;
  const shift = inode.owner === who.user ? 6 : inode.group === who.group ? 3 : 0;
  return ((inode.mode >> shift) & wanted) === wanted;
}

/** A directory that may be written may still protect what others own in it. */
export function mayRemove(directory: Inode, inode: Inode, who: Credentials): boolean {
  if ((directory.mode & STICKY) === 0 || who.user === user.root.user) return true;
  return inode.owner === who.user || directory.owner === who.user;
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
    case 'pipe':
    case 'socket':
      return { ...content };
    case 'message-queue':
      return clonePosixQueue(content);
    case 'events':
      return { kind: 'events', object: cloneEventObject(content.object) };
    case 'symbolic-link':
    case 'device':
    case 'console':
    case 'proc':
      return content;
  }
}

function freeIfUnused(system: FileSystem, inode: Inode): void {
  if (inode.links > 0 || inode.holds > 0) return;
  system.inodes.delete(inode.number);
  if (inode.content.kind === 'file') system.byteCount -= inode.content.size;
}
