/**
 * sendto, sendmsg, recvfrom, recvmsg, and read and write of a socket. With a message may travel
 * descriptors (SCM_RIGHTS). Leaves out: out-of-band data (MSG_OOB), credentials, sendmmsg.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from '../files/descriptors';
import { currentThread, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import type { OpenFileDescription } from '../files/open-file';
import type { Process } from '../processes/process';
import { settlePollers } from '../readiness/pollers';
import { gather, readBuffers, type UserBuffer } from '../memory/user-buffers';
import { ANY_HOST, BROADCAST_HOST, readAddress, type SocketAddress } from './address';
import { brokenPipe } from './closing';
import { isNonBlocking, localSocketAt, socketArgument, type OpenSocket } from './descriptor';
import {
  bindInternet,
  datagramReceivers,
  isConnectionType,
  reachability,
  socketOf,
  sourceHost,
} from './network';
import type { ReceiveRequest, SendRequest } from './requests';
import { takeError, type Socket } from './socket';
import { MessageFlag, receive, send } from './transfer';

const MSG_OOB = 1;
/** Descriptors in one message at most (SCM_MAX_FD). */
const RIGHTS_MAX = 253;
const CMSG_HEADER_BYTES = 16;
const CONTROL_BYTES_MAX = 8192;
const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;

export const recvfrom: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  return receiveOn(kernel, open, {
    into: [{ address: argument(context, 1), byteCount: Math.max(0, argument(context, 2)) }],
    flags: argument32(context, 3),
    address: argument(context, 4),
    lengthAt: argument(context, 5),
    header: 0,
  });
};

export const recvmsg: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const header = argument(context, 1);
  const buffers = messageBuffers(context, header);
  if (typeof buffers === 'number') return buffers;
  const flags = argument32(context, 2);
  return receiveOn(kernel, open, { into: buffers, flags, address: 0, lengthAt: 0, header });
};

/** read(2) and readv(2). */
export function readSocket(
  kernel: Kernel,
  description: OpenFileDescription,
  id: number,
  into: readonly UserBuffer[],
): CallResult {
  const socket = socketOf(kernel.state.network, id);
  const request = { into, flags: 0, address: 0, lengthAt: 0, header: 0 };
  return receiveOn(kernel, { socket, description }, request);
}

function receiveOn(
  kernel: Kernel,
  { socket, description }: OpenSocket,
  request: ReceiveRequest,
): CallResult {
  const { flags } = request;
  if ((flags & MSG_OOB) !== 0) return socket.family === 'local' ? -Errno.EOPNOTSUPP : -Errno.EINVAL;
  if (isConnectionType(socket.type) && socket.state !== 'connected') {
    if (socket.error !== 0) return takeError(socket);
    return socket.family === 'local' ? -Errno.EINVAL : -Errno.ENOTCONN;
  }
  const nonBlocking = isNonBlocking(description) || (flags & MessageFlag.MSG_DONTWAIT) !== 0;
  return receive(kernel, socket, request, nonBlocking);
}

export const sendto: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const byteCount = argument(context, 2);
  if (byteCount < 0) return -Errno.EINVAL;
  const bytes = context.memory.readBytes(argument(context, 1), byteCount);
  if (bytes === null) return -Errno.EFAULT;
  const address = argument(context, 4);
  const to =
    address === 0
      ? null
      : readAddress(context, open.socket.family, address, argument32(context, 5));
  if (typeof to === 'number') return to;
  return sendOn(kernel, process, open, bytes, argument32(context, 3), to, []);
};

export const sendmsg: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const header = argument(context, 1);
  const buffers = messageBuffers(context, header);
  if (typeof buffers === 'number') return buffers;
  const bytes = gather(context.memory, buffers);
  if (bytes === null) return -Errno.EFAULT;
  const name = context.memory.readInt64(header) ?? 0;
  const nameBytes = context.memory.readInt32(header + 8) ?? 0;
  const to = name === 0 ? null : readAddress(context, open.socket.family, name, nameBytes);
  if (typeof to === 'number') return to;
  const rights = controlRights(kernel, process, context, header, open.socket);
  if (typeof rights === 'number') return rights;
  return sendOn(kernel, process, open, bytes, argument32(context, 2), to, rights);
};

/** write(2) and writev(2). */
export function writeSocket(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  id: number,
  bytes: Uint8Array,
): CallResult {
  const socket = socketOf(kernel.state.network, id);
  return sendOn(kernel, process, { socket, description }, bytes, 0, null, []);
}

function messageBuffers(context: ExecutionContext, header: number): readonly UserBuffer[] | number {
  const buffers = context.memory.readInt64(header + 16);
  const count = context.memory.readInt64(header + 24);
  if (buffers === null || count === null) return -Errno.EFAULT;
  const read = readBuffers(context, buffers, count);
  return read === -Errno.EINVAL && count > 1024 ? -Errno.EMSGSIZE : read;
}

/** The descriptions whose descriptors travel in the control message; each gets a reference. */
function controlRights(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  header: number,
  socket: Socket,
): readonly number[] | number {
  const { memory } = context;
  const control = memory.readInt64(header + 32) ?? 0;
  const controlBytes = memory.readInt64(header + 40) ?? 0;
  if (control === 0 || controlBytes === 0) return [];
  if (controlBytes < 0 || controlBytes > CONTROL_BYTES_MAX) return -Errno.ENOBUFS;
  const found: OpenFileDescription[] = [];
  for (let at = 0; at + CMSG_HEADER_BYTES <= controlBytes;) {
    const length = memory.readInt64(control + at);
    const level = memory.readInt32(control + at + 8);
    const type = memory.readInt32(control + at + 12);
    if (length === null) return -Errno.EFAULT;
    if (length < CMSG_HEADER_BYTES || at + length > controlBytes) return -Errno.EINVAL;
    if (level === SOL_SOCKET) {
      if (type !== SCM_RIGHTS) return -Errno.EINVAL;
      for (let place = at + CMSG_HEADER_BYTES; place + 4 <= at + length; place += 4) {
        const fd = memory.readInt32(control + place) ?? -1;
        const description = descriptionOf(kernel, process, fd);
        if (description === null) return -Errno.EBADF;
        found.push(description);
      }
    }
    at += (length + 7) & ~7;
  }
  if (found.length > RIGHTS_MAX) return -Errno.EINVAL;
  if (socket.family !== 'local') return [];
  for (const description of found) description.references++;
  return found.map(({ id }) => id);
}

function sendOn(
  kernel: Kernel,
  process: Process,
  { socket, description }: OpenSocket,
  bytes: Uint8Array,
  flags: number,
  to: SocketAddress | 'unspecified' | null,
  descriptions: readonly number[],
): CallResult {
  if ((flags & MSG_OOB) !== 0) return -Errno.EOPNOTSUPP;
  const nonBlocking = isNonBlocking(description) || (flags & MessageFlag.MSG_DONTWAIT) !== 0;
  if (isConnectionType(socket.type)) {
    if (socket.state !== 'connected') {
      if (socket.family === 'local') return to === null ? -Errno.ENOTCONN : -Errno.EOPNOTSUPP;
      return brokenPipe(kernel, currentThread(kernel), socket, flags);
    }
    if (to !== null && socket.family === 'local') return -Errno.EISCONN;
    const request = { bytes, flags, target: null, from: null, descriptions };
    return send(kernel, socket, request, nonBlocking);
  }
  if (socket.error !== 0) return takeError(socket);
  if (socket.writeShut) return brokenPipe(kernel, currentThread(kernel), socket, flags);
  const target = to === null || to === 'unspecified' ? socket.remote : to;
  if (target === null) return socket.family === 'internet' ? -Errno.EDESTADDRREQ : -Errno.ENOTCONN;
  if (target.family === 'internet')
    return sendInternet(kernel, socket, target, { bytes, flags, descriptions }, nonBlocking);
  const receiver =
    to === null && socket.peer !== null
      ? socketOf(kernel.state.network, socket.peer)
      : to === null
        ? -Errno.ECONNREFUSED
        : localSocketAt(kernel, process, target.name);
  if (typeof receiver === 'number') return receiver;
  if (receiver.type !== socket.type) return -Errno.EPROTOTYPE;
  if (receiver.peer !== null && receiver.peer !== socket.id) return -Errno.EPERM;
  const request = { bytes, flags, target: receiver.id, from: socket.local, descriptions };
  return send(kernel, socket, request, nonBlocking);
}

/** UDP: to whoever is bound there; that nobody is, only a connected sender learns, and only afterwards. */
function sendInternet(
  kernel: Kernel,
  socket: Socket,
  to: SocketAddress & { readonly family: 'internet' },
  message: Pick<SendRequest, 'bytes' | 'flags' | 'descriptions'>,
  nonBlocking: boolean,
): CallResult {
  const { network } = kernel.state;
  if (to.port === 0) return -Errno.EINVAL;
  if (to.host === BROADCAST_HOST) {
    if (!socket.options.broadcast) return -Errno.EACCES;
  } else {
    const error = reachability(to.host);
    if (error < 0) return error;
  }
  if (socket.local === null) {
    const error = bindInternet(network, socket, { family: 'internet', host: ANY_HOST, port: 0 });
    if (error < 0) return error === -Errno.EADDRINUSE ? -Errno.EAGAIN : error;
  }
  const { local } = socket;
  if (local?.family !== 'internet') throw new Error('a socket of another family');
  const from =
    local.host === ANY_HOST
      ? { ...local, host: sourceHost(to.host === BROADCAST_HOST ? 0x0a00_0001 : to.host) }
      : local;
  const receivers = datagramReceivers(network, to, from);
  const request = { ...message, from };
  if (receivers.length === 0) {
    if (socket.remote !== null) {
      socket.error = Errno.ECONNREFUSED;
      settlePollers(kernel);
    }
    return send(kernel, socket, { ...request, target: null }, nonBlocking);
  }
  let result: CallResult = 0;
  for (const receiver of receivers)
    result = send(kernel, socket, { ...request, target: receiver.id }, nonBlocking);
  return result;
}
