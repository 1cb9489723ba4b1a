/**
 * listen, connect, accept. A connection is made when there is room in the listening socket's queue, not
 * when it is accepted, as on Linux; a client that finds the queue full waits.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import {
  complete,
  contextOf,
  currentThread,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import type { Process } from '../processes/process';
import { settlePollers } from '../readiness/pollers';
import type { Thread } from '../threads/thread';
import { startTimeout } from '../time/timeouts';
import {
  ANY_HOST,
  readAddress,
  unnamed,
  writeAddress,
  type InternetAddress,
  type LocalAddress,
  type SocketAddress,
} from './address';

import {
  isNonBlocking,
  localSocketAt,
  makeSocket,
  openSocket,
  SOCK_CLOEXEC,
  SOCK_NONBLOCK,
  socketArgument,
} from './descriptor';
import {
  bindInternet,
  isConnectionType,
  listenerAt,
  reachability,
  socketOf,
  sourceHost,
} from './network';
import type { AcceptRequest } from './requests';
import { takeError, type Socket } from './socket';
import { noteSocket } from './socket-events';

/** net.core.somaxconn. */
const BACKLOG_MAX = 4096;

export const listen: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  if (!isConnectionType(socket.type)) return -Errno.EOPNOTSUPP;
  if (socket.state === 'connected') return -Errno.EINVAL;
  if (socket.local === null) {
    if (socket.family === 'local') return -Errno.EINVAL;
    const error = bindInternet(kernel.state.network, socket, anyPort);
    if (error < 0) return error;
  }
  socket.state = 'listening';
  const backlog = argument32(context, 1);
  socket.backlog = backlog < 0 || backlog > BACKLOG_MAX ? BACKLOG_MAX : backlog;
  settleConnectors(kernel, socket);
  return 0;
};

const anyPort = { family: 'internet', host: ANY_HOST, port: 0 } as const;

export const connect: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket, description } = open;
  const to = readAddress(context, socket.family, argument(context, 1), argument32(context, 2));
  if (typeof to === 'number') return to;
  if (!isConnectionType(socket.type)) return connectDatagrams(kernel, process, socket, to);
  if (to === 'unspecified') return socket.family === 'local' ? -Errno.EINVAL : 0;
  if (socket.state === 'connected') return -Errno.EISCONN;
  if (socket.state === 'listening')
    return socket.family === 'local' ? -Errno.EINVAL : -Errno.EISCONN;
  if (socket.error !== 0) return takeError(socket);
  const nonBlocking = isNonBlocking(description);
  const listener =
    to.family === 'internet'
      ? internetListener(kernel, to)
      : localListener(kernel, process, socket, to);
  if (typeof listener === 'number') {
    if (!nonBlocking || listener !== -Errno.ECONNREFUSED || socket.family === 'local')
      return listener;
    // That nobody listens is known a moment later only, and told by SO_ERROR.
    socket.error = Errno.ECONNREFUSED;
    socket.ended = true;
    return -Errno.EINPROGRESS;
  }
  if (socket.local === null && to.family === 'internet') {
    const host = sourceHost(to.host);
    const error = bindInternet(kernel.state.network, socket, { ...anyPort, host });
    if (error < 0) return error === -Errno.EADDRINUSE ? -Errno.EADDRNOTAVAIL : error;
  }
  const later = nonBlocking && socket.family === 'internet';
  if (later || (hasRoom(listener) && listener.connectors.length === 0)) {
    join(kernel, process, socket, listener, to);
    return later ? -Errno.EINPROGRESS : 0;
  }
  if (nonBlocking) return -Errno.EAGAIN;
  const thread = currentThread(kernel);
  listener.connectors.push(thread.id);
  const { sendTimeoutNs } = socket.options;
  if (sendTimeoutNs > 0) startTimeout(kernel, sendTimeoutNs);
  return { kind: 'socket-connect', socket: socket.id, listener: listener.id, to };
};

function internetListener(kernel: Kernel, to: InternetAddress): Socket | number {
  const error = reachability(to.host);
  if (error < 0) return error;
  return listenerAt(kernel.state.network, to) ?? -Errno.ECONNREFUSED;
}

function localListener(
  kernel: Kernel,
  process: Process,
  socket: Socket,
  to: LocalAddress,
): Socket | number {
  const found = localSocketAt(kernel, process, to.name);
  if (typeof found === 'number') return found;
  if (found.type !== socket.type) return -Errno.EPROTOTYPE;
  return found.state === 'listening' ? found : -Errno.ECONNREFUSED;
}

/** Linux's queue takes one more than it was asked to. */
function hasRoom(listener: Socket): boolean {
  return listener.pending.length <= listener.backlog;
}

/** Makes the connection: the other end is a new socket that waits for accept. */
function join(
  kernel: Kernel,
  { pid }: Process,
  client: Socket,
  listener: Socket,
  to: SocketAddress,
): void {
  const server = makeSocket(kernel, listener.family, listener.type);
  server.options = listener.options;
  server.local = to.family === 'internet' ? { ...to, host: sourceHost(to.host) } : listener.local;
  server.remote = client.local ?? unnamed;
  client.remote = server.local;
  if (
    client.local?.family === 'internet' &&
    client.local.host === ANY_HOST &&
    to.family === 'internet'
  )
    client.local = { ...client.local, host: sourceHost(to.host) };
  if (server.remote.family === 'internet') server.remote = client.local ?? server.remote;
  server.peer = client.id;
  client.peer = server.id;
  server.state = client.state = 'connected';
  listener.pending.push(server.id);
  noteSocket(kernel, pid, 'connected', client.id, server);
  settleAcceptors(kernel, listener);
  settlePollers(kernel);
}

/** Datagrams go to `to` from now on, and come only from there. */
function connectDatagrams(
  kernel: Kernel,
  process: Process,
  socket: Socket,
  to: SocketAddress | 'unspecified',
): number {
  if (to === 'unspecified') {
    socket.remote = null;
    socket.peer = null;
    return 0;
  }
  if (to.family === 'internet') {
    const error = reachability(to.host);
    if (error < 0) return error;
    const host = sourceHost(to.host);
    if (socket.local === null) {
      const bound = bindInternet(kernel.state.network, socket, { ...anyPort, host });
      if (bound < 0) return bound;
    } else if (socket.local.family === 'internet' && socket.local.host === ANY_HOST)
      socket.local = { ...socket.local, host };
    socket.remote = { ...to, host: to.host === ANY_HOST ? host : to.host };
    return 0;
  }
  const found = localSocketAt(kernel, process, to.name);
  if (typeof found === 'number') return found;
  if (found.type !== socket.type) return -Errno.EPROTOTYPE;
  if (found.peer !== null && found.peer !== socket.id) return -Errno.EPERM;
  socket.remote = to;
  socket.peer = found.id;
  return 0;
}

export const accept: SystemCallHandler = (kernel, process, context) =>
  acceptOn(kernel, process, context, 0);

export const accept4: SystemCallHandler = (kernel, process, context) =>
  acceptOn(kernel, process, context, argument32(context, 3));

function acceptOn(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  flags: number,
): CallResult {
  if ((flags & ~(SOCK_CLOEXEC | SOCK_NONBLOCK)) !== 0) return -Errno.EINVAL;
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket, description } = open;
  if (!isConnectionType(socket.type)) return -Errno.EOPNOTSUPP;
  if (socket.state !== 'listening' || socket.readShut) return -Errno.EINVAL;
  const request = { flags, address: argument(context, 1), lengthAt: argument(context, 2) };
  const thread = currentThread(kernel);
  if (socket.pending.length > 0 && socket.acceptors.length === 0) {
    const fd = takePending(kernel, thread, socket, request);
    settleConnectors(kernel, socket);
    return fd;
  }
  if (isNonBlocking(description)) return -Errno.EAGAIN;
  socket.acceptors.push(thread.id);
  const { receiveTimeoutNs } = socket.options;
  if (receiveTimeoutNs > 0) startTimeout(kernel, receiveTimeoutNs);
  return { kind: 'socket-accept', socket: socket.id, request };
}

/** The oldest connection, as a descriptor of the thread's process. */
function takePending(
  kernel: Kernel,
  thread: Thread,
  listener: Socket,
  request: AcceptRequest,
): number {
  const id = listener.pending.shift();
  if (id === undefined) throw new Error('nobody has connected');
  const socket = socketOf(kernel.state.network, id);
  const context = contextOf(kernel, thread.id);
  const remote = socket.remote;
  const fd = openSocket(kernel, processOf(kernel, thread.process), socket, request.flags);
  if (fd < 0) return fd;
  noteSocket(kernel, thread.process, 'accepted', socket.peer, socket);
  const error = writeAddress(context, remote, request.address, request.lengthAt);
  return error < 0 ? error : fd;
}

function settleAcceptors(kernel: Kernel, listener: Socket): void {
  while (listener.pending.length > 0) {
    const id = listener.acceptors.shift();
    if (id === undefined) return;
    const thread = threadOf(kernel, id);
    const { wait } = thread;
    if (wait?.kind !== 'socket-accept') throw new Error(`thread ${id} doesn't accept`);
    complete(kernel, thread, takePending(kernel, thread, listener, wait.request));
  }
}

/** There is room for connections: clients that wait for it are connected, in order of arrival. */
function settleConnectors(kernel: Kernel, listener: Socket): void {
  while (hasRoom(listener)) {
    const id = listener.connectors.shift();
    if (id === undefined) return;
    const thread = threadOf(kernel, id);
    const { wait } = thread;
    if (wait?.kind !== 'socket-connect') throw new Error(`thread ${id} doesn't connect`);
    const client = socketOf(kernel.state.network, wait.socket);
    join(kernel, processOf(kernel, thread.process), client, listener, wait.to);
    complete(kernel, thread, 0);
  }
}
