/**
 * Advisory locks on files: record locks of fcntl(2), owned by processes and reckoned in bytes, and whole
 * locks of flock(2), owned by open file descriptions. The two kinds don't know of each other, as on Linux.
 */
import { Errno } from '../abi/errno';
import { complete, threadOf, type Kernel } from './kernel';
import type { Pid } from './pid';
import type { Process } from './process';

export interface FileLocks {
  /** By inode, in order of their first byte. Those of one process don't overlap. */
  readonly records: Map<number, RecordLock[]>;
  /** By inode. */
  readonly whole: Map<number, WholeLock[]>;
  /** Blocked in fcntl or flock, oldest first. */
  waiting: Pid[];
}

export interface Section {
  readonly start: number;
  /** The byte after it; Infinity: to the end of the file, however far it grows. */
  readonly end: number;
}

export interface RecordLock extends Section {
  readonly owner: Pid;
  readonly exclusive: boolean;
}

export interface WholeLock {
  readonly description: number;
  readonly exclusive: boolean;
}

export function newFileLocks(): FileLocks {
  return { records: new Map(), whole: new Map(), waiting: [] };
}

export function cloneFileLocks(locks: FileLocks): FileLocks {
  return {
    records: new Map([...locks.records].map(([inode, each]) => [inode, each.slice()])),
    whole: new Map([...locks.whole].map(([inode, each]) => [inode, each.slice()])),
    waiting: locks.waiting.slice(),
  };
}

/** The first lock of another process that stands in the way of a record lock. */
export function recordConflict(
  locks: FileLocks,
  inode: number,
  wanted: RecordLock,
): RecordLock | null {
  const others = locks.records.get(inode) ?? [];
  const conflict = others.find(
    (other) =>
      other.owner !== wanted.owner &&
      (other.exclusive || wanted.exclusive) &&
      other.start < wanted.end &&
      wanted.start < other.end,
  );
  return conflict ?? null;
}

/** Gives the section to its owner, in place of what he has there; `lock` null only takes away. */
export function putRecord(
  locks: FileLocks,
  inode: number,
  owner: Pid,
  section: Section,
  lock: RecordLock | null,
): void {
  const kept: RecordLock[] = [];
  for (const other of locks.records.get(inode) ?? []) {
    if (other.owner !== owner || other.start >= section.end || other.end <= section.start) {
      kept.push(other);
      continue;
    }
    if (other.start < section.start) kept.push({ ...other, end: section.start });
    if (other.end > section.end) kept.push({ ...other, start: section.end });
  }
  if (lock !== null) kept.push(lock);
  kept.sort((a, b) => a.start - b.start);
  if (kept.length === 0) locks.records.delete(inode);
  else locks.records.set(inode, kept);
}

export function wholeConflict(locks: FileLocks, inode: number, wanted: WholeLock): boolean {
  return (locks.whole.get(inode) ?? []).some(
    (other) => other.description !== wanted.description && (other.exclusive || wanted.exclusive),
  );
}

export function putWhole(
  locks: FileLocks,
  inode: number,
  description: number,
  lock: WholeLock | null,
): void {
  const kept = (locks.whole.get(inode) ?? []).filter((each) => each.description !== description);
  if (lock !== null) kept.push(lock);
  if (kept.length === 0) locks.whole.delete(inode);
  else locks.whole.set(inode, kept);
}

/** A process closed a descriptor of a file: all its record locks there go, as POSIX wants it. */
export function dropRecords(kernel: Kernel, process: Process, inode: number): void {
  const { fileLocks } = kernel.state;
  if (!fileLocks.records.has(inode)) return;
  putRecord(fileLocks, inode, process.pid, { start: 0, end: Infinity }, null);
  settleLocks(kernel, inode);
}

/** The last descriptor of a description was closed. */
export function dropWhole(kernel: Kernel, description: number, inode: number): void {
  const { fileLocks } = kernel.state;
  if (!fileLocks.whole.has(inode)) return;
  putWhole(fileLocks, inode, description, null);
  settleLocks(kernel, inode);
}

/** Lets everybody go on whose lock on the file is free now, oldest first. */
export function settleLocks(kernel: Kernel, inode: number): void {
  const { fileLocks } = kernel.state;
  for (const pid of fileLocks.waiting.slice()) {
    const thread = threadOf(kernel, pid);
    const { wait } = thread;
    if (wait?.kind === 'record-lock' && wait.inode === inode) {
      if (recordConflict(fileLocks, inode, wait.lock) !== null) continue;
      putRecord(fileLocks, inode, wait.lock.owner, wait.lock, wait.lock);
    } else if (wait?.kind === 'whole-lock' && wait.inode === inode) {
      if (wholeConflict(fileLocks, inode, wait.lock)) continue;
      putWhole(fileLocks, inode, wait.lock.description, wait.lock);
    } else continue;
    fileLocks.waiting = fileLocks.waiting.filter((other) => other !== pid);
    complete(kernel, thread, 0);
  }
}

/** Whether the owners of what `lock` waits for wait, in the end, for its own owner: -EDEADLK, or 0. */
export function deadlockError(kernel: Kernel, inode: number, lock: RecordLock): number {
  const { fileLocks } = kernel.state;
  const seen = new Set<Pid>();
  let blocker = recordConflict(fileLocks, inode, lock)?.owner;
  while (blocker !== undefined && !seen.has(blocker)) {
    if (blocker === lock.owner) return -Errno.EDEADLK;
    seen.add(blocker);
    const wait = kernel.state.threads.get(blocker)?.wait;
    if (wait?.kind !== 'record-lock') return 0;
    blocker = recordConflict(fileLocks, wait.inode, wait.lock)?.owner;
  }
  return 0;
}
