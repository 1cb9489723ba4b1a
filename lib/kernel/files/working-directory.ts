/** chdir, fchdir, getcwd. */
import { Errno } from '../../abi/errno';
import { encodeUtf8 } from '../../abi/utf8';
import { argument, argument32 } from '../../vm/context';
import { user } from './credentials';
import { descriptionOf } from './descriptors';
import { hold, inodeOf, Permission, permitted } from './file-system';
import type { Inode } from './inode';
import { releaseInode } from './inodes';
import type { Kernel, SystemCallHandler } from '../kernel';
import { lookUpArgument } from './path-arguments';
import { isDirectory, pathOf } from './path-lookup';
import type { Process } from '../processes/process';

export const chdir: SystemCallHandler = (kernel, process, context) => {
  const found = lookUpArgument(kernel, process, context, 0);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  return enter(kernel, process, found.inode);
};

export const fchdir: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  return enter(kernel, process, inodeOf(kernel.state.files, description.target.inode));
};

/** As the system call: the length with its terminating zero. */
export const getcwd: SystemCallHandler = (kernel, process, context) => {
  const path = pathOf(kernel, process.directory);
  if (path === null) return -Errno.ENOENT;
  const bytes = encodeUtf8(`${path}\0`);
  if (bytes.length > argument(context, 1)) return -Errno.ERANGE;
  return context.memory.writeBytes(argument(context, 0), bytes) ? bytes.length : -Errno.EFAULT;
};

function enter(kernel: Kernel, process: Process, directory: Inode): number {
  if (!isDirectory(directory)) return -Errno.ENOTDIR;
  if (!permitted(directory, user.student, Permission.execute)) return -Errno.EACCES;
  hold(kernel.state.files, directory);
  releaseInode(kernel, process.directory);
  process.directory = directory.number;
  return 0;
}
