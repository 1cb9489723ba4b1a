/** shm_open and shm_unlink: POSIX shared memory objects are files in /dev/shm, to be mapped. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from '../files/credentials';
import { mayRemove } from '../files/file-system';
import { unlinkInode } from '../files/inodes';
import type { SystemCallHandler } from '../kernel';
import { openPath } from '../files/open';
import { OpenFlag } from '../files/open-file';
import { lookUp } from '../files/path-lookup';
import { readPath } from '../memory/user-memory';

const DIRECTORY = '/dev/shm/';
const NAME_MAX = 255;

export const shmOpen: SystemCallHandler = (kernel, process, context) => {
  const path = objectPath(context);
  if (typeof path === 'number') return path;
  const flags = argument32(context, 1) | OpenFlag.O_CLOEXEC;
  if ((flags & OpenFlag.O_ACCMODE) === OpenFlag.O_WRONLY) return -Errno.EINVAL;
  const mode = argument32(context, 2) & 0o777 & ~process.umask;
  return openPath(kernel, process, path, flags | OpenFlag.O_NOFOLLOW, mode, process.directory);
};

export const shmUnlink: SystemCallHandler = (kernel, process, context) => {
  const path = objectPath(context);
  if (typeof path === 'number') return path;
  const found = lookUp(kernel, process, path, { keepLink: true });
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  if (!mayRemove(found.directory, found.inode, user.student)) return -Errno.EACCES;
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
