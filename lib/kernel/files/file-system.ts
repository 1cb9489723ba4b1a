/**
 * The in-memory file system: inodes, directories, permissions. How a path is followed is
 * path-lookup.ts; what lies in /proc is made when it is looked at (proc-tree.ts).
 * Leaves out: other file systems (all is one mount), access control lists, quotas.
 */
import { user, type Credentials } from './credentials';
import { fileTime } from './file-time';
import type { FileContent, Inode, InodeContent } from './inode';
import {
  cloneInodeTable,
  deleteInode,
  findInode,
  type InodeTable,
  newInodeTable,
  putInode,
} from './inode-table';

export interface FileSystem {
  readonly inodes: InodeTable;
  nextInode: number;
  /** Bytes of all file contents; at most FILE_BYTES_MAX. */
  byteCount: number;
}

export const ROOT_INODE = 1;
export const HOME = '/home/student';
export const FILE_BYTES_MAX = 64 * 1024 * 1024;

export const Permission = { read: 4, write: 2, execute: 1 } as const;

/** Only the owner of a file, or of the directory, may remove it from a directory with this bit. */
const STICKY = 0o1000;

export function newFileSystem(): FileSystem {
  const system: FileSystem = { inodes: newInodeTable(), nextInode: ROOT_INODE, byteCount: 0 };
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
  putInode(system.inodes, inode);
  return inode;
}

export function inodeOf(system: FileSystem, number: number): Inode {
  const inode = findInode(system.inodes, number);
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
  putInode(system.inodes, inode);
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
  const { nextInode, byteCount } = system;
  return { inodes: cloneInodeTable(system.inodes), nextInode, byteCount };
}

function freeIfUnused(system: FileSystem, inode: Inode): void {
  if (inode.links > 0 || inode.holds > 0) return;
  deleteInode(system.inodes, inode.number);
  if (inode.content.kind === 'file') system.byteCount -= inode.content.size;
}
