/** The calls that wait for descriptors to be ready: poll, select and epoll_wait. */
import { Errno } from '../../abi/errno';
import { eventObject } from '../event-descriptors/object-of-inode';
import { complete, contextOf, threadOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Thread, Wait } from '../threads/thread';
import { collect, noteNews } from './epoll-ready';
import { READABLE, Ready, WRITABLE } from './poll-events';
import type { PollAnswer, PollRequest } from './poll-request';
import { isEpollReady, itemReadiness } from './readiness';

const EPOLL_EVENT_BYTES = 12;

/** Completes every poll and select that has something to tell now, oldest first. */
export function settlePollers(kernel: Kernel): void {
  const { state } = kernel;
  noteNews(kernel);
  for (const pid of state.pollers.slice()) {
    const poller = threadOf(kernel, pid);
    const { wait } = poller;
    if (wait?.kind !== 'poll') throw new Error(`thread ${pid} polls nothing`);
    if (hasNews(kernel, wait.request, pid)) endPolling(kernel, poller, wait);
  }
}

/** Whether a request has something to tell the thread. */
export function hasNews(kernel: Kernel, { items, answer }: PollRequest, viewer: Pid): boolean {
  if (answer.kind !== 'epoll')
    return items.some((item) => itemReadiness(kernel, item, viewer) !== 0);
  return isEpollReady(kernel, answer.inode, viewer);
}

/** Something is ready, or the time is over: the call's result, and the signal mask of before. */
export function endPolling(kernel: Kernel, thread: Thread, wait: Wait & { kind: 'poll' }): void {
  const { state } = kernel;
  state.pollers = state.pollers.filter((other) => other !== thread.id);
  if (wait.restoreMask !== null) {
    thread.signals.blocked = wait.restoreMask;
    state.signaled.push(thread.id);
  }
  complete(kernel, thread, tellReadiness(kernel, thread.id, wait.request));
}

/** Writes what is ready where the program looks; the call's result. */
export function tellReadiness(kernel: Kernel, viewer: Pid, { items, answer }: PollRequest): number {
  const { memory } = contextOf(kernel, viewer);
  let count = 0;
  if (answer.kind === 'epoll') return tellEvents(kernel, viewer, answer);
  if (answer.kind === 'poll') {
    items.forEach((item, k) => {
      const ready = itemReadiness(kernel, item, viewer);
      if (ready !== 0) count++;
      const at = answer.address + 8 * k + 6;
      memory.writeBytes(at, Uint8Array.of(ready & 0xff, ready >> 8));
    });
    return count;
  }
  answer.sets.forEach((address, kind) => {
    if (address === 0) return;
    const set = new Uint8Array(8 * Math.ceil(answer.count / 64));
    for (const item of items) {
      const selected = selectEvents[kind] ?? 0;
      const wanted = item.events & requestEvents(kind);
      if (wanted === 0 || (itemReadiness(kernel, item, viewer) & selected) === 0) continue;
      set[item.fd >> 3] = (set[item.fd >> 3] ?? 0) | (1 << (item.fd & 7));
      count++;
    }
    memory.writeBytes(address, set);
  });
  if (answer.leftAddress !== 0 && answer.untilNs !== null) {
    const leftNs = Math.max(0, answer.untilNs - kernel.state.timeNs);
    memory.writeInt64(answer.leftAddress, Math.floor(leftNs / 1e9));
    memory.writeInt64(answer.leftAddress + 8, Math.floor((leftNs % 1e9) / 1000));
  }
  return count;
}

/** An array of struct epoll_event, of 12 bytes each. */
function tellEvents(
  kernel: Kernel,
  viewer: Pid,
  { inode, address, max }: PollAnswer & { readonly kind: 'epoll' },
): number {
  const object = eventObject(kernel, inode);
  if (object?.kind !== 'epoll') return 0;
  const told = collect(kernel, object, viewer, max);
  const bytes = new Uint8Array(EPOLL_EVENT_BYTES * told.length);
  const view = new DataView(bytes.buffer);
  told.forEach(({ events, data }, k) => {
    view.setUint32(EPOLL_EVENT_BYTES * k, events, true);
    view.setBigUint64(EPOLL_EVENT_BYTES * k + 4, data, true);
  });
  if (told.length === 0) return 0;
  return contextOf(kernel, viewer).memory.writeBytes(address, bytes) ? told.length : -Errno.EFAULT;
}

/** What select's sets mean in events, as Linux maps them: readable, writable, exceptional. */
const selectEvents = [
  READABLE | Ready.POLLHUP | Ready.POLLERR,
  WRITABLE | Ready.POLLERR,
  Ready.POLLPRI,
] as const;

/** The event that stands for a set of select in a request. */
export function requestEvents(kind: number): number {
  return [Ready.POLLIN, Ready.POLLOUT, Ready.POLLPRI][kind] ?? 0;
}
