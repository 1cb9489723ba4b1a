/**
 * What a name in /proc stands for, and the inode number that it has. The tree is proc-tree.ts, contents
 * of its files are proc-process.ts and proc-system.ts.
 */
import type { Pid } from '../pid';

export type ProcNode =
  | { readonly kind: 'root' }
  | { readonly kind: 'self' }
  | { readonly kind: 'file'; readonly name: SystemFile }
  | { readonly kind: 'sysvipc' }
  | { readonly kind: 'sysvipc-file'; readonly name: SysvipcFile }
  | { readonly kind: 'process'; readonly pid: Pid }
  | { readonly kind: 'process-file'; readonly pid: Pid; readonly name: ProcessFile }
  | { readonly kind: 'process-link'; readonly pid: Pid; readonly name: ProcessLink }
  | { readonly kind: 'descriptors'; readonly pid: Pid }
  | { readonly kind: 'descriptor'; readonly pid: Pid; readonly fd: number };

export const systemFiles = ['cpuinfo', 'loadavg', 'meminfo', 'stat', 'uptime', 'version'] as const;
export type SystemFile = (typeof systemFiles)[number];

export const sysvipcFiles = ['msg', 'sem', 'shm'] as const;
export type SysvipcFile = (typeof sysvipcFiles)[number];

export const processFiles = ['cmdline', 'comm', 'maps', 'stat', 'statm', 'status'] as const;
export type ProcessFile = (typeof processFiles)[number];

export const processLinks = ['cwd', 'exe', 'root'] as const;
export type ProcessLink = (typeof processLinks)[number];

/** Inodes of files are counted from 1 and never come so far. */
const BASE = 0x1000_0000;
const PER_PROCESS = 0x1_0000;
const FIRST_DESCRIPTOR = 0x100;

export function procInodeNumber(node: ProcNode): number {
  switch (node.kind) {
    case 'root':
      return BASE;
    case 'self':
      return BASE + 1;
    case 'sysvipc':
      return BASE + 2;
    case 'file':
      return BASE + 16 + systemFiles.indexOf(node.name);
    case 'sysvipc-file':
      return BASE + 32 + sysvipcFiles.indexOf(node.name);
    case 'process':
      return ofProcess(node.pid, 0);
    case 'descriptors':
      return ofProcess(node.pid, 1);
    case 'process-link':
      return ofProcess(node.pid, 16 + processLinks.indexOf(node.name));
    case 'process-file':
      return ofProcess(node.pid, 32 + processFiles.indexOf(node.name));
    case 'descriptor':
      return ofProcess(node.pid, FIRST_DESCRIPTOR + node.fd);
  }
}

function ofProcess(pid: Pid, k: number): number {
  return BASE + pid * PER_PROCESS + k;
}
