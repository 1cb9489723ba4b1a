/** socket, socketpair, bind, getsockname, getpeername, shutdown. Leaves out: raw sockets, IPv6, other families. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from '../files/credentials';
import { closeDescriptor } from '../files/descriptors';
import { hold, link, newInode, Permission, permitted } from '../files/file-system';
import type { Kernel, SystemCallHandler } from '../kernel';
import { lookUp } from '../files/path-lookup';
import type { Process } from '../processes/process';
import {
  AF_INET,
  AF_UNIX,
  ANY_HOST,
  readAddress,
  unnamed,
  writeAddress,
  type Family,
  type LocalAddress,
} from './address';
import { endReading, endWriting } from './closing';
import { makeSocket, openSocket, SOCK_CLOEXEC, SOCK_NONBLOCK, socketArgument } from './descriptor';
import { abstractSocket, bindInternet, isConnectionType } from './network';
import type { Socket, SocketType } from './socket';

const SOCK_RAW = 3;
const IPPROTO_IP = 0;
const IPPROTO_TCP = 6;
const IPPROTO_UDP = 17;
const SHUT_RD = 0;
const SHUT_RDWR = 2;
const socketTypes: ReadonlyMap<number, SocketType> = new Map([
  [1, 'stream'],
  [2, 'datagram'],
  [5, 'sequence'],
]);

interface Kind {
  readonly family: Family;
  readonly type: SocketType;
  /** SOCK_CLOEXEC and SOCK_NONBLOCK. */
  readonly flags: number;
}

export const socket: SystemCallHandler = (kernel, process, context) => {
  const kind = kindArguments(context);
  if (typeof kind === 'number') return kind;
  return openSocket(kernel, process, makeSocket(kernel, kind.family, kind.type), kind.flags);
};

export const socketpair: SystemCallHandler = (kernel, process, context) => {
  const kind = kindArguments(context);
  if (typeof kind === 'number') return kind;
  if (kind.family !== 'local') return -Errno.EOPNOTSUPP;
  const address = argument(context, 3);
  if (context.memory.readBytes(address, 8) === null) return -Errno.EFAULT;
  const one = makeSocket(kernel, kind.family, kind.type);
  const other = makeSocket(kernel, kind.family, kind.type);
  for (const [end, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    end.state = 'connected';
    end.peer = peer.id;
    end.remote = unnamed;
  }
  const first = openSocket(kernel, process, one, kind.flags);
  const second = openSocket(kernel, process, other, kind.flags);
  if (first < 0 || second < 0) {
    if (first >= 0) closeDescriptor(kernel, process, first);
    return Math.min(first, second);
  }
  context.memory.writeInt32(address, first);
  context.memory.writeInt32(address + 4, second);
  return 0;
};

/** domain, type, protocol; or -errno in the order in which Linux looks. */
function kindArguments(context: ExecutionContext): Kind | number {
  const domain = argument32(context, 0);
  const typeAndFlags = argument32(context, 1);
  const protocol = argument32(context, 2);
  const flags = typeAndFlags & (SOCK_CLOEXEC | SOCK_NONBLOCK);
  const number = typeAndFlags & ~flags;
  if (number < 0 || number > 10) return -Errno.EINVAL;
  if (domain !== AF_UNIX && domain !== AF_INET) return -Errno.EAFNOSUPPORT;
  const type = socketTypes.get(number);
  if (domain === AF_UNIX) {
    if (protocol !== 0 && protocol !== AF_UNIX) return -Errno.EPROTONOSUPPORT;
    return type === undefined ? -Errno.ESOCKTNOSUPPORT : { family: 'local', type, flags };
  }
  if (number === SOCK_RAW) return -Errno.EPERM;
  if (type === undefined || type === 'sequence') return -Errno.ESOCKTNOSUPPORT;
  const own = type === 'stream' ? IPPROTO_TCP : IPPROTO_UDP;
  if (protocol !== IPPROTO_IP && protocol !== own) return -Errno.EPROTONOSUPPORT;
  return { family: 'internet', type, flags };
}

export const bind: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const wanted = readAddress(context, socket.family, argument(context, 1), argument32(context, 2));
  if (typeof wanted === 'number') return wanted;
  if (socket.family === 'internet') {
    if (socket.local !== null) return -Errno.EINVAL;
    // For old programs Linux takes AF_UNSPEC with address 0 as AF_INET, ip(7) doesn't say so.
    if (wanted === 'unspecified') return -Errno.EAFNOSUPPORT;
    if (wanted.family !== 'internet') return -Errno.EAFNOSUPPORT;
    return bindInternet(kernel.state.network, socket, wanted);
  }
  if (wanted === 'unspecified' || wanted.family !== 'local') return -Errno.EINVAL;
  return bindLocal(kernel, process, socket, wanted);
};

function bindLocal(
  kernel: Kernel,
  process: Process,
  socket: Socket,
  { name }: LocalAddress,
): number {
  const { network, files, timeNs } = kernel.state;
  if (socket.local !== null) return -Errno.EINVAL;
  switch (name.kind) {
    case 'unnamed':
      socket.local = { family: 'local', name: autobindName(kernel) };
      return 0;
    case 'abstract':
      if (abstractSocket(network, name.name) !== null) return -Errno.EADDRINUSE;
      socket.local = { family: 'local', name };
      return 0;
    case 'path': {
      const found = lookUp(kernel, process, name.path, { keepLink: true });
      if (found.kind === 'error') return -found.errno;
      if (found.kind === 'found') return -Errno.EADDRINUSE;
      if (!permitted(found.directory, user.student, Permission.write)) return -Errno.EACCES;
      const inode = newInode(
        files,
        { kind: 'socket', socket: socket.id },
        0o777 & ~process.umask,
        user.student,
        timeNs,
      );
      link(found.directory, found.name, inode, timeNs);
      hold(files, inode);
      socket.boundInode = inode.number;
      socket.local = { family: 'local', name };
      return 0;
    }
  }
}

/** unix(7): five hexadecimal digits, free ones. */
function autobindName(kernel: Kernel): { readonly kind: 'abstract'; readonly name: string } {
  const { network } = kernel.state;
  for (;;) {
    const name = (network.nextAutobind++ & 0xf_ffff).toString(16).padStart(5, '0');
    if (abstractSocket(network, name) === null) return { kind: 'abstract', name };
  }
}

export const getsockname: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const none = socket.family === 'local' ? unnamed : anyAddress;
  return writeAddress(context, socket.local ?? none, argument(context, 1), argument(context, 2));
};

const anyAddress = { family: 'internet', host: ANY_HOST, port: 0 } as const;

export const getpeername: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const connected = isConnectionType(socket.type) ? socket.state === 'connected' : true;
  if (socket.remote === null || !connected) return -Errno.ENOTCONN;
  return writeAddress(context, socket.remote, argument(context, 1), argument(context, 2));
};

export const shutdown: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const how = argument32(context, 1);
  if (how < SHUT_RD || how > SHUT_RDWR) return -Errno.EINVAL;
  if (socket.state === 'idle' && socket.remote === null && socket.family === 'internet')
    return -Errno.ENOTCONN;
  if (how !== 1) endReading(kernel, socket);
  if (how !== SHUT_RD) endWriting(kernel, socket);
  return 0;
};
