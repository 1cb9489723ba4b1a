/**
 * Arguments of system calls, and the kernel's reads and writes of a process's memory. A bad address is
 * EFAULT; a buffer that runs past the end of its object is the program's error and is found here, too.
 */
import { Errno } from '../../abi/errno';
import { decodeUtf8 } from '../../abi/utf8';
import { type BufferAccess, checkBuffer } from '../../vm/checked-access';
import type { ExecutionContext } from '../../vm/context';

const PATH_BYTES_MAX = 4096;
const POINTER_BYTES = 8;

export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly errno: number };

/** A path or name: a C string. */
export function readPath(context: ExecutionContext, address: number): Read<string> {
  const bytes = context.memory.readCString(address, PATH_BYTES_MAX);
  if (bytes !== null) return { kind: 'value', value: decodeUtf8(bytes) };
  const mapped = context.memory.readBytes(address, 1) !== null;
  return { kind: 'error', errno: mapped ? Errno.ENAMETOOLONG : Errno.EFAULT };
}

/** A null-terminated array of C strings, as argv. A null array is empty, as on Linux. */
export function readStrings(
  context: ExecutionContext,
  address: number,
  countMax: number,
): Read<Uint8Array[]> {
  const strings: Uint8Array[] = [];
  if (address === 0) return { kind: 'value', value: strings };
  for (let k = 0; k <= countMax; k++) {
    const pointer = context.memory.readInt64(address + 8 * k);
    if (pointer === null) return { kind: 'error', errno: Errno.EFAULT };
    if (pointer === 0) return { kind: 'value', value: strings };
    const bytes = context.memory.readCString(pointer, 131_072);
    if (bytes === null) {
      const mapped = context.memory.readBytes(pointer, 1) !== null;
      return { kind: 'error', errno: mapped ? Errno.E2BIG : Errno.EFAULT };
    }
    strings.push(bytes);
  }
  return { kind: 'error', errno: Errno.E2BIG };
}

/**
 * What is wrong with a null-terminated array of pointers: mostly that nobody has terminated it, so that
 * the call reads on behind it.
 */
export function pointersFinding(
  context: ExecutionContext,
  address: number,
  by: string,
): ReturnType<typeof checkBuffer> {
  if (address === 0 || context.memory.readInt64(address) === null) return null;
  for (let at = address; ; at += POINTER_BYTES) {
    const fact = checkBuffer(context, at, POINTER_BYTES, 'read', by);
    if (fact !== null) return fact;
    const pointer = context.memory.readInt64(at);
    if (pointer === null || pointer === 0) return null;
  }
}

/** What is wrong with a buffer that a call is about to read or write: null if nothing. */
export function bufferFinding(
  context: ExecutionContext,
  address: number,
  byteCount: number,
  access: BufferAccess,
): ReturnType<typeof checkBuffer> {
  return byteCount > 0 ? checkBuffer(context, address, byteCount, access) : null;
}
