/** Which locks there are on files, and which stand in each other's way. Pure transitions. */
import type { Pid } from '../pid';

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
