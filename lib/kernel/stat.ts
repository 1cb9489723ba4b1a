/** stat and fstat: struct stat of Linux on x86-64, 144 bytes. */
import { Errno } from '../abi/errno';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { descriptionOf } from './descriptors';
import { lookUpArgument } from './directories';
import { inodeOf, STUDENT_USER, type Inode } from './file-system';
import type { SystemCallHandler } from './kernel';
import type { OpenTarget } from './open-file';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';

const STAT_BYTES = 144;
const BLOCK_BYTES = 4096;
const S_IFIFO = 0o010000;
const S_IFCHR = 0o020000;
const S_IFDIR = 0o040000;
const S_IFREG = 0o100000;
const DEVICE = 0x801;

interface FileFacts {
  readonly inode: number;
  readonly links: number;
  readonly mode: number;
  readonly owner: number;
  readonly device: number;
  readonly size: number;
  readonly timesNs: readonly [accessed: number, modified: number, changed: number];
}

export const stat: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  return put(context, factsOfInode(found.inode));
};

export const fstat: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { target } = description;
  if (target.kind === 'file' || target.kind === 'directory')
    return put(context, factsOfInode(inodeOf(kernel.state.files, target.inode)));
  return put(context, factsOfOther(target, kernel.state.console.terminal));
};

function factsOfInode(inode: Inode): FileFacts {
  const { content } = inode;
  const type = content.kind === 'file' ? S_IFREG : content.kind === 'directory' ? S_IFDIR : S_IFCHR;
  return {
    inode: inode.number,
    links: inode.links,
    mode: type | inode.mode,
    owner: inode.owner,
    device: content.kind === 'device' ? 0x100 : 0,
    size: content.kind === 'file' ? content.size : content.kind === 'directory' ? BLOCK_BYTES : 0,
    timesNs: [inode.accessedNs, inode.modifiedNs, inode.changedNs],
  };
}

function factsOfOther(target: OpenTarget, terminal: boolean): FileFacts {
  const character = target.kind === 'console' ? terminal : !target.kind.startsWith('pipe');
  return {
    inode: 'pipe' in target ? 10_000 + target.pipe : 3,
    links: 1,
    mode: character ? S_IFCHR | 0o620 : S_IFIFO | 0o600,
    owner: STUDENT_USER,
    device: character ? 0x8800 : 0,
    size: 0,
    timesNs: [0, 0, 0],
  };
}

function put(context: ExecutionContext, facts: FileFacts): number {
  const bytes = new Uint8Array(STAT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, DEVICE, true);
  view.setUint32(8, facts.inode, true);
  view.setUint32(16, facts.links, true);
  view.setUint32(24, facts.mode, true);
  view.setUint32(28, facts.owner, true);
  view.setUint32(32, facts.owner, true);
  view.setUint32(40, facts.device, true);
  view.setUint32(48, facts.size, true);
  view.setUint32(56, BLOCK_BYTES, true);
  view.setUint32(64, Math.ceil(facts.size / BLOCK_BYTES) * (BLOCK_BYTES / 512), true);
  facts.timesNs.forEach((timeNs, k) => {
    const seconds = BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
    view.setUint32(72 + 16 * k, seconds >>> 0, true);
    view.setUint32(76 + 16 * k, Math.floor(seconds / 2 ** 32), true);
    view.setUint32(80 + 16 * k, timeNs % NANOSECONDS_PER_SECOND, true);
  });
  return context.memory.writeBytes(argument(context, 1), bytes) ? 0 : -Errno.EFAULT;
}
