/** Which processors a thread may run on: sched_setaffinity(2), getcpu(2). Masks are of 64 processors. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import {
  currentThread,
  finishCall,
  setState,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { pid } from '../pid';
import type { Thread } from '../threads/thread';
import { preempt } from './dispatcher';
import { currentProcessor, mayRunOn, processorOf } from './processors';

const MASK_BYTES = 8;

/** sched_getaffinity(thread, bytes, mask) gives the mask's size. */
export const schedGetaffinity: SystemCallHandler = (kernel, _process, context) => {
  const bytes = argument(context, 1);
  if (bytes < MASK_BYTES || bytes % MASK_BYTES !== 0) return -Errno.EINVAL;
  const thread = threadNamed(kernel, context);
  if (thread === null) return -Errno.ESRCH;
  const mask = new DataView(new ArrayBuffer(MASK_BYTES));
  mask.setBigUint64(0, thread.affinity & available(kernel), true);
  return context.memory.writeBytes(argument(context, 2), new Uint8Array(mask.buffer))
    ? MASK_BYTES
    : -Errno.EFAULT;
};

/** sched_setaffinity(thread, bytes, mask): who stands on a processor that it may no longer use leaves it. */
export const schedSetaffinity: SystemCallHandler = (kernel, _process, context) => {
  const thread = threadNamed(kernel, context);
  if (thread === null) return -Errno.ESRCH;
  const mask = readMask(context, argument(context, 2), argument(context, 1));
  if (mask === null) return -Errno.EFAULT;
  if ((mask & available(kernel)) === 0n) return -Errno.EINVAL;
  thread.affinity = mask;
  const processor = processorOf(kernel.state, thread.id);
  if (processor === null || mayRunOn(mask, processor.index)) return 0;
  if (thread.id !== currentThread(kernel).id) {
    preempt(kernel, thread, 'wake');
    return 0;
  }
  finishCall(kernel, thread, 0);
  setState(kernel, thread, 'ready');
  return 'no-return';
};

/** getcpu(processor, node, unused) */
export const getcpu: SystemCallHandler = (kernel, _process, context) => {
  const values = [currentProcessor(kernel.state).index, 0];
  for (const [k, value] of values.entries()) {
    const address = argument(context, k);
    if (address !== 0 && !context.memory.writeInt32(address, value)) return -Errno.EFAULT;
  }
  return 0;
};

function threadNamed(kernel: Kernel, context: ExecutionContext): Thread | null {
  const id = argument32(context, 0);
  return id === 0 ? currentThread(kernel) : (kernel.state.threads.get(pid(id)) ?? null);
}

/** No machine has more processors than MASK_BYTES have bits: the rest of a longer mask names none. */
function readMask(context: ExecutionContext, address: number, bytes: number): bigint | null {
  const read = context.memory.readBytes(address, Math.min(Math.max(bytes, 0), MASK_BYTES));
  if (read === null) return null;
  return read.reduceRight((mask, byte) => (mask << 8n) | BigInt(byte), 0n);
}

function available(kernel: Kernel): bigint {
  return (1n << BigInt(kernel.state.processors.length)) - 1n;
}
