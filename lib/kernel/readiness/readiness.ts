/**
 * Which open file descriptions can be read or written without waiting, poll(2), and the calls that wait for
 * that. Whoever changes what a description's readiness depends on ends with `settlePollers`.
 * A new kind of target gets a case in `readinessOf`, and that is all.
 */
import type { ExecutionContext } from '../../vm/context';
import { inodeOf } from '../files/file-system';
import { complete, contextOf, threadOf, type Kernel } from '../kernel';
import { readable, writable, type OpenFileDescription } from '../files/open-file';
import { PIPE_BUF, room } from '../files/pipe';
import type { PollItem, PollRequest } from './poll-request';
import { READABLE, Ready, WRITABLE } from './poll-events';
import { socketReadiness } from '../sockets/readiness';
import type { Thread, Wait } from '../threads/thread';

export function readinessOf(kernel: Kernel, description: OpenFileDescription): number {
  const { target } = description;
  switch (target.kind) {
    case 'pipe': {
      const pipe = kernel.state.pipes.get(target.pipe);
      if (pipe === undefined) return Ready.POLLNVAL;
      let ready = 0;
      if (readable(description)) {
        if (pipe.length > 0) ready |= READABLE;
        if (pipe.writeEnds === 0 && pipe.hadWriter) ready |= Ready.POLLHUP;
      }
      if (writable(description)) {
        if (room(pipe) >= PIPE_BUF) ready |= WRITABLE;
        if (pipe.readEnds === 0) ready |= Ready.POLLERR;
      }
      return ready;
    }
    case 'console': {
      const { console } = kernel.state;
      let ready = 0;
      if (target.stream === 'stdin' || console.terminal) {
        if (console.ready.length > 0) ready |= READABLE;
        else if (console.closed) ready |= console.terminal ? READABLE : Ready.POLLHUP;
      }
      if (target.stream !== 'stdin' || console.terminal) ready |= WRITABLE;
      return ready;
    }
    case 'socket':
      return socketReadiness(kernel.state.network, target.socket);
    case 'message-queue': {
      const { content } = inodeOf(kernel.state.files, target.inode);
      if (content.kind !== 'message-queue') return Ready.POLLNVAL;
      const { messages, messagesMax } = content;
      return (messages.length > 0 ? READABLE : 0) | (messages.length < messagesMax ? WRITABLE : 0);
    }
    case 'file':
    case 'directory':
    case 'null':
    case 'zero':
    case 'full':
    case 'random':
    case 'urandom':
    case 'generated':
      return READABLE | WRITABLE;
  }
}

/** Which of its events an item has now, errors always told. */
export function itemReadiness(kernel: Kernel, item: PollItem): number {
  if (item.fd < 0) return 0;
  const description =
    item.description === null ? undefined : kernel.state.descriptions.get(item.description);
  if (description === undefined) return Ready.POLLNVAL;
  const always = Ready.POLLERR | Ready.POLLHUP;
  return readinessOf(kernel, description) & (item.events | always);
}

/** Completes every poll and select that has something to tell now, oldest first. */
export function settlePollers(kernel: Kernel): void {
  const { state } = kernel;
  if (state.pollers.length === 0) return;
  for (const pid of state.pollers.slice()) {
    const poller = threadOf(kernel, pid);
    const { wait } = poller;
    if (wait?.kind !== 'poll') throw new Error(`thread ${pid} polls nothing`);
    if (!wait.request.items.some((item) => itemReadiness(kernel, item) !== 0)) continue;
    endPolling(kernel, poller, wait);
  }
}

/** Something is ready, or the time is over: the call's result, and the signal mask of before. */
export function endPolling(kernel: Kernel, thread: Thread, wait: Wait & { kind: 'poll' }): void {
  const { state } = kernel;
  state.pollers = state.pollers.filter((other) => other !== thread.id);
  if (wait.restoreMask !== null) {
    thread.signals.blocked = wait.restoreMask;
    state.signaled.push(thread.id);
  }
  complete(kernel, thread, tellReadiness(kernel, contextOf(kernel, thread.id), wait.request));
}

/** Writes what is ready where the program looks; the call's result. */
export function tellReadiness(
  kernel: Kernel,
  { memory }: Pick<ExecutionContext, 'memory'>,
  { items, answer }: PollRequest,
): number {
  let count = 0;
  if (answer.kind === 'poll') {
    items.forEach((item, k) => {
      const ready = itemReadiness(kernel, item);
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
      if (wanted === 0 || (itemReadiness(kernel, item) & selected) === 0) continue;
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
