/** Who a process is among others. */
import type { SystemCallHandler } from '../kernel';

export const getpid: SystemCallHandler = (_kernel, process) => process.pid;
export const getppid: SystemCallHandler = (_kernel, process) => process.parent;
