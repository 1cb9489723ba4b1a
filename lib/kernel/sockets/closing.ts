/**
 * The end of a socket or of one direction of it: what the other side, and who is blocked, is told.
 * What was sent before stays to be received.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { inodeOf, release } from '../files/file-system';
import { complete, processOf, threadOf, type Kernel } from '../kernel';
import { settlePollers } from '../readiness/pollers';
import { send } from '../signals/signals';
import type { Thread } from '../threads/thread';

import { isConnectionType, socketOf } from './network';
import { takeError, type Socket } from './socket';

/** Its last description is gone. Returns the descriptions that were under way to it: they lose a reference. */
export function closeSocket(kernel: Kernel, id: number): readonly number[] {
  const { network } = kernel.state;
  const socket = socketOf(network, id);
  network.sockets.delete(id);
  const underWay = socket.incoming.flatMap(({ descriptions }) => descriptions);
  leaveName(kernel, socket);
  const peer = socket.peer === null ? undefined : network.sockets.get(socket.peer);
  if (peer !== undefined && isConnectionType(socket.type))
    loseConnection(kernel, peer, socket.incoming.length > 0);
  if (!isConnectionType(socket.type)) forsake(kernel, socket);
  for (const waiting of socket.pending) underWay.push(...closeSocket(kernel, waiting));
  for (const id of socket.connectors.splice(0))
    complete(kernel, threadOf(kernel, id), -Errno.ECONNREFUSED);
  settlePollers(kernel);
  return underWay;
}

/** The other end is gone. Data that it never read tells of an abort (ECONNRESET), all read of an orderly end. */
function loseConnection(kernel: Kernel, socket: Socket, unread: boolean): void {
  socket.peer = null;
  socket.ended = true;
  if (unread) {
    socket.error = Errno.ECONNRESET;
    socket.toldOfReset = true;
  }
  tellReceivers(kernel, socket);
  tellSenders(kernel, socket);
}

/** A local datagram socket is gone: those connected to it, and those that wait for room in it. */
function forsake(kernel: Kernel, gone: Socket): void {
  for (const socket of kernel.state.network.sockets.values()) {
    if (socket.peer === gone.id) {
      socket.peer = null;
      if (gone.family === 'local') socket.error = Errno.ECONNRESET;
    }
    for (const id of socket.senders.slice()) {
      const thread = threadOf(kernel, id);
      if (thread.wait?.kind !== 'socket-send' || thread.wait.request.target !== gone.id) continue;
      socket.senders = socket.senders.filter((other) => other !== id);
      complete(kernel, thread, -Errno.ECONNREFUSED);
    }
  }
}

/** Nothing more will come: SHUT_RD here, or the end of the other side. */
export function endReading(kernel: Kernel, socket: Socket): void {
  socket.readShut = true;
  tellReceivers(kernel, socket);
  settlePollers(kernel);
}

/** SHUT_WR: the other side reads to the end of what was sent. */
export function endWriting(kernel: Kernel, socket: Socket): void {
  socket.writeShut = true;
  tellSenders(kernel, socket);
  const peer = socket.peer === null ? undefined : kernel.state.network.sockets.get(socket.peer);
  if (peer === undefined || !isConnectionType(socket.type)) return;
  peer.ended = true;
  tellReceivers(kernel, peer);
  settlePollers(kernel);
}

/** They wait because nothing has arrived, and nothing will. */
function tellReceivers(kernel: Kernel, socket: Socket): void {
  for (const id of socket.receivers.splice(0)) {
    const thread = threadOf(kernel, id);
    const { wait } = thread;
    if (wait?.kind !== 'socket-receive') throw new Error(`thread ${id} doesn't receive`);
    complete(kernel, thread, wait.taken > 0 ? wait.taken : takeError(socket));
  }
}

function tellSenders(kernel: Kernel, socket: Socket): void {
  for (const id of socket.senders.splice(0)) {
    const thread = threadOf(kernel, id);
    const { wait } = thread;
    if (wait?.kind !== 'socket-send') throw new Error(`thread ${id} doesn't send`);
    complete(
      kernel,
      thread,
      wait.sent > 0 ? wait.sent : brokenPipe(kernel, thread, socket, wait.request.flags),
    );
  }
}

const MSG_NOSIGNAL = 0x4000;

/** Writing to where nobody reads: the error that is pending, else EPIPE and SIGPIPE. */
export function brokenPipe(kernel: Kernel, thread: Thread, socket: Socket, flags: number): number {
  const pending = takeError(socket);
  if (pending !== 0 && pending !== -Errno.EPIPE) return pending;
  if ((flags & MSG_NOSIGNAL) === 0)
    send(kernel, processOf(kernel, thread.process), Signal.SIGPIPE, null);
  return -Errno.EPIPE;
}

/** The file that a local socket is bound to stays, and nobody answers there any more. */
function leaveName(kernel: Kernel, socket: Socket): void {
  const { files } = kernel.state;
  if (socket.boundInode === null) return;
  const inode = inodeOf(files, socket.boundInode);
  if (inode.content.kind === 'socket') inode.content.socket = null;
  release(files, inode);
}
