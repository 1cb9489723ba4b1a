/**
 * What the three kinds of System V IPC have in common: commands, flags, permissions, struct ipc_perm.
 * Every object is made by the student, who is therefore always its creator.
 * Ids count up and are never used again; an index (of SHM_STAT and the like) is the id itself.
 */
import { user } from '../files/credentials';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from '../time/virtual-time';

export const IPC_PRIVATE = 0;
export const IPC_CREAT = 0o1000;
export const IPC_EXCL = 0o2000;
export const IPC_NOWAIT = 0o4000;
export const IPC_RMID = 0;
export const IPC_SET = 1;
export const IPC_STAT = 2;
export const IPC_INFO = 3;

/** What ipc_perm tells. */
export interface IpcPermissions {
  /** IPC_PRIVATE (0): nobody finds it by its key. */
  readonly key: number;
  owner: number;
  group: number;
  mode: number;
}

export function newPermissions(key: number, mode: number): IpcPermissions {
  return { key, owner: user.student.user, group: user.student.group, mode };
}

/** The creator has the owner's bits, whoever the owner is now. `wanted` is a set of `Permission`. */
export function permits(object: IpcPermissions, wanted: number): boolean {
  return ((object.mode >> 6) & wanted) === wanted;
}

/** What the mode bits in the flags of shmget, semget and msgget ask of an object that exists. */
export function wantedBy(flags: number): number {
  return ((flags >> 6) | (flags >> 3) | flags) & 7;
}

/** The object with a key, in the table of its kind. */
export function withKey<T extends IpcPermissions>(
  objects: ReadonlyMap<number, T>,
  key: number,
): T | undefined {
  if (key === IPC_PRIVATE) return undefined;
  for (const object of objects.values()) if (object.key === key) return object;
  return undefined;
}

/** What IPC_INFO gives: the highest index in use, 0 where there is none. */
export function highestIndex(objects: ReadonlyMap<number, unknown>): number {
  return Math.max(0, ...objects.keys());
}

/** struct ipc_perm, 48 bytes at the start of the view. */
export function putIpcPerm(view: DataView, object: IpcPermissions): void {
  view.setInt32(0, object.key, true);
  view.setUint32(4, object.owner, true);
  view.setUint32(8, object.group, true);
  view.setUint32(12, user.student.user, true);
  view.setUint32(16, user.student.group, true);
  view.setUint32(20, object.mode, true);
}

/** IPC_SET: owner, group and permission bits from a struct ipc_perm. */
export function setIpcPerm(view: DataView, object: IpcPermissions): void {
  object.owner = view.getUint32(4, true);
  object.group = view.getUint32(8, true);
  object.mode = (object.mode & ~0o777) | (view.getUint32(20, true) & 0o777);
}

/** Seconds since 1970; 0 for what never happened. */
export function ipcSeconds(timeNs: number | null): number {
  if (timeNs === null) return 0;
  return BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
}
