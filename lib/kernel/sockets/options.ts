/**
 * getsockopt and setsockopt, socket(7), tcp(7). Leaves out: filters, marks, multicast; options of a
 * protocol that change nothing here are kept only as far as they can be asked for again.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import type { SystemCallHandler } from '../kernel';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';
import { socketArgument } from './descriptor';
import { takeError, type Socket, type SocketOptions } from './socket';

const SOL_SOCKET = 1;
const IPPROTO_IP = 0;
const IPPROTO_TCP = 6;
const TCP_NODELAY = 1;
const SO_DEBUG = 1;
const SO_REUSEADDR = 2;
const SO_TYPE = 3;
const SO_ERROR = 4;
const SO_DONTROUTE = 5;
const SO_BROADCAST = 6;
const SO_SNDBUF = 7;
const SO_RCVBUF = 8;
const SO_KEEPALIVE = 9;
const SO_OOBINLINE = 10;
const SO_LINGER = 13;
const SO_REUSEPORT = 15;
const SO_PASSCRED = 16;
const SO_RCVLOWAT = 18;
const SO_RCVTIMEO = 20;
const SO_SNDTIMEO = 21;
const SO_ACCEPTCONN = 30;
const SO_PROTOCOL = 38;
const SO_DOMAIN = 39;
/** net.core.rmem_max and wmem_max. */
const BUFFER_BYTES_MAX = 212_992;
const RECEIVE_BYTES_MIN = 2_304;
const SEND_BYTES_MIN = 4_608;
const NS_PER_US = 1000;
const US_PER_SECOND = 1_000_000;

type Flag = {
  [K in keyof SocketOptions]: SocketOptions[K] extends boolean ? K : never;
}[keyof SocketOptions];

const flags: ReadonlyMap<number, Flag> = new Map([
  [SO_REUSEADDR, 'reuseAddress'],
  [SO_REUSEPORT, 'reusePort'],
  [SO_KEEPALIVE, 'keepAlive'],
  [SO_BROADCAST, 'broadcast'],
  [SO_DONTROUTE, 'dontRoute'],
  [SO_OOBINLINE, 'outOfBandInline'],
  [SO_PASSCRED, 'passCredentials'],
]);

export const setsockopt: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const level = argument32(context, 1);
  const name = argument32(context, 2);
  const address = argument(context, 3);
  const byteCount = argument32(context, 4);
  if (byteCount < 0) return -Errno.EINVAL;
  const value = byteCount < 4 ? null : context.memory.readInt32(address);
  if (level === IPPROTO_TCP && isTcp(socket)) {
    if (value === null) return byteCount < 4 ? -Errno.EINVAL : -Errno.EFAULT;
    if (name !== TCP_NODELAY) return -Errno.ENOPROTOOPT;
    socket.options = { ...socket.options, noDelay: value !== 0 };
    return 0;
  }
  if (level === IPPROTO_IP && socket.family === 'internet') return -Errno.ENOPROTOOPT;
  if (level !== SOL_SOCKET)
    return socket.family === 'local' ? -Errno.EOPNOTSUPP : -Errno.ENOPROTOOPT;
  if (value === null) return byteCount < 4 ? -Errno.EINVAL : -Errno.EFAULT;
  const changed = changedOptions(socket.options, name, value, context, address, byteCount);
  if (typeof changed === 'number') return changed;
  socket.options = changed;
  return 0;
};

function changedOptions(
  options: SocketOptions,
  name: number,
  value: number,
  context: ExecutionContext,
  address: number,
  byteCount: number,
): SocketOptions | number {
  const flag = flags.get(name);
  if (flag !== undefined) return { ...options, [flag]: value !== 0 };
  switch (name) {
    case SO_DEBUG:
      return value === 0 ? options : -Errno.EACCES;
    case SO_SNDBUF:
      return { ...options, sendBytes: bufferBytes(value, SEND_BYTES_MIN) };
    case SO_RCVBUF:
      return { ...options, receiveBytes: bufferBytes(value, RECEIVE_BYTES_MIN) };
    case SO_RCVLOWAT:
      return { ...options, receiveLowWater: value === 0 ? 1 : value };
    case SO_LINGER: {
      if (byteCount < 8) return -Errno.EINVAL;
      const seconds = context.memory.readInt32(address + 4);
      if (seconds === null) return -Errno.EFAULT;
      return { ...options, lingerSeconds: value === 0 ? null : seconds };
    }
    case SO_RCVTIMEO:
    case SO_SNDTIMEO: {
      if (byteCount < 16) return -Errno.EINVAL;
      const seconds = context.memory.readInt64(address);
      const microseconds = context.memory.readInt64(address + 8);
      if (seconds === null || microseconds === null) return -Errno.EFAULT;
      if (microseconds < 0 || microseconds >= US_PER_SECOND) return -Errno.EDOM;
      const timeoutNs = Math.max(0, seconds) * NANOSECONDS_PER_SECOND + microseconds * NS_PER_US;
      return name === SO_RCVTIMEO
        ? { ...options, receiveTimeoutNs: timeoutNs }
        : { ...options, sendTimeoutNs: timeoutNs };
    }
    case SO_TYPE:
    case SO_ERROR:
    case SO_ACCEPTCONN:
    case SO_PROTOCOL:
    case SO_DOMAIN:
    default:
      return -Errno.ENOPROTOOPT;
  }
}

/** The kernel doubles what is asked for, to have room for its own records. */
function bufferBytes(wanted: number, least: number): number {
  return Math.max(least, 2 * Math.min(wanted >>> 0, BUFFER_BYTES_MAX));
}

export const getsockopt: SystemCallHandler = (kernel, process, context) => {
  const open = socketArgument(kernel, process, context);
  if (typeof open === 'number') return open;
  const { socket } = open;
  const level = argument32(context, 1);
  const name = argument32(context, 2);
  const lengthAt = argument(context, 4);
  const room = context.memory.readInt32(lengthAt);
  if (room === null) return -Errno.EFAULT;
  if (room < 0) return -Errno.EINVAL;
  let value: Uint8Array | null;
  if (level === SOL_SOCKET) value = optionValue(socket, name);
  else if (level === IPPROTO_TCP && isTcp(socket))
    value = name === TCP_NODELAY ? int32(Number(socket.options.noDelay)) : null;
  else if (socket.family === 'local') return -Errno.EOPNOTSUPP;
  else value = null;
  if (value === null) return -Errno.ENOPROTOOPT;
  const kept = value.subarray(0, room);
  if (!context.memory.writeBytes(argument(context, 3), kept)) return -Errno.EFAULT;
  return context.memory.writeInt32(lengthAt, kept.length) ? 0 : -Errno.EFAULT;
};

function optionValue(socket: Socket, name: number): Uint8Array | null {
  const { options } = socket;
  const flag = flags.get(name);
  if (flag !== undefined) return int32(Number(options[flag]));
  switch (name) {
    case SO_DEBUG:
      return int32(0);
    case SO_TYPE:
      return int32({ stream: 1, datagram: 2, sequence: 5 }[socket.type]);
    case SO_ERROR:
      return int32(-takeError(socket));
    case SO_SNDBUF:
      return int32(options.sendBytes);
    case SO_RCVBUF:
      return int32(options.receiveBytes);
    case SO_LINGER:
      return int32(Number(options.lingerSeconds !== null), options.lingerSeconds ?? 0);
    case SO_RCVLOWAT:
      return int32(options.receiveLowWater);
    case SO_RCVTIMEO:
      return timeval(options.receiveTimeoutNs);
    case SO_SNDTIMEO:
      return timeval(options.sendTimeoutNs);
    case SO_ACCEPTCONN:
      return int32(Number(socket.state === 'listening'));
    case SO_PROTOCOL:
      return int32(socket.family === 'local' ? 0 : isTcp(socket) ? IPPROTO_TCP : 17);
    case SO_DOMAIN:
      return int32(socket.family === 'local' ? 1 : 2);
    default:
      return null;
  }
}

function isTcp(socket: Socket): boolean {
  return socket.family === 'internet' && socket.type === 'stream';
}

function int32(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, k) => {
    view.setInt32(4 * k, value, true);
  });
  return bytes;
}

function timeval(timeNs: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, BigInt(Math.floor(timeNs / NANOSECONDS_PER_SECOND)), true);
  view.setBigInt64(8, BigInt(Math.floor((timeNs % NANOSECONDS_PER_SECOND) / NS_PER_US)), true);
  return bytes;
}
