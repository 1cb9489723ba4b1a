/**
 * Advisory locks on files: record locks of fcntl(2), owned by processes and reckoned in bytes, and whole
 * locks of flock(2), owned by open file descriptions. The two kinds don't know of each other, as on Linux.
 */
import { Errno } from '../../abi/errno';
import {
  type RecordLock,
  recordConflict,
  putRecord,
  wholeConflict,
  putWhole,
} from './file-lock-table';
import { complete, threadOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Process } from '../processes/process';

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
