/** Sockets and descriptors: from one to the other, and what a name in the file system is bound to. */
import { Errno } from '../../abi/errno';
import { argument32, type ExecutionContext } from '../../vm/context';
import { user } from '../files/credentials';
import { descriptionOf, installDescriptor, openDescription } from '../files/descriptors';
import { newInode, Permission, permitted } from '../files/file-system';
import { findInode } from '../files/inode-table';
import type { Kernel } from '../kernel';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import { lookUp } from '../files/path-lookup';
import type { Process } from '../processes/process';
import type { Family, LocalName } from './address';
import { abstractSocket, socketOf } from './network';
import { newSocket, type Socket, type SocketType } from './socket';

export const SOCK_CLOEXEC = 0o2000000;
export const SOCK_NONBLOCK = 0o4000;
const SOCKET_MODE = 0o777;

export interface OpenSocket {
  readonly socket: Socket;
  readonly description: OpenFileDescription;
}

/** The socket that argument 0 is a descriptor of: or -EBADF, -ENOTSOCK. */
export function socketArgument(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
): OpenSocket | number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { target } = description;
  if (target.kind !== 'socket') return -Errno.ENOTSOCK;
  return { socket: socketOf(kernel.state.network, target.socket), description };
}

export function isNonBlocking({ flags }: OpenFileDescription): boolean {
  return (flags & OpenFlag.O_NONBLOCK) !== 0;
}

export function makeSocket(kernel: Kernel, family: Family, type: SocketType): Socket {
  const { files, network, timeNs } = kernel.state;
  const id = network.nextSocket++;
  const inode = newInode(files, { kind: 'socket', socket: id }, SOCKET_MODE, user.student, timeNs);
  const socket = newSocket(id, inode.number, family, type);
  network.sockets.set(id, socket);
  return socket;
}

/** A descriptor for a socket that has none yet, or -EMFILE, with which the socket is closed. */
export function openSocket(
  kernel: Kernel,
  process: Process,
  socket: Socket,
  flags: number,
): number {
  const { files } = kernel.state;
  const inode = findInode(files.inodes, socket.inode);
  if (inode === undefined) throw new Error(`no inode ${socket.inode}`);
  const target = { kind: 'socket', inode: socket.inode, socket: socket.id } as const;
  const open = OpenFlag.O_RDWR | (flags & SOCK_NONBLOCK);
  const description = openDescription(kernel, inode, target, open);
  return installDescriptor(kernel, process, description, (flags & SOCK_CLOEXEC) !== 0);
}

/** The socket bound to a local name, or -errno as connect(2) gives it. */
export function localSocketAt(kernel: Kernel, process: Process, name: LocalName): Socket | number {
  const { network } = kernel.state;
  switch (name.kind) {
    case 'unnamed':
      return -Errno.EINVAL;
    case 'abstract':
      return abstractSocket(network, name.name) ?? -Errno.ECONNREFUSED;
    case 'path': {
      const found = lookUp(kernel, process, name.path);
      if (found.kind === 'error') return -found.errno;
      if (found.kind === 'missing') return -Errno.ENOENT;
      if (!permitted(found.inode, user.student, Permission.write)) return -Errno.EACCES;
      const { content } = found.inode;
      if (content.kind !== 'socket' || content.socket === null) return -Errno.ECONNREFUSED;
      return socketOf(network, content.socket);
    }
  }
}
