/** The process's memory. */
import { brk, mmap, msync, munmap } from '../memory/mappings';
import type { SystemCallRows } from './row';

export const memoryCalls = {
  brk: [1, brk],
  mmap: [6, mmap],
  munmap: [2, munmap],
  msync: [3, msync],
} satisfies SystemCallRows;
