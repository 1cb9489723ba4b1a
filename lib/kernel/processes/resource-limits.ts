/**
 * getrlimit, setrlimit and prlimit: what one process may use. Enforced: open files, processes, file
 * size, processor time, address space and data (memory-limits.ts). Others are kept and told, and mean nothing here.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import type { Kernel, SystemCallHandler } from '../kernel';
import { pid } from '../pid';
import type { Process } from './process';
import { limitHeap } from '../memory/memory-limits';
import { Resource, type Limit } from './process-limits';

const LIMIT_BYTES = 16;
const INFINITY_WORD = 0xffff_ffff_ffff_ffffn;

export const getrlimit: SystemCallHandler = (kernel, process, context) => {
  const limit = process.limits[argument32(context, 0)];
  if (limit === undefined) return -Errno.EINVAL;
  return context.memory.writeBytes(argument(context, 1), encode(limit)) ? 0 : -Errno.EFAULT;
};

export const setrlimit: SystemCallHandler = (kernel, process, context) => {
  const wanted = context.memory.readBytes(argument(context, 1), LIMIT_BYTES);
  if (wanted === null) return -Errno.EFAULT;
  return change(kernel, process, argument32(context, 0), decode(wanted));
};

/** prlimit(pid, resource, new, old): pid 0 is the caller. */
export const prlimit: SystemCallHandler = (kernel, process, context) => {
  const target = targetOf(kernel, process, argument32(context, 0));
  if (target === null) return -Errno.ESRCH;
  const resource = argument32(context, 1);
  const before = target.limits[resource];
  if (before === undefined) return -Errno.EINVAL;
  const address = argument(context, 2);
  const oldAddress = argument(context, 3);
  if (address !== 0) {
    const wanted = context.memory.readBytes(address, LIMIT_BYTES);
    if (wanted === null) return -Errno.EFAULT;
    const changed = change(kernel, target, resource, decode(wanted));
    if (changed < 0) return changed;
  }
  if (oldAddress !== 0 && !context.memory.writeBytes(oldAddress, encode(before)))
    return -Errno.EFAULT;
  return 0;
};

function targetOf(kernel: Kernel, process: Process, wanted: number): Process | null {
  if (wanted === 0) return process;
  return kernel.state.processes.get(pid(wanted)) ?? null;
}

/** Nobody is privileged: a hard limit only goes down. */
function change(kernel: Kernel, process: Process, resource: number, wanted: Limit): number {
  const before = process.limits[resource];
  if (before === undefined || wanted.soft > wanted.hard) return -Errno.EINVAL;
  if (wanted.hard > before.hard) return -Errno.EPERM;
  process.limits = process.limits.map((limit, k) => (k === resource ? wanted : limit));
  const context = kernel.contexts.get(process.pid);
  if (
    context !== undefined &&
    (resource === Resource.RLIMIT_AS || resource === Resource.RLIMIT_DATA)
  )
    limitHeap(kernel, process, context);
  return 0;
}

function encode({ soft, hard }: Limit): Uint8Array {
  const bytes = new Uint8Array(LIMIT_BYTES);
  const view = new DataView(bytes.buffer);
  const word = (value: number): bigint => (value === Infinity ? INFINITY_WORD : BigInt(value));
  view.setBigUint64(0, word(soft), true);
  view.setBigUint64(8, word(hard), true);
  return bytes;
}

function decode(bytes: Uint8Array): Limit {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const value = (word: bigint): number => (word >= 2n ** 53n ? Infinity : Number(word));
  return {
    soft: value(view.getBigUint64(0, true)),
    hard: value(view.getBigUint64(8, true)),
  };
}
