/**
 * What a thread is called, at most 15 bytes: pthread_setname_np(3), prctl(2)'s PR_SET_NAME. The first
 * thread's name is its process's; another one begins with that of the thread that created it.
 */
import { Errno } from '../../abi/errno';
import { decodeUtf8, encodeUtf8 } from '../../abi/utf8';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { currentThread, type SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import type { Thread } from './thread';
import { liveThread } from './live-thread';

/** With the terminating zero. */
const NAME_BYTES = 16;

export function nameOf(process: Process, thread: Thread): string {
  const name = thread.name ?? process.name.slice(process.name.lastIndexOf('/') + 1);
  return decodeUtf8(encodeUtf8(name).subarray(0, NAME_BYTES - 1));
}

/** (pthread_t or 0 for the calling thread, address of NAME_BYTES, 1 to set it) */
export const threadName: SystemCallHandler = (kernel, process, context) => {
  const handle = argument(context, 0);
  const thread = handle === 0 ? currentThread(kernel) : liveThread(kernel, process, handle);
  if (thread === null) return -Errno.ESRCH;
  return argument32(context, 2) === 1
    ? rename(process, thread, context, argument(context, 1))
    : tell(process, thread, context, argument(context, 1));
};

/** Takes the name from a string in memory; what is too long is cut off. */
export function rename(
  process: Process,
  thread: Thread,
  { memory }: ExecutionContext,
  address: number,
): number {
  const name = memory.readCString(address, 4096);
  if (name === null) return -Errno.EFAULT;
  const text = decodeUtf8(name.subarray(0, NAME_BYTES - 1));
  if (thread.id === process.pid) process.name = text;
  else thread.name = text;
  return 0;
}

export function tell(
  process: Process,
  thread: Thread,
  { memory }: ExecutionContext,
  address: number,
): number {
  const bytes = new Uint8Array(NAME_BYTES);
  bytes.set(encodeUtf8(nameOf(process, thread)).subarray(0, NAME_BYTES - 1));
  return memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
}
