/** Open files, pipes and terminals: reading, writing, and waiting until they are ready. */
import { close, dup, dup2, dup3 } from '../files/descriptors';
import { fcntl } from '../files/fcntl';
import { fsync, ftruncate, lseek, sync, truncate } from '../files/files';
import { flock } from '../files/locking';
import { creat, open, openat } from '../files/open';
import { pipe, pipe2 } from '../files/pipe-calls';
import { getrandom } from '../files/random-bytes';
import { pread64, pwrite64, read, readv, write, writev } from '../files/read-write';
import { fstat, fstatfs, lstat, newfstatat, stat, statfs } from '../files/stat';
import { poll, ppoll, pselect6, select } from '../readiness/poll-calls';
import { ioctl } from '../files/ioctl';
import type { SystemCallRows } from './row';

export const fileCalls = {
  read: [3, read],
  write: [3, write],
  pread64: [4, pread64],
  pwrite64: [4, pwrite64],
  readv: [3, readv],
  writev: [3, writev],
  open: [3, open],
  openat: [4, openat],
  creat: [2, creat],
  close: [1, close],
  lseek: [3, lseek],
  truncate: [2, truncate],
  ftruncate: [2, ftruncate],
  sync: [0, sync],
  fsync: [1, fsync],
  fdatasync: [1, fsync],
  stat: [2, stat],
  fstat: [2, fstat],
  lstat: [2, lstat],
  newfstatat: [4, newfstatat],
  statfs: [2, statfs],
  fstatfs: [2, fstatfs],
  poll: [3, poll],
  ppoll: [5, ppoll],
  select: [5, select],
  pselect6: [6, pselect6],
  ioctl: [3, ioctl],
  fcntl: [3, fcntl],
  flock: [2, flock],
  dup: [1, dup],
  dup2: [2, dup2],
  dup3: [3, dup3],
  pipe: [1, pipe],
  pipe2: [2, pipe2],
  getrandom: [3, getrandom],
} satisfies SystemCallRows;
