/**
 * System V shared memory segments. A segment is a region with a key and an owner; a removed one lives
 * on without its key until the last detach.
 * Leaves out: swapping (SHM_LOCK is only noted), huge pages, id reuse (ids count up).
 */
import type { IpcPermissions } from './ipc';
import type { Pid } from '../pid';

export interface SharedMemory {
  readonly segments: Map<number, SharedSegment>;
  nextId: number;
}

export interface SharedSegment extends IpcPermissions {
  readonly id: number;
  /** IPC_PRIVATE (0) once it is marked for removal. */
  key: number;
  readonly byteCount: number;
  /** Key of KernelState.regions. */
  readonly region: number;
  /** Permission bits, SHM_DEST and SHM_LOCKED. */
  mode: number;
  readonly creator: Pid;
  lastPid: number;
  /** Attachments of all processes. */
  attached: number;
  attachedNs: number | null;
  detachedNs: number | null;
  changedNs: number;
}

export const SHM_DEST = 0o1000;
export const SHM_LOCKED = 0o2000;

export function newSharedMemory(): SharedMemory {
  return { segments: new Map(), nextId: 0 };
}

export function cloneSharedMemory(memory: SharedMemory): SharedMemory {
  const segments = new Map<number, SharedSegment>();
  for (const [id, segment] of memory.segments) segments.set(id, { ...segment });
  return { segments, nextId: memory.nextId };
}
