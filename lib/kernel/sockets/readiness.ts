/** What poll(2) tells of a socket, as Linux's tcp_poll, unix_poll and datagram_poll do. */
import { Ready, READABLE, WRITABLE } from '../readiness/poll-events';
import { datagramFits, streamRoom } from './incoming';
import { isConnectionType, type Network } from './network';
import type { Socket } from './socket';

export function socketReadiness(network: Network, id: number): number {
  const socket = network.sockets.get(id);
  if (socket === undefined) return Ready.POLLNVAL;
  if (socket.state === 'listening') return socket.pending.length > 0 ? READABLE : 0;
  let ready = socket.error === 0 ? 0 : Ready.POLLERR;
  const ends = socket.ended || socket.readShut;
  if (socket.incoming.length > 0 || ends || socket.error !== 0) ready |= READABLE;
  if (isConnectionType(socket.type)) {
    if (isHungUp(socket)) ready |= Ready.POLLHUP;
    if (hasRoom(network, socket)) ready |= WRITABLE;
  } else if (targetHasRoom(network, socket)) ready |= WRITABLE;
  return ready;
}

/** Both directions are over. Of a TCP connection whose other end has closed, ours is not, until it is reset. */
function isHungUp(socket: Socket): boolean {
  if (socket.state === 'idle') return true;
  if (socket.ended && socket.writeShut) return true;
  if (socket.peer !== null) return false;
  return socket.family === 'local' || socket.toldOfReset;
}

/** A write that can only fail does not wait either. */
function hasRoom(network: Network, socket: Socket): boolean {
  const peer = socket.peer === null ? undefined : network.sockets.get(socket.peer);
  if (peer === undefined || socket.writeShut) return true;
  const capacity = streamRoom(socket, peer) + peer.incomingBytes;
  return streamRoom(socket, peer) * 3 >= capacity;
}

function targetHasRoom(network: Network, socket: Socket): boolean {
  const target = socket.peer === null ? undefined : network.sockets.get(socket.peer);
  return target === undefined || datagramFits(target, 1);
}
