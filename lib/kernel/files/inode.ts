/** Inodes: what a file is, whatever names it has. */
import { cloneEventObject, type EventObject } from '../event-descriptors/event-object';
import { clonePosixQueue, type PosixMessageQueue } from '../ipc/posix-message-queue';
import type { ConsoleStream } from '../terminal/console';
import type { FileTime } from './file-time';
import type { ProcNode } from './proc-node';

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

/** Bytes of files are shared until one of the two writes. */
export function cloneContent(content: InodeContent): InodeContent {
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
