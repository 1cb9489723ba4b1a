/**
 * getrandom, /dev/random and /dev/urandom: the same bytes in every run. A machine has no chance in it but
 * its scheduler.
 */
import { Errno } from '../../abi/errno';
import { argument } from '../../vm/context';
import type { Kernel, SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import { nextUint32, randomState } from '../random';

const COUNT_MAX = 1024 * 1024;

export const getrandom: SystemCallHandler = (kernel, process, context) => {
  const count = Math.max(0, Math.min(argument(context, 1), COUNT_MAX));
  const bytes = randomBytes(kernel, process, count);
  return context.memory.writeBytes(argument(context, 0), bytes) ? bytes.length : -Errno.EFAULT;
};

export function randomBytes(kernel: Kernel, process: Process, count: number): Uint8Array {
  const generator = randomState(kernel.state.timeNs + process.pid);
  const bytes = new Uint8Array(count);
  for (let k = 0; k < count; k++) bytes[k] = nextUint32(generator) & 255;
  return bytes;
}
