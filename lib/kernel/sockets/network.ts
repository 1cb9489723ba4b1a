/**
 * The simulated network: one machine that has the addresses of several hosts (/etc/hosts), so that a
 * "client" and a "server" may stand for different ones. What is sent has arrived. Who is bound where.
 * Leaves out: other machines (unreachable), routing, delay, loss, IPv6, multicast.
 */
import { Errno } from '../../abi/errno';
import { ANY_HOST, BROADCAST_HOST, type InternetAddress, type SocketAddress } from './address';
import { cloneSocket, type Socket, type SocketType } from './socket';

export interface Network {
  readonly sockets: Map<number, Socket>;
  nextSocket: number;
  /** Next port for who doesn't ask for one (net.ipv4.ip_local_port_range). */
  nextPort: number;
  /** The same names that abstract sockets have on Linux when bound without one: five hexadecimal digits. */
  nextAutobind: number;
}

/** Host names of the simulated network; each is an address of this machine. */
export const HOSTS = [
  { host: 0x7f00_0001, names: ['localhost'] },
  { host: 0x0a00_0001, names: ['forkyard', 'forkyard.example'] },
  { host: 0x0a00_0002, names: ['server', 'server.example'] },
  { host: 0x0a00_0003, names: ['client', 'client.example'] },
  { host: 0x0a00_0004, names: ['alpha', 'alpha.example'] },
  { host: 0x0a00_0005, names: ['beta', 'beta.example'] },
] as const;

const PORT_FIRST = 32_768;
const PORT_LAST = 60_999;
/** Ports below are the superuser's, ip(7). */
const PORT_UNPRIVILEGED = 1024;
const LOOPBACK = 127;
const LAN_PREFIX = 0x0a00_0000;
const LAN_MASK = 0xffff_ff00;

export function newNetwork(): Network {
  return { sockets: new Map(), nextSocket: 0, nextPort: PORT_FIRST, nextAutobind: 0 };
}

export function cloneNetwork(network: Network): Network {
  const sockets = new Map<number, Socket>();
  for (const [id, socket] of network.sockets) sockets.set(id, cloneSocket(socket));
  return { ...network, sockets };
}

/** The text of /etc/hosts. */
export function hostsFile(): string {
  return HOSTS.map(({ host, names }) => `${dotted(host)}\t${names.join(' ')}\n`).join('');
}

export function socketOf(network: Network, id: number): Socket {
  const socket = network.sockets.get(id);
  if (socket === undefined) throw new Error(`no socket ${id}`);
  return socket;
}

export function isLocalHost(host: number): boolean {
  return host >>> 24 === LOOPBACK || HOSTS.some((known) => known.host === host);
}

/** -errno of reaching a host, or 0. */
export function reachability(host: number): number {
  if (isLocalHost(host) || host === ANY_HOST) return 0;
  return (host & LAN_MASK) === LAN_PREFIX ? -Errno.EHOSTUNREACH : -Errno.ENETUNREACH;
}

/** The address that a packet to `host` comes from, when the sender hasn't chosen one. */
export function sourceHost(host: number): number {
  return host === ANY_HOST || host >>> 24 === LOOPBACK ? 0x7f00_0001 : host;
}

/** Binds to an address as bind(2) does; port 0 chooses one. 0 or -errno. */
export function bindInternet(network: Network, socket: Socket, wanted: InternetAddress): number {
  const { host } = wanted;
  if (host !== ANY_HOST && !isLocalHost(host) && host !== BROADCAST_HOST)
    return -Errno.EADDRNOTAVAIL;
  if (wanted.port !== 0 && wanted.port < PORT_UNPRIVILEGED) return -Errno.EACCES;
  const port = wanted.port === 0 ? freePort(network, socket, host) : wanted.port;
  if (port === null || !mayBind(network, socket, host, port)) return -Errno.EADDRINUSE;
  socket.local = { family: 'internet', host, port };
  return 0;
}

/**
 * Two sockets may share a port where their addresses differ, or where both allow it: SO_REUSEADDR for
 * all but two listeners, SO_REUSEPORT for them too.
 */
function mayBind(network: Network, socket: Socket, host: number, port: number): boolean {
  for (const other of network.sockets.values()) {
    const { local } = other;
    if (other === socket || local?.family !== 'internet' || other.type !== socket.type) continue;
    if (local.port !== port) continue;
    if (host !== ANY_HOST && local.host !== ANY_HOST && local.host !== host) continue;
    if (socket.options.reusePort && other.options.reusePort) continue;
    if (
      socket.options.reuseAddress &&
      other.options.reuseAddress &&
      (socket.type === 'datagram' || other.state !== 'listening')
    )
      continue;
    return false;
  }
  return true;
}

function freePort(network: Network, socket: Socket, host: number): number | null {
  for (let tried = PORT_FIRST; tried <= PORT_LAST; tried++) {
    const port = network.nextPort;
    network.nextPort = port === PORT_LAST ? PORT_FIRST : port + 1;
    if (mayBind(network, socket, host, port)) return port;
  }
  return null;
}

/** The listening socket that a connection to `address` reaches; the more exactly bound one first. */
export function listenerAt(network: Network, address: InternetAddress): Socket | null {
  const host = address.host === ANY_HOST ? 0x7f00_0001 : address.host;
  let found: Socket | null = null;
  for (const socket of network.sockets.values()) {
    const { local } = socket;
    if (socket.state !== 'listening' || local?.family !== 'internet') continue;
    if (local.port !== address.port) continue;
    if (local.host === host) return socket;
    if (local.host === ANY_HOST) found ??= socket;
  }
  return found;
}

/** Whom a datagram reaches: one socket, or with a broadcast all at that port. */
export function datagramReceivers(
  network: Network,
  to: InternetAddress,
  from: SocketAddress,
): readonly Socket[] {
  const host = to.host === ANY_HOST ? 0x7f00_0001 : to.host;
  const all: { readonly socket: Socket; readonly score: number }[] = [];
  for (const socket of network.sockets.values()) {
    const { local, remote } = socket;
    if (socket.type !== 'datagram' || local?.family !== 'internet' || local.port !== to.port)
      continue;
    if (local.host !== ANY_HOST && local.host !== host && host !== BROADCAST_HOST) continue;
    let score = local.host === ANY_HOST ? 0 : 1;
    if (remote?.family === 'internet' && from.family === 'internet') {
      if (remote.port !== from.port || remote.host !== from.host) continue;
      score += 2;
    }
    all.push({ socket, score });
  }
  if (host === BROADCAST_HOST) return all.map(({ socket }) => socket);
  const best = Math.max(...all.map(({ score }) => score));
  return all
    .filter(({ score }) => score === best)
    .slice(0, 1)
    .map(({ socket }) => socket);
}

/** The socket bound to a name of the abstract name space. */
export function abstractSocket(network: Network, name: string): Socket | null {
  for (const socket of network.sockets.values())
    if (
      socket.local?.family === 'local' &&
      socket.local.name.kind === 'abstract' &&
      socket.local.name.name === name
    )
      return socket;
  return null;
}

export function isConnectionType(type: SocketType): boolean {
  return type !== 'datagram';
}

function dotted(host: number): string {
  return [host >>> 24, (host >>> 16) & 255, (host >>> 8) & 255, host & 255].join('.');
}
