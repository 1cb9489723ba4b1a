/** shm_open and shm_unlink: POSIX shared memory objects are files in /dev/shm, to be mapped. */
import { Errno } from '../abi/errno';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { lookUp, ROOT_INODE, STUDENT_USER } from './file-system';
import { openPath } from './files';
import { unlinkInode } from './inodes';
import type { SystemCallHandler } from './kernel';
import { OpenFlag } from './open-file';
import { readPath } from './user-memory';

const DIRECTORY = '/dev/shm/';
const NAME_MAX = 255;

export const shmOpen: SystemCallHandler = (kernel, process, context) => {
  const path = objectPath(context);
  if (typeof path === 'number') return path;
  const flags = argument32(context, 1) | OpenFlag.O_CLOEXEC;
  if ((flags & OpenFlag.O_ACCMODE) === OpenFlag.O_WRONLY) return -Errno.EINVAL;
  return openPath(kernel, process, path, flags, argument32(context, 2) & 0o777 & ~process.umask);
};

export const shmUnlink: SystemCallHandler = (kernel, _process, context) => {
  const path = objectPath(context);
  if (typeof path === 'number') return path;
  const found = lookUp(kernel.state.files, ROOT_INODE, path, STUDENT_USER);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  unlinkInode(kernel, found.directory, found.name, found.inode);
  return 0;
};

function objectPath(context: ExecutionContext): string | number {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const name = path.value.replace(/^\/+/, '');
  if (name === '' || name === '.' || name === '..' || name.includes('/')) return -Errno.EINVAL;
  return name.length > NAME_MAX ? -Errno.ENAMETOOLONG : `${DIRECTORY}${name}`;
}
