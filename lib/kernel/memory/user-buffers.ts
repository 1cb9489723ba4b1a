/** Buffers of a process that a call fills or empties: one, or the list of readv and writev. */
import { Errno } from '../../abi/errno';
import type { ExecutionContext } from '../../vm/context';

/** What the kernel needs of a process's memory. */
type Memory = Pick<ExecutionContext['memory'], 'readBytes' | 'writeBytes'>;

export interface UserBuffer {
  readonly address: number;
  readonly byteCount: number;
}

const IOV_MAX = 1024;
const IOVEC_BYTES = 16;
const TOTAL_MAX = 0x7fff_ffff;

/** An array of struct iovec, or -errno. */
export function readBuffers(
  context: ExecutionContext,
  address: number,
  count: number,
): readonly UserBuffer[] | number {
  if (count < 0 || count > IOV_MAX) return -Errno.EINVAL;
  const buffers: UserBuffer[] = [];
  for (let k = 0; k < count; k++) {
    const start = context.memory.readInt64(address + IOVEC_BYTES * k);
    const byteCount = context.memory.readInt64(address + IOVEC_BYTES * k + 8);
    if (start === null || byteCount === null) return -Errno.EFAULT;
    if (byteCount < 0) return -Errno.EINVAL;
    buffers.push({ address: start, byteCount });
  }
  return byteCountOf(buffers) > TOTAL_MAX ? -Errno.EINVAL : buffers;
}

export function byteCountOf(buffers: readonly UserBuffer[]): number {
  return buffers.reduce((sum, { byteCount }) => sum + byteCount, 0);
}

/** The bytes in the buffers, one after the other; null: EFAULT. */
export function gather(memory: Memory, buffers: readonly UserBuffer[]): Uint8Array | null {
  const [only] = buffers;
  if (only !== undefined && buffers.length === 1)
    return memory.readBytes(only.address, only.byteCount);
  const all = new Uint8Array(byteCountOf(buffers));
  let at = 0;
  for (const { address, byteCount } of buffers) {
    const bytes = memory.readBytes(address, byteCount);
    if (bytes === null) return null;
    all.set(bytes, at);
    at += byteCount;
  }
  return all;
}

/** Puts bytes, no more than fit, into the buffers in turn: how many they are, or -EFAULT. */
export function scatter(memory: Memory, buffers: readonly UserBuffer[], bytes: Uint8Array): number {
  let at = 0;
  for (const { address, byteCount } of buffers) {
    if (at >= bytes.length) break;
    const part = bytes.subarray(at, at + byteCount);
    if (!memory.writeBytes(address, part)) return -Errno.EFAULT;
    at += part.length;
  }
  return bytes.length;
}
