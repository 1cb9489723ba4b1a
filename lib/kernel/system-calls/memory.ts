/** The process's memory. */
import { brk } from '../memory/mappings';
import { mmap, mremap, munmap } from '../memory/mmap';
import {
  madvise,
  mincore,
  mlock,
  mlockall,
  mprotect,
  msync,
  munlockall,
} from '../memory/protection';
import type { SystemCallRows } from './row';

export const memoryCalls = {
  brk: [1, brk],
  mmap: [6, mmap],
  munmap: [2, munmap],
  mprotect: [3, mprotect],
  mremap: [5, mremap],
  msync: [3, msync],
  mincore: [3, mincore],
  madvise: [3, madvise],
  mlock: [2, mlock],
  munlock: [2, mlock],
  mlockall: [1, mlockall],
  munlockall: [0, munlockall],
} satisfies SystemCallRows;
