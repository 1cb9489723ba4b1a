/**
 * The tree of /proc, proc(5): which names there are now, and where its links lead. Its inodes are made
 * when they are looked at; file-system.ts keeps them while somebody holds them.
 * Leaves out: threads (task), network, settings (sys).
 */
import { Errno } from '../../abi/errno';
import { user } from './credentials';
import { inodeOf, ROOT_INODE } from './file-system';
import type { Inode } from './inode';
import { fileTime } from './file-time';
import type { Kernel } from '../kernel';
import type { OpenFileDescription } from './open-file';
import { INIT_PID, pid as pidOf, type Pid } from '../pid';
import {
  procInodeNumber,
  processFiles,
  processLinks,
  systemFiles,
  sysvipcFiles,
  type ProcNode,
} from './proc-node';
import { findInode } from './inode-table';
import type { Process } from '../processes/process';

export function procInode(kernel: Kernel, node: ProcNode): Inode {
  const { files, timeNs } = kernel.state;
  const number = procInodeNumber(node);
  const held = findInode(files.inodes, number);
  if (held !== undefined) return held;
  const now = fileTime(timeNs);
  const owner = 'pid' in node && node.pid !== INIT_PID ? user.student : user.root;
  return {
    number,
    content: { kind: 'proc', node },
    mode: modeOf(node),
    owner: owner.user,
    group: owner.group,
    links: 0,
    holds: 0,
    accessed: now,
    modified: now,
    changed: now,
  };
}

export function isDirectoryNode(node: ProcNode): boolean {
  switch (node.kind) {
    case 'root':
    case 'sysvipc':
    case 'process':
    case 'descriptors':
      return true;
    case 'self':
    case 'file':
    case 'sysvipc-file':
    case 'process-file':
    case 'process-link':
    case 'descriptor':
      return false;
  }
}

export function isLinkNode(node: ProcNode): boolean {
  return node.kind === 'self' || node.kind === 'process-link' || node.kind === 'descriptor';
}

/** What a name in a directory of /proc stands for; null: nothing. */
export function procEntry(kernel: Kernel, node: ProcNode, name: string): Inode | null {
  const found = procEntries(kernel, node).find((entry) => entry.name === name);
  return found === undefined ? null : procInode(kernel, found.node);
}

export interface ProcEntry {
  readonly name: string;
  readonly node: ProcNode;
}

/** The names in a directory of /proc but "." and "..", in Linux's order: processes after the rest. */
export function procEntries(kernel: Kernel, node: ProcNode): ProcEntry[] {
  const { processes } = kernel.state;
  switch (node.kind) {
    case 'root':
      return [
        ...systemFiles.map((name) => ({ name, node: { kind: 'file', name } as const })),
        { name: 'self', node: { kind: 'self' } },
        { name: 'sysvipc', node: { kind: 'sysvipc' } },
        ...[INIT_PID, ...processes.keys()].map((pid) => ({
          name: String(pid),
          node: { kind: 'process', pid } as const,
        })),
      ];
    case 'sysvipc':
      return sysvipcFiles.map((name) => ({ name, node: { kind: 'sysvipc-file', name } }));
    case 'process': {
      const { pid } = node;
      if (!exists(kernel, pid)) return [];
      return [
        { name: 'fd', node: { kind: 'descriptors', pid } },
        ...processFiles.map((name) => ({
          name,
          node: { kind: 'process-file', pid, name } as const,
        })),
        ...processLinks.map((name) => ({
          name,
          node: { kind: 'process-link', pid, name } as const,
        })),
      ];
    }
    case 'descriptors': {
      const { pid } = node;
      return [...(processes.get(pid)?.descriptors.entries() ?? [])]
        .filter(([, descriptor]) => descriptor !== null)
        .map(([fd]) => ({ name: String(fd), node: { kind: 'descriptor', pid, fd } }));
    }
    case 'self':
    case 'file':
    case 'sysvipc-file':
    case 'process-file':
    case 'process-link':
    case 'descriptor':
      return [];
  }
}

export function procParent(kernel: Kernel, node: ProcNode): Inode {
  if (node.kind === 'root') return inodeOf(kernel.state.files, ROOT_INODE);
  if (node.kind === 'descriptors')
    return procInode(kernel, { kind: 'process', pid: pidOf(node.pid) });
  return procInode(kernel, { kind: 'root' });
}

/** Absolute, of a directory of /proc. */
export function procPath(node: ProcNode): string {
  switch (node.kind) {
    case 'process':
      return `/proc/${node.pid}`;
    case 'descriptors':
      return `/proc/${node.pid}/fd`;
    case 'sysvipc':
      return '/proc/sysvipc';
    default:
      return '/proc';
  }
}

/**
 * Where a link of /proc leads: a path, or the very inode, whatever its name is now ("magic links");
 * or an errno; null: it is no link. `process` is who looks.
 */
export function procLink(
  kernel: Kernel,
  process: Process | null,
  node: ProcNode,
): string | Inode | number | null {
  const { files, processes } = kernel.state;
  switch (node.kind) {
    case 'self':
      return process === null ? Errno.ENOENT : String(process.pid);
    case 'process-link': {
      const target = processes.get(node.pid);
      if (target === undefined || target.state === 'zombie') return Errno.ENOENT;
      if (node.name === 'exe') return target.executable;
      return inodeOf(files, node.name === 'cwd' ? target.directory : ROOT_INODE);
    }
    case 'descriptor': {
      const description = descriptionAt(kernel, node.pid, node.fd);
      return description === null ? Errno.ENOENT : inodeOf(files, description.target.inode);
    }
    case 'root':
    case 'file':
    case 'sysvipc':
    case 'sysvipc-file':
    case 'process':
    case 'process-file':
    case 'descriptors':
      return null;
  }
}

export function descriptionAt(kernel: Kernel, pid: Pid, fd: number): OpenFileDescription | null {
  const descriptor = kernel.state.processes.get(pid)?.descriptors[fd] ?? null;
  if (descriptor === null) return null;
  return kernel.state.descriptions.get(descriptor.description) ?? null;
}

function exists(kernel: Kernel, pid: Pid): boolean {
  return pid === INIT_PID || kernel.state.processes.has(pid);
}

function modeOf(node: ProcNode): number {
  switch (node.kind) {
    case 'root':
    case 'sysvipc':
    case 'process':
      return 0o555;
    case 'descriptors':
      return 0o500;
    case 'descriptor':
      return 0o700;
    case 'self':
    case 'process-link':
      return 0o777;
    case 'file':
    case 'sysvipc-file':
    case 'process-file':
      return 0o444;
  }
}
