/**
 * Socket addresses and their form in a program's memory: struct sockaddr_in (16 bytes) and struct
 * sockaddr_un (family and up to 108 bytes of path). Leaves out: IPv6.
 */
import { Errno } from '../../abi/errno';
import { decodeUtf8, encodeUtf8 } from '../../abi/utf8';
import type { ExecutionContext } from '../../vm/context';

export type SocketAddress = InternetAddress | LocalAddress;

export interface InternetAddress {
  readonly family: 'internet';
  /** 127.0.0.1 is 0x7f000001; 0 is any of this machine's addresses. */
  readonly host: number;
  /** 0: none chosen yet. */
  readonly port: number;
}

/** unix(7): a path of the file system, a name of the abstract name space, or no name. */
export interface LocalAddress {
  readonly family: 'local';
  readonly name: LocalName;
}

export type LocalName =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'abstract'; readonly name: string }
  | { readonly kind: 'unnamed' };

export type Family = SocketAddress['family'];

export const AF_UNSPEC = 0;
export const AF_UNIX = 1;
export const AF_INET = 2;
export const ANY_HOST = 0;
export const BROADCAST_HOST = 0xffff_ffff;
const SOCKADDR_IN_BYTES = 16;
const FAMILY_BYTES = 2;
const SUN_PATH_BYTES = 108;
const SOCKADDR_BYTES_MAX = 128;

export const unnamed: LocalAddress = { family: 'local', name: { kind: 'unnamed' } };

/** The address in memory, AF_UNSPEC, or -errno: EINVAL, EFAULT, EAFNOSUPPORT. */
export function readAddress(
  context: ExecutionContext,
  family: Family,
  address: number,
  byteCount: number,
): SocketAddress | 'unspecified' | number {
  if (byteCount < 0 || byteCount > SOCKADDR_BYTES_MAX) return -Errno.EINVAL;
  if (byteCount < FAMILY_BYTES) return -Errno.EINVAL;
  const bytes = context.memory.readBytes(address, byteCount);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const found = view.getUint16(0, true);
  if (found === AF_UNSPEC) return 'unspecified';
  switch (family) {
    case 'internet':
      if (found !== AF_INET) return -Errno.EAFNOSUPPORT;
      if (byteCount < SOCKADDR_IN_BYTES) return -Errno.EINVAL;
      return { family, port: view.getUint16(2, false), host: view.getUint32(4, false) };
    case 'local':
      if (found !== AF_UNIX) return -Errno.EINVAL;
      if (byteCount > FAMILY_BYTES + SUN_PATH_BYTES) return -Errno.EINVAL;
      return { family, name: localName(bytes.subarray(FAMILY_BYTES)) };
  }
}

function localName(bytes: Uint8Array): LocalName {
  const [first] = bytes;
  if (first === undefined) return { kind: 'unnamed' };
  if (first === 0) return { kind: 'abstract', name: String.fromCharCode(...bytes.subarray(1)) };
  const end = bytes.indexOf(0);
  return { kind: 'path', path: decodeUtf8(end < 0 ? bytes : bytes.subarray(0, end)) };
}

function encode(address: SocketAddress): Uint8Array {
  switch (address.family) {
    case 'internet': {
      const bytes = new Uint8Array(SOCKADDR_IN_BYTES);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, AF_INET, true);
      view.setUint16(2, address.port, false);
      view.setUint32(4, address.host, false);
      return bytes;
    }
    case 'local': {
      const name = localBytes(address.name);
      const bytes = new Uint8Array(FAMILY_BYTES + name.length);
      bytes[0] = AF_UNIX;
      bytes.set(name, FAMILY_BYTES);
      return bytes;
    }
  }
}

function localBytes(name: LocalName): Uint8Array {
  switch (name.kind) {
    case 'path':
      return encodeUtf8(`${name.path}\0`);
    case 'abstract':
      return Uint8Array.from(`\0${name.name}`, (character) => character.charCodeAt(0));
    case 'unnamed':
      return new Uint8Array(0);
  }
}

/**
 * As accept, getsockname and recvfrom give an address: cut to the size that stands at `lengthAt`
 * (socklen_t), where its true size is left. A null `address` asks for nothing. 0 or -errno.
 */
export function writeAddress(
  context: Pick<ExecutionContext, 'memory'>,
  value: SocketAddress | null,
  address: number,
  lengthAt: number,
): number {
  if (address === 0) return 0;
  const room = context.memory.readInt32(lengthAt);
  if (room === null) return -Errno.EFAULT;
  if (room < 0) return -Errno.EINVAL;
  const size = putAddress(context, value, address, room);
  if (size < 0) return size;
  return context.memory.writeInt32(lengthAt, size) ? 0 : -Errno.EFAULT;
}

/** Writes at most `room` bytes; the address's true size, or -EFAULT. */
export function putAddress(
  context: Pick<ExecutionContext, 'memory'>,
  value: SocketAddress | null,
  address: number,
  room: number,
): number {
  const bytes = value === null ? new Uint8Array(0) : encode(value);
  const kept = bytes.subarray(0, room);
  return context.memory.writeBytes(address, kept) ? bytes.length : -Errno.EFAULT;
}

/** For people: "127.0.0.1:8080", "/tmp/server". */
export function addressText(address: SocketAddress): string {
  switch (address.family) {
    case 'internet': {
      const { host, port } = address;
      const parts = [host >>> 24, (host >>> 16) & 255, (host >>> 8) & 255, host & 255];
      return `${parts.join('.')}:${port}`;
    }
    case 'local':
      switch (address.name.kind) {
        case 'path':
          return address.name.path;
        case 'abstract':
          return `@${address.name.name}`;
        case 'unnamed':
          return 'a socket without a name';
      }
  }
}
