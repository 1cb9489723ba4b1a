/**
 * Open file descriptions: what a descriptor refers to, shared by dup and fork, with one offset and one
 * set of status flags. Leaves out: owners for SIGIO, leases.
 */
import type { ConsoleStream } from '../terminal/console';

export interface OpenFileDescription {
  readonly id: number;
  /** Descriptors that refer to it; the description goes when this falls to 0. */
  references: number;
  /** O_ACCMODE, O_APPEND, O_NONBLOCK, O_DIRECTORY and the like: what F_GETFL tells. */
  flags: number;
  /** Byte offset in a file, entry index in a directory. */
  offset: number;
  /** Absolute, as it was opened; null for what never had a name. */
  readonly path: string | null;
  target: OpenTarget;
}

/** `inode` is held as long as the description exists. */
export type OpenTarget =
  | { readonly kind: 'file' | 'directory' | 'message-queue' | 'events'; readonly inode: number }
  /** Which end it is, the access mode says; a FIFO opened for both is both. */
  | { readonly kind: 'pipe'; readonly inode: number; readonly pipe: number }
  /** A key of Network.sockets. */
  | { readonly kind: 'socket'; readonly inode: number; readonly socket: number }
  | { readonly kind: 'console'; readonly inode: number; readonly stream: ConsoleStream }
  | { readonly kind: 'null' | 'zero' | 'full' | 'random' | 'urandom'; readonly inode: number }
  /** `text` is what the last read from the beginning made. */
  | { readonly kind: 'generated'; readonly inode: number; readonly text: Uint8Array };

/** fcntl.h of Linux on x86-64. */
export const OpenFlag = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_ACCMODE: 3,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_DSYNC: 0o10000,
  O_ASYNC: 0o20000,
  O_LARGEFILE: 0o100000,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_NOATIME: 0o1000000,
  O_CLOEXEC: 0o2000000,
  O_SYNC: 0o4010000,
  O_PATH: 0o10000000,
  O_TMPFILE: 0o20200000,
} as const;

export function readable({ flags }: OpenFileDescription): boolean {
  const access = flags & OpenFlag.O_ACCMODE;
  return access === OpenFlag.O_RDONLY || access === OpenFlag.O_RDWR;
}

export function writable({ flags }: OpenFileDescription): boolean {
  const access = flags & OpenFlag.O_ACCMODE;
  return access === OpenFlag.O_WRONLY || access === OpenFlag.O_RDWR;
}
