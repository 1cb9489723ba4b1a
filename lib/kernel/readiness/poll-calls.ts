/**
 * poll, ppoll, select and pselect6: waiting for one of several descriptors. A signal always ends them with
 * EINTR. What is ready is readiness.ts; epoll is epoll-calls.ts.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { currentThread, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import { hasNews, requestEvents, tellReadiness } from './pollers';
import type { PollAnswer, PollItem } from './poll-request';
import { blockable, readSet, type SignalSet } from '../signals/signal-set';
import { readDuration, startTimeout } from '../time/timeouts';
import type { Read } from '../memory/user-memory';

const POLLFD_BYTES = 8;
const DESCRIPTORS_MAX = 1024;

export const poll: SystemCallHandler = (kernel, process, context) => {
  const milliseconds = argument32(context, 2);
  return pollAll(kernel, process, context, milliseconds < 0 ? null : milliseconds * 1e6, null);
};

export const ppoll: SystemCallHandler = (kernel, process, context) => {
  const timeout = optional(argument(context, 2), (address) => readDuration(context, address));
  if (timeout.kind === 'error') return -timeout.errno;
  const mask = readMask(context, argument(context, 3));
  return mask.kind === 'error'
    ? -mask.errno
    : pollAll(kernel, process, context, timeout.value, mask.value);
};

export const select: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 4);
  const timeout = optional(address, (at) => readTimeval(context, at));
  if (timeout.kind === 'error') return -timeout.errno;
  return selectAmong(kernel, process, context, timeout.value, address, null);
};

/** The last argument points to the address of a set of signals. */
export const pselect6: SystemCallHandler = (kernel, process, context) => {
  const timeout = optional(argument(context, 4), (address) => readDuration(context, address));
  if (timeout.kind === 'error') return -timeout.errno;
  const pair = argument(context, 5);
  const maskAddress = pair === 0 ? 0 : context.memory.readInt64(pair);
  if (maskAddress === null) return -Errno.EFAULT;
  const mask = readMask(context, maskAddress);
  return mask.kind === 'error'
    ? -mask.errno
    : selectAmong(kernel, process, context, timeout.value, 0, mask.value);
};

function pollAll(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  timeoutNs: number | null,
  mask: SignalSet | null,
): CallResult {
  const address = argument(context, 0);
  const count = argument(context, 1);
  if (count > kernel.budgets.openFilesMax) return -Errno.EINVAL;
  const bytes = context.memory.readBytes(address, POLLFD_BYTES * count);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const items = Array.from({ length: count }, (_, k) =>
    itemOf(process, view.getInt32(8 * k, true), view.getInt16(8 * k + 4, true)),
  );
  return wait(kernel, items, { kind: 'poll', address }, timeoutNs, mask);
}

function selectAmong(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  timeoutNs: number | null,
  leftAddress: number,
  mask: SignalSet | null,
): CallResult {
  const count = Math.min(argument32(context, 0), DESCRIPTORS_MAX);
  if (count < 0) return -Errno.EINVAL;
  const sets = [1, 2, 3].map((k) => argument(context, k));
  const events = new Array<number>(count).fill(0);
  for (const [kind, address] of sets.entries()) {
    if (address === 0) continue;
    const bytes = context.memory.readBytes(address, 8 * Math.ceil(count / 64));
    if (bytes === null) return -Errno.EFAULT;
    for (let fd = 0; fd < count; fd++)
      if (((bytes[fd >> 3] ?? 0) & (1 << (fd & 7))) !== 0)
        events[fd] = (events[fd] ?? 0) | requestEvents(kind);
  }
  const items = events.map((wanted, fd) => itemOf(process, fd, wanted)).filter((i) => i.events > 0);
  if (items.some(({ description }) => description === null)) return -Errno.EBADF;
  const untilNs = timeoutNs === null ? null : kernel.state.timeNs + timeoutNs;
  const [read = 0, write = 0, except = 0] = sets;
  const answer = {
    kind: 'select',
    sets: [read, write, except],
    count,
    leftAddress,
    untilNs,
  } as const;
  return wait(kernel, items, answer, timeoutNs, mask);
}

/** Tells what is ready, or blocks until something is; the first signal mask is put back then. */
export function wait(
  kernel: Kernel,
  items: readonly PollItem[],
  answer: PollAnswer,
  timeoutNs: number | null,
  mask: SignalSet | null,
): CallResult {
  const request = { items, answer };
  const thread = currentThread(kernel);
  if (timeoutNs === 0 || hasNews(kernel, request, thread.id))
    return tellReadiness(kernel, thread.id, request);
  let restoreMask: SignalSet | null = null;
  if (mask !== null) {
    restoreMask = thread.signals.blocked;
    thread.signals.blocked = blockable(mask);
    kernel.state.signaled.push(thread.id);
  }
  if (timeoutNs !== null) startTimeout(kernel, timeoutNs);
  kernel.state.pollers.push(thread.id);
  return { kind: 'poll', request, restoreMask };
}

function itemOf(process: Process, fd: number, events: number): PollItem {
  return { fd, description: process.descriptors[fd]?.description ?? null, events };
}

/** null where there is nothing at the address 0. */
export function optional<T>(address: number, read: (address: number) => Read<T>): Read<T | null> {
  return address === 0 ? { kind: 'value', value: null } : read(address);
}

export function readMask(context: ExecutionContext, address: number): Read<SignalSet | null> {
  return optional(address, (at): Read<SignalSet> => {
    const set = readSet(context, at);
    return set === null ? { kind: 'error', errno: Errno.EFAULT } : { kind: 'value', value: set };
  });
}

/** A struct timeval that says how long; microseconds past a second are carried, as Linux does. */
function readTimeval({ memory }: ExecutionContext, address: number): Read<number> {
  const seconds = memory.readInt64(address);
  const microseconds = memory.readInt64(address + 8);
  if (seconds === null || microseconds === null) return { kind: 'error', errno: Errno.EFAULT };
  if (seconds < 0 || microseconds < 0) return { kind: 'error', errno: Errno.EINVAL };
  return { kind: 'value', value: seconds * 1e9 + microseconds * 1000 };
}
