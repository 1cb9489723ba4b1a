/**
 * Open file descriptions: what a descriptor refers to, shared by dup and fork, with one offset and one
 * set of status flags. Leaves out: locks, owners for SIGIO.
 */
import type { ConsoleStream } from './console';

export interface OpenFileDescription {
  readonly id: number;
  /** Descriptors that refer to it; the description goes when this falls to 0. */
  references: number;
  /** O_ACCMODE, O_APPEND, O_NONBLOCK. */
  flags: number;
  /** Byte offset in a file, entry index in a directory. */
  offset: number;
  readonly target: OpenTarget;
}

export type OpenTarget =
  | { readonly kind: 'file' | 'directory'; readonly inode: number }
  | { readonly kind: 'pipe-read' | 'pipe-write'; readonly pipe: number }
  | { readonly kind: 'console'; readonly stream: ConsoleStream }
  | { readonly kind: 'null' | 'zero' | 'full' };

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
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_CLOEXEC: 0o2000000,
} as const;

export function readable(description: OpenFileDescription): boolean {
  return (description.flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_WRONLY;
}

export function writable(description: OpenFileDescription): boolean {
  return (description.flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_RDONLY;
}
