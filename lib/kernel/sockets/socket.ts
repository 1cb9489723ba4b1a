/**
 * A socket, as plain data: what it is bound and connected to, what has arrived, who waits for it. What
 * happens to streams is stream.ts, to messages message.ts. Two connected sockets name each other.
 * Leaves out: out-of-band data, raw sockets, IPv6, routing, loss, delay.
 */
import type { Pid } from '../pid';
import type { Family, SocketAddress } from './address';

/** stream: bytes over a connection; sequence: messages over a connection; datagram: messages, each with its address. */
export type SocketType = 'stream' | 'sequence' | 'datagram';

export interface Socket {
  readonly id: number;
  readonly inode: number;
  readonly family: Family;
  readonly type: SocketType;
  state: 'idle' | 'listening' | 'connected';
  local: SocketAddress | null;
  /** Of a socket bound to a path: the inode there, which it holds. */
  boundInode: number | null;
  /** Whom it is connected to, and stays told so when that one has closed. */
  remote: SocketAddress | null;
  /** The other end of a connection, of a socket pair, or the local datagram socket that it sends to; null: none, or gone. */
  peer: number | null;
  /** Arrived and not yet received, oldest first. A stream's pieces have lost their borders. */
  incoming: Message[];
  /** Sum of the lengths in `incoming`. */
  incomingBytes: number;
  /** Nothing more will arrive: the other end has closed or shut its writing side down. */
  ended: boolean;
  /** shutdown(2) on this side. */
  readShut: boolean;
  writeShut: boolean;
  /** A TCP connection whose other end is gone tells so only at the second write. */
  toldOfReset: boolean;
  /** Errno that the next call gets (SO_ERROR), or 0. */
  error: number;
  /** Connections that may wait for accept. */
  backlog: number;
  /** Connected, and not yet accepted: the sockets of this side. */
  pending: number[];
  options: SocketOptions;
  /** Blocked threads, first come, first served. */
  receivers: Pid[];
  senders: Pid[];
  acceptors: Pid[];
  /** Of a listening socket: clients that wait for room in `pending`. */
  connectors: Pid[];
}

export interface Message {
  readonly bytes: Uint8Array;
  /** Of a datagram. */
  readonly from: SocketAddress | null;
  /** Keys of KernelState.descriptions that travel with it (SCM_RIGHTS); each holds a reference. */
  readonly descriptions: readonly number[];
}

export interface SocketOptions {
  readonly reuseAddress: boolean;
  readonly reusePort: boolean;
  readonly keepAlive: boolean;
  readonly broadcast: boolean;
  readonly noDelay: boolean;
  readonly dontRoute: boolean;
  readonly outOfBandInline: boolean;
  readonly passCredentials: boolean;
  /** As getsockopt tells: twice of what was asked for, socket(7). */
  readonly receiveBytes: number;
  readonly sendBytes: number;
  readonly receiveLowWater: number;
  /** 0: wait for ever. */
  readonly receiveTimeoutNs: number;
  readonly sendTimeoutNs: number;
  /** Seconds, or null while off. */
  readonly lingerSeconds: number | null;
}

/** net.core.wmem_default; TCP begins with other sizes. */
const BUFFER_BYTES = 212_992;
const TCP_RECEIVE_BYTES = 131_072;
const TCP_SEND_BYTES = 16_384;

export function newSocket(id: number, inode: number, family: Family, type: SocketType): Socket {
  const tcp = family === 'internet' && type === 'stream';
  return {
    id,
    inode,
    family,
    type,
    state: 'idle',
    local: null,
    boundInode: null,
    remote: null,
    peer: null,
    incoming: [],
    incomingBytes: 0,
    ended: false,
    readShut: false,
    writeShut: false,
    toldOfReset: false,
    error: 0,
    backlog: 0,
    pending: [],
    options: {
      reuseAddress: false,
      reusePort: false,
      keepAlive: false,
      broadcast: false,
      noDelay: false,
      dontRoute: false,
      outOfBandInline: false,
      passCredentials: false,
      receiveBytes: tcp ? TCP_RECEIVE_BYTES : BUFFER_BYTES,
      sendBytes: tcp ? TCP_SEND_BYTES : BUFFER_BYTES,
      receiveLowWater: 1,
      receiveTimeoutNs: 0,
      sendTimeoutNs: 0,
      lingerSeconds: null,
    },
    receivers: [],
    senders: [],
    acceptors: [],
    connectors: [],
  };
}

/** Takes the error that the next call is to be told of: -errno, or 0. */
export function takeError(socket: Socket): number {
  const { error } = socket;
  socket.error = 0;
  return error === 0 ? 0 : -error;
}

export function cloneSocket(socket: Socket): Socket {
  return {
    ...socket,
    incoming: socket.incoming.slice(),
    pending: socket.pending.slice(),
    receivers: socket.receivers.slice(),
    senders: socket.senders.slice(),
    acceptors: socket.acceptors.slice(),
    connectors: socket.connectors.slice(),
  };
}
