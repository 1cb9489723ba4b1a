/** getdents: what a directory holds, in the order in which names were made. */
import { Errno } from '../../abi/errno';
import { encodeUtf8 } from '../../abi/utf8';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from './descriptors';
import { entriesOf, inodeOf } from './file-system';
import type { Inode } from './inode';
import type { Kernel, SystemCallHandler } from '../kernel';
import { parentOf } from './path-lookup';
import type { Process } from '../processes/process';
import { procEntries, procInode } from './proc-tree';
import { fileTypeOf } from './stat';

/** struct linux_dirent64: ino, offset of the next, record length, type, name. */
export const getdents64: SystemCallHandler = (kernel, process, context) =>
  listEntries(kernel, process, context, (entry) => {
    const bytes = recordOf(entry, 19 + entry.name.length + 1);
    bytes[18] = entry.type;
    bytes.set(entry.name, 19);
    return bytes;
  });

/** struct linux_dirent: ino, offset, record length, name, and the type in the last byte. */
export const getdents: SystemCallHandler = (kernel, process, context) =>
  listEntries(kernel, process, context, (entry) => {
    const bytes = recordOf(entry, 18 + entry.name.length + 2);
    bytes.set(entry.name, 18);
    bytes[bytes.length - 1] = entry.type;
    return bytes;
  });

interface ListedEntry {
  readonly inode: number;
  readonly next: number;
  readonly type: number;
  readonly name: Uint8Array;
}

function recordOf(entry: ListedEntry, bytesMin: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bytesMin / 8) * 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entry.inode, true);
  view.setUint32(8, entry.next, true);
  view.setUint16(16, bytes.length, true);
  return bytes;
}

function listEntries(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  format: (entry: ListedEntry) => Uint8Array,
): number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  if (description.target.kind !== 'directory') return -Errno.ENOTDIR;
  const directory = inodeOf(kernel.state.files, description.target.inode);
  if (directory.content.kind === 'directory' && directory.links === 0) return -Errno.ENOENT;
  const all = entries(kernel, directory);
  const address = argument(context, 1);
  const room = argument(context, 2);
  let used = 0;
  while (description.offset < all.length) {
    const entry = all[description.offset];
    if (entry === undefined) break;
    const record = format({
      inode: entry.inode,
      next: description.offset + 1,
      type: entry.type,
      name: encodeUtf8(entry.name),
    });
    if (used + record.length > room) return used === 0 ? -Errno.EINVAL : used;
    if (!context.memory.writeBytes(address + used, record)) return -Errno.EFAULT;
    used += record.length;
    description.offset++;
  }
  return used;
}

interface Entry {
  readonly name: string;
  readonly inode: number;
  readonly type: number;
}

function entries(kernel: Kernel, directory: Inode): Entry[] {
  const own = [entryOf('.', directory), entryOf('..', parentOf(kernel, directory))];
  const { content } = directory;
  if (content.kind === 'proc') {
    for (const { name, node } of procEntries(kernel, content.node))
      own.push(entryOf(name, procInode(kernel, node)));
  } else {
    for (const [name, number] of entriesOf(directory))
      own.push(entryOf(name, inodeOf(kernel.state.files, number)));
  }
  return own;
}

/** The type is the file type of st_mode, moved down: DT_DIR for S_IFDIR. */
function entryOf(name: string, inode: Inode): Entry {
  return { name, inode: inode.number, type: fileTypeOf(inode) >> 12 };
}
