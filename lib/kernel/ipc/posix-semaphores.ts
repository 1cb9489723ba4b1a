/**
 * POSIX semaphores, named and in the program's own memory. A process blocks only while the value is 0;
 * posting to one that somebody waits for hands the unit to the oldest waiter, and the value stays 0.
 * Leaves out: priorities.
 */
import { Errno } from '../../abi/errno';
import { SystemCall } from '../../abi/system-calls';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { SEM_VALUE_MAX } from '../../vm/semaphore-operations';
import {
  complete,
  currentThread,
  regionOf,
  threadOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { OpenFlag } from '../files/open-file';
import type { Process } from '../processes/process';
import type { Thread } from '../threads/thread';
import { attach, detach, nameRegion, newRegion, unnameRegion } from '../memory/regions';
import { readDeadline, startTimeout } from '../time/timeouts';
import { readPath } from '../memory/user-memory';

const SEM_T_BYTES = 32;
const NAME_MAX = 251;
const { sem_wait: WAIT, sem_trywait: TRY_WAIT, sem_post: POST } = SystemCall;

export const semOpen: SystemCallHandler = (kernel, process, context) => {
  const name = semaphoreName(context);
  if (typeof name === 'number') return name;
  const flags = argument32(context, 1);
  const { named } = kernel.state.posixSemaphores;
  let region = named.get(name);
  if (region === undefined) {
    if ((flags & OpenFlag.O_CREAT) === 0) return -Errno.ENOENT;
    const value = argument32(context, 3);
    if (value < 0) return -Errno.EINVAL;
    region = newRegion(kernel, `semaphore /${name}`, SEM_T_BYTES);
    regionOf(kernel, region).view.setInt32(0, value, true);
    nameRegion(kernel, region);
    named.set(name, region);
  } else if ((flags & OpenFlag.O_CREAT) !== 0 && (flags & OpenFlag.O_EXCL) !== 0)
    return -Errno.EEXIST;
  const open = process.attachments.find(
    (attachment) => attachment.kind === 'semaphore' && attachment.region === region,
  );
  if (open !== undefined) return open.address;
  return (
    attach(kernel, process, region, {
      kind: 'semaphore',
      address: null,
      readable: true,
      writable: true,
    }) ?? -Errno.ENOMEM
  );
};

export const semClose: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const open = process.attachments.find(
    (attachment) => attachment.kind === 'semaphore' && attachment.address === address,
  );
  if (open === undefined) return -Errno.EINVAL;
  detach(kernel, process, open);
  return 0;
};

export const semUnlink: SystemCallHandler = (kernel, _process, context) => {
  const name = semaphoreName(context);
  if (typeof name === 'number') return name;
  const { named } = kernel.state.posixSemaphores;
  const region = named.get(name);
  if (region === undefined) return -Errno.ENOENT;
  named.delete(name);
  unnameRegion(kernel, region);
  return 0;
};

export const semInit: SystemCallHandler = (_kernel, _process, context) => {
  const value = argument32(context, 2);
  if (value < 0) return -Errno.EINVAL;
  const bytes = new Uint8Array(SEM_T_BYTES);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return context.memory.writeBytes(argument(context, 0), bytes) ? 0 : -Errno.EFAULT;
};

export const semDestroy: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  if (context.memory.readInt32(address) === null) return -Errno.EFAULT;
  const waiting = kernel.state.posixSemaphores.waiting.has(keyOf(process, address));
  return waiting ? -Errno.EBUSY : 0;
};

export const semWait: SystemCallHandler = (kernel, process, context) =>
  waitFor(kernel, process, context, null);

/** Until a time of CLOCK_REALTIME at the latest. */
export const semTimedWait: SystemCallHandler = (kernel, process, context) => {
  const timeout = readDeadline(kernel, context, argument(context, 1));
  return timeout.kind === 'error'
    ? -timeout.errno
    : waitFor(kernel, process, context, timeout.value);
};

function waitFor(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  timeoutNs: number | null,
): CallResult {
  const address = argument(context, 0);
  const value = context.memory.readInt32(address);
  if (value === null) return -Errno.EFAULT;
  if (value > 0) {
    context.memory.writeInt32(address, value - 1);
    return 0;
  }
  if (timeoutNs !== null && timeoutNs <= 0) return -Errno.ETIMEDOUT;
  const key = keyOf(process, address);
  const { waiting } = kernel.state.posixSemaphores;
  const queue = waiting.get(key);
  if (queue === undefined) waiting.set(key, [currentThread(kernel).id]);
  else queue.push(currentThread(kernel).id);
  if (timeoutNs !== null) startTimeout(kernel, timeoutNs);
  return { kind: 'posix-semaphore', key, name: displayName(kernel, process, context, address) };
}

export const semTryWait: SystemCallHandler = (_kernel, _process, context) => {
  const address = argument(context, 0);
  const value = context.memory.readInt32(address);
  if (value === null) return -Errno.EFAULT;
  if (value <= 0) return -Errno.EAGAIN;
  context.memory.writeInt32(address, value - 1);
  return 0;
};

export const semPost: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 0);
  const value = context.memory.readInt32(address);
  if (value === null) return -Errno.EFAULT;
  const { waiting } = kernel.state.posixSemaphores;
  // Usually nobody waits for any: then no key is made.
  if (waiting.size > 0) {
    const key = keyOf(process, address);
    const queue = waiting.get(key);
    const oldest = queue?.shift();
    if (queue?.length === 0) waiting.delete(key);
    if (oldest !== undefined) {
      complete(kernel, threadOf(kernel, oldest), 0);
      return 0;
    }
  }
  if (value === SEM_VALUE_MAX) return -Errno.EOVERFLOW;
  return context.memory.writeInt32(address, value + 1) ? 0 : -Errno.EFAULT;
};

export const semGetValue: SystemCallHandler = (_kernel, _process, context) => {
  const value = context.memory.readInt32(argument(context, 0));
  if (value === null) return -Errno.EFAULT;
  return context.memory.writeInt32(argument(context, 1), value) ? 0 : -Errno.EFAULT;
};

/** Whether semaphores may be operated without a trap while this thread runs: nothing is missed then. */
export function semaphoresAreDirect({ state, traceFull }: Kernel, thread: Thread): boolean {
  return !traceFull && state.posixSemaphores.waiting.size === 0 && thread.cancel.requested === null;
}

/**
 * Whether a call is one that glibc does in the program's own memory, so that it takes no time in the
 * kernel: the same whether it comes as a trap (for a trace) or is done without one.
 */
export function needsNoKernel(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  call: number,
): boolean {
  if (call !== WAIT && call !== TRY_WAIT && call !== POST) return false;
  // Where everything is chosen nothing takes time, and every call is looked at.
  if (kernel.timing !== 'clock') return false;
  const address = argument(context, 0);
  const value = context.memory.readInt32(address);
  if (value === null) return false;
  if (call !== POST) return value > 0 || call === TRY_WAIT;
  const { waiting } = kernel.state.posixSemaphores;
  return waiting.size === 0 || !waiting.has(keyOf(process, address));
}

/** The same for all processes that share the memory at `address`. */
export function keyOf(process: Process, address: number): string {
  const attachment = process.attachments.find(
    (each) => address >= each.address && address < each.address + each.byteCount,
  );
  return attachment === undefined
    ? `p${process.pid}+${address}`
    : `r${attachment.region}+${address - attachment.address + attachment.offset}`;
}

/** What people call it: its name, the variable it is, or its place. */
export function displayName(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  address: number,
): string {
  const attachment = process.attachments.find(
    (each) => address >= each.address && address < each.address + each.byteCount,
  );
  if (attachment !== undefined) {
    const region = regionOf(kernel, attachment.region).name;
    return attachment.kind === 'semaphore'
      ? region.replace(/^semaphore /, '')
      : `at offset ${address - attachment.address + attachment.offset} of ${region}`;
  }
  const variable = context.image.globals.find(
    (global) => address >= global.location && address < global.location + global.bytes,
  );
  return variable?.name ?? `at 0x${address.toString(16)}`;
}

/** Without its slash; or -errno. */
function semaphoreName(context: ExecutionContext): string | number {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const name = path.value.replace(/^\/+/, '');
  if (name === '') return -Errno.EINVAL;
  if (name.includes('/')) return -Errno.EINVAL;
  return name.length > NAME_MAX ? -Errno.ENAMETOOLONG : name;
}
