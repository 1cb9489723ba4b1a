/**
 * Sending and receiving: what is possible now, who waits, who is woken. A change of what has arrived at a
 * socket ends in `settle`, which completes the calls that have become possible, oldest first.
 */
import { Errno } from '../../abi/errno';
import { dropReference, installDescriptor } from '../files/descriptors';
import {
  complete,
  contextOf,
  currentThread,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
} from '../kernel';
import { settlePollers } from '../readiness/pollers';
import type { Thread } from '../threads/thread';
import { startTimeout } from '../time/timeouts';
import { byteCountOf, scatter, type UserBuffer } from '../memory/user-buffers';
import { brokenPipe } from './closing';

import { putAddress, writeAddress } from './address';
import { datagramFits, put, streamRoom, takeBytes, takeMessage, type Taken } from './incoming';
import { isConnectionType, socketOf } from './network';
import type { ReceiveRequest, SendRequest } from './requests';
import { takeError, type Socket } from './socket';
import { noteSocket } from './socket-events';

export const MessageFlag = {
  MSG_PEEK: 2,
  MSG_CTRUNC: 8,
  MSG_TRUNC: 0x20,
  MSG_DONTWAIT: 0x40,
  MSG_EOR: 0x80,
  MSG_WAITALL: 0x100,
  MSG_NOSIGNAL: 0x4000,
  MSG_MORE: 0x8000,
  MSG_CMSG_CLOEXEC: 0x4000_0000,
} as const;

/** struct msghdr. */
const MSG_NAME = 0;
const MSG_NAMELEN = 8;
const MSG_CONTROL = 32;
const MSG_CONTROLLEN = 40;
const MSG_FLAGS = 48;
const CMSG_HEADER_BYTES = 16;
const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;
const UDP_BYTES_MAX = 65_507;

// ---- receiving ---------------------------------------------------------------------------

/** Receives now, blocks, or -errno. `nonBlocking`: of the description or the call. */
export function receive(
  kernel: Kernel,
  socket: Socket,
  request: ReceiveRequest,
  nonBlocking: boolean,
): CallResult {
  const thread = currentThread(kernel);
  let taken = 0;
  while (socket.receivers.length === 0) {
    const result = tryReceive(kernel, thread, socket, request, taken);
    settle(kernel, socket);
    if (typeof result === 'number') return result;
    const before = taken;
    taken = result?.taken ?? taken;
    if (taken === before && socket.incoming.length === 0) break;
  }
  if (nonBlocking) return taken > 0 ? taken : -Errno.EAGAIN;
  socket.receivers.push(thread.id);
  const { receiveTimeoutNs } = socket.options;
  if (receiveTimeoutNs > 0) startTimeout(kernel, receiveTimeoutNs);
  return { kind: 'socket-receive', socket: socket.id, request, taken };
}

/**
 * The call's result; or nothing yet: how many bytes an unfinished MSG_WAITALL has got, `before`
 * included. Null: nothing has arrived.
 */
function tryReceive(
  kernel: Kernel,
  thread: Thread,
  socket: Socket,
  request: ReceiveRequest,
  before: number,
): number | { readonly taken: number } | null {
  const wanted = byteCountOf(request.into);
  const peek = (request.flags & MessageFlag.MSG_PEEK) !== 0;
  if (socket.type === 'stream') {
    if (wanted === 0) return 0;
    const taken = takeBytes(socket, wanted - before, peek);
    if (taken !== null) {
      if (!peek) noteSocket(kernel, thread.process, 'received', socket.peer, socket, taken.bytes);
      const result = deliver(kernel, thread, socket, request, taken, before);
      const all = before + taken.bytes.length;
      const waitsForAll = (request.flags & MessageFlag.MSG_WAITALL) !== 0 && !peek;
      return result < 0 || !waitsForAll || all === wanted ? result : { taken: all };
    }
    if (before > 0 && (socket.ended || socket.readShut || socket.error !== 0)) return before;
  } else {
    const taken = takeMessage(socket, wanted, peek);
    if (taken !== null) {
      const { peer } = socket;
      if (!peek) noteSocket(kernel, thread.process, 'received', peer, socket, taken.bytes);
      return deliver(kernel, thread, socket, request, taken, 0);
    }
  }
  // EPIPE is about sending: what was sent here before has been received to its end.
  if (socket.error !== 0 && socket.error !== Errno.EPIPE) return takeError(socket);
  if (socket.ended || socket.readShut) return 0;
  return null;
}

/** Leaves what was taken in the program's memory: the call's result. */
function deliver(
  kernel: Kernel,
  thread: Thread,
  socket: Socket,
  request: ReceiveRequest,
  taken: Taken,
  before: number,
): number {
  const context = contextOf(kernel, thread.id);
  const { memory } = context;
  if (scatter(memory, from(request.into, before), taken.bytes) < 0) return -Errno.EFAULT;
  const cut = taken.message !== null && taken.messageBytes > taken.bytes.length;
  const sender = socket.type === 'datagram' ? (taken.message?.from ?? null) : null;
  if (request.header !== 0) {
    let flags = cut ? MessageFlag.MSG_TRUNC : 0;
    const { header } = request;
    const name = memory.readInt64(header + MSG_NAME) ?? 0;
    const room = memory.readInt32(header + MSG_NAMELEN) ?? 0;
    const named = name === 0 ? 0 : putAddress(context, sender, name, Math.max(0, room));
    if (named < 0) return named;
    if (name !== 0) memory.writeInt32(header + MSG_NAMELEN, named);
    flags |= deliverDescriptions(kernel, thread, request, taken.descriptions);
    memory.writeInt32(header + MSG_FLAGS, flags);
  } else {
    dropReferences(kernel, taken.descriptions);
    if (isConnectionType(socket.type)) {
      if (request.address !== 0) memory.writeInt32(request.lengthAt, 0);
    } else {
      const error = writeAddress(context, sender, request.address, request.lengthAt);
      if (error < 0) return error;
    }
  }
  if (cut && (request.flags & MessageFlag.MSG_TRUNC) !== 0) return taken.messageBytes;
  return before + taken.bytes.length;
}

/** SCM_RIGHTS: new descriptors in the receiver, as many as the control buffer has room for. MSG_CTRUNC or 0. */
function deliverDescriptions(
  kernel: Kernel,
  thread: Thread,
  request: ReceiveRequest,
  descriptions: readonly number[],
): number {
  const { memory } = contextOf(kernel, thread.id);
  const { header, flags } = request;
  const control = memory.readInt64(header + MSG_CONTROL) ?? 0;
  const room = memory.readInt64(header + MSG_CONTROLLEN) ?? 0;
  memory.writeInt64(header + MSG_CONTROLLEN, 0);
  if (descriptions.length === 0) return 0;
  const fitting = control === 0 ? 0 : Math.max(0, Math.floor((room - CMSG_HEADER_BYTES) / 4));
  const process = processOf(kernel, thread.process);
  const closeOnExec = (flags & MessageFlag.MSG_CMSG_CLOEXEC) !== 0;
  let installed = 0;
  for (const id of descriptions.slice(0, fitting)) {
    const description = kernel.state.descriptions.get(id);
    if (description === undefined) throw new Error(`no description ${id}`);
    const fd = installDescriptor(kernel, process, description, closeOnExec);
    if (fd < 0) break;
    memory.writeInt32(control + CMSG_HEADER_BYTES + 4 * installed, fd);
    installed++;
  }
  dropReferences(kernel, descriptions);
  if (installed > 0) {
    const bytes = CMSG_HEADER_BYTES + 4 * installed;
    memory.writeInt64(control, bytes);
    memory.writeInt32(control + 8, SOL_SOCKET);
    memory.writeInt32(control + 12, SCM_RIGHTS);
    memory.writeInt64(header + MSG_CONTROLLEN, Math.min(room, (bytes + 7) & ~7));
  }
  return installed < descriptions.length ? MessageFlag.MSG_CTRUNC : 0;
}

/** The message's own references go; who received a descriptor has one of its own. */
function dropReferences(kernel: Kernel, descriptions: readonly number[]): void {
  for (const id of descriptions) dropReference(kernel, id);
}

/** The buffers without their first `skipped` bytes. */
function from(buffers: readonly UserBuffer[], skipped: number): readonly UserBuffer[] {
  if (skipped === 0) return buffers;
  const rest: UserBuffer[] = [];
  let left = skipped;
  for (const { address, byteCount } of buffers) {
    const part = Math.min(left, byteCount);
    left -= part;
    if (part < byteCount) rest.push({ address: address + part, byteCount: byteCount - part });
  }
  return rest;
}

/** Completes what the state of a receiving socket, and of those who send to it, now allows. */
export function settle(kernel: Kernel, receiver: Socket): void {
  while (advanceReceiver(kernel, receiver) || advanceSender(kernel, receiver));
  settlePollers(kernel);
}

/** The oldest blocked receiver takes what has arrived; false: nothing changed. */
function advanceReceiver(kernel: Kernel, socket: Socket): boolean {
  const [id] = socket.receivers;
  if (id === undefined) return false;
  const thread = threadOf(kernel, id);
  const { wait } = thread;
  if (wait?.kind !== 'socket-receive') throw new Error(`thread ${id} doesn't receive`);
  const result = tryReceive(kernel, thread, socket, wait.request, wait.taken);
  if (result === null) return false;
  if (typeof result !== 'number') {
    thread.wait = { ...wait, taken: result.taken };
    return result.taken > wait.taken;
  }
  socket.receivers.shift();
  complete(kernel, thread, result);
  return true;
}

/** The oldest blocked sender uses the room that there is now; false: nothing changed. */
function advanceSender(kernel: Kernel, receiver: Socket): boolean {
  for (const sender of sendersTo(kernel, receiver)) {
    const [id] = sender.senders;
    if (id === undefined) continue;
    const thread = threadOf(kernel, id);
    const { wait } = thread;
    if (wait?.kind !== 'socket-send') throw new Error(`thread ${id} doesn't send`);
    const result = trySend(kernel, thread, sender, wait.request, wait.sent);
    if (typeof result === 'number') {
      sender.senders.shift();
      complete(kernel, thread, result);
      return true;
    }
    thread.wait = { ...wait, sent: result.sent };
    if (result.sent > wait.sent) return true;
  }
  return false;
}

// ---- sending -----------------------------------------------------------------------------

/** Sends now, blocks, or -errno. The request's descriptions already hold their references. */
export function send(
  kernel: Kernel,
  socket: Socket,
  request: SendRequest,
  nonBlocking: boolean,
): CallResult {
  const thread = currentThread(kernel);
  const receiver = receiverOf(kernel, socket, request);
  let sent = 0;
  while (socket.senders.length === 0) {
    const result = trySend(kernel, thread, socket, request, sent);
    if (receiver !== null) settle(kernel, receiver);
    if (typeof result === 'number') {
      if (result < 0) dropReferences(kernel, request.descriptions);
      return result;
    }
    if (result.sent === sent && (receiver === null || receiver.incoming.length > 0)) break;
    ({ sent } = result);
  }
  if (nonBlocking) {
    if (sent > 0) return sent;
    dropReferences(kernel, request.descriptions);
    return -Errno.EAGAIN;
  }
  socket.senders.push(thread.id);
  const { sendTimeoutNs } = socket.options;
  if (sendTimeoutNs > 0) startTimeout(kernel, sendTimeoutNs);
  return { kind: 'socket-send', socket: socket.id, request, sent };
}

function receiverOf(kernel: Kernel, socket: Socket, { target }: SendRequest): Socket | null {
  const id = isConnectionType(socket.type) ? socket.peer : target;
  return id === null ? null : socketOf(kernel.state.network, id);
}

function trySend(
  kernel: Kernel,
  thread: Thread,
  socket: Socket,
  request: SendRequest,
  before: number,
): number | { readonly sent: number } {
  return isConnectionType(socket.type)
    ? sendToPeer(kernel, thread, socket, request, before)
    : sendDatagram(kernel, thread, socket, request);
}

/** The call's result, or how many bytes are on their way while the rest waits for room. */
function sendToPeer(
  kernel: Kernel,
  thread: Thread,
  socket: Socket,
  request: SendRequest,
  before: number,
): number | { readonly sent: number } {
  const { bytes, flags } = request;
  if (socket.error !== 0 || socket.writeShut) return brokenPipe(kernel, thread, socket, flags);
  if (socket.peer === null) {
    // The first segment that finds nobody is answered by a reset, which the next call then sees.
    const lost = socket.family === 'internet' && !socket.toldOfReset;
    socket.toldOfReset = true;
    if (lost) socket.error = Errno.EPIPE;
    return lost ? bytes.length : brokenPipe(kernel, thread, socket, flags);
  }
  const peer = socketOf(kernel.state.network, socket.peer);
  if (peer.readShut && socket.family === 'local') return brokenPipe(kernel, thread, socket, flags);
  if (socket.type === 'sequence') {
    if (bytes.length > socket.options.sendBytes) return -Errno.EMSGSIZE;
    if (bytes.length > streamRoom(socket, peer) && peer.incoming.length > 0) return { sent: 0 };
    put(peer, { bytes, from: null, descriptions: request.descriptions });
    noteSocket(kernel, thread.process, 'sent', socket.id, peer, bytes);
    return bytes.length;
  }
  const part = bytes.subarray(before, before + streamRoom(socket, peer));
  if (part.length > 0) {
    put(peer, { bytes: part, from: null, descriptions: before === 0 ? request.descriptions : [] });
    noteSocket(kernel, thread.process, 'sent', socket.id, peer, part);
  }
  const sent = before + part.length;
  return sent === bytes.length ? sent : { sent };
}

function sendDatagram(
  kernel: Kernel,
  thread: Thread,
  socket: Socket,
  request: SendRequest,
): number | { readonly sent: number } {
  const { bytes, from: sender, descriptions } = request;
  const target = request.target === null ? null : socketOf(kernel.state.network, request.target);
  if (target === null) return bytes.length;
  if (bytes.length > (socket.family === 'internet' ? UDP_BYTES_MAX : socket.options.sendBytes))
    return -Errno.EMSGSIZE;
  if (target.readShut && socket.family === 'local') return -Errno.EPIPE;
  if (!datagramFits(target, bytes.length)) {
    // UDP promises nothing: what finds no room is gone, and the sender isn't told.
    return socket.family === 'internet' ? bytes.length : { sent: 0 };
  }
  put(target, { bytes, from: sender, descriptions });
  noteSocket(kernel, thread.process, 'sent', socket.id, target, bytes);
  return bytes.length;
}

function sendersTo(kernel: Kernel, receiver: Socket): readonly Socket[] {
  const { sockets } = kernel.state.network;
  if (isConnectionType(receiver.type)) {
    const peer = receiver.peer === null ? undefined : sockets.get(receiver.peer);
    return peer === undefined ? [] : [peer];
  }
  if (receiver.family === 'internet') return [];
  return [...sockets.values()].filter(
    ({ type, family, senders }) => type === 'datagram' && family === 'local' && senders.length > 0,
  );
}
