/**
 * Which open file descriptions can be read or written without waiting, poll(2). Whoever changes what a
 * description's readiness depends on ends with `settlePollers` (pollers.ts).
 * A new kind of target gets a case in `readinessOf` and in `amountOf`, and that is all.
 */
import { eventObject } from '../event-descriptors/object-of-inode';
import { COUNT_MAX, expirations, type EpollObject } from '../event-descriptors/event-object';
import { inodeOf } from '../files/file-system';
import { processOf, type Kernel } from '../kernel';
import { readable, writable, type OpenFileDescription } from '../files/open-file';
import { PIPE_BUF, room } from '../files/pipe';
import type { Pid } from '../pid';
import type { PollItem } from './poll-request';
import { READABLE, Ready, WRITABLE } from './poll-events';
import { has, type SignalSet } from '../signals/signal-set';
import { socketReadiness } from '../sockets/readiness';

/** `viewer`: the thread that asks, whose pending signals a signalfd tells. */
export function readinessOf(kernel: Kernel, description: OpenFileDescription, viewer: Pid): number {
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
    case 'events':
      return eventReadiness(kernel, target.inode, viewer);
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

function eventReadiness(kernel: Kernel, inode: number, viewer: Pid): number {
  const object = eventObject(kernel, inode);
  switch (object?.kind) {
    case undefined:
      return Ready.POLLNVAL;
    case 'counter': {
      const { count } = object;
      return (count > 0n ? Ready.POLLIN : 0) | (count < COUNT_MAX ? Ready.POLLOUT : 0);
    }
    case 'timer':
      return expirations(object, kernel.state.timeNs) > 0 ? Ready.POLLIN : 0;
    case 'signals':
      return pendingFor(kernel, viewer, object.set) > 0 ? Ready.POLLIN : 0;
    case 'epoll':
      return isEpollReady(kernel, inode, viewer) ? READABLE : 0;
  }
}

/** Whether epoll_wait would return at once. */
export function isEpollReady(kernel: Kernel, inode: number, viewer: Pid): boolean {
  const object = eventObject(kernel, inode);
  if (object?.kind !== 'epoll') return false;
  return object.ready.some((number) => isReady(kernel, object, number, viewer));
}

function isReady(kernel: Kernel, object: EpollObject, number: number, viewer: Pid): boolean {
  const interest = object.interests.find((each) => each.number === number);
  if (interest === undefined || interest.disabled) return false;
  const description = kernel.state.descriptions.get(interest.description);
  if (description === undefined) return false;
  const wanted = interest.events | Ready.POLLERR | Ready.POLLHUP;
  return (readinessOf(kernel, description, viewer) & wanted) !== 0;
}

function pendingFor(kernel: Kernel, viewer: Pid, set: SignalSet): number {
  const thread = kernel.state.threads.get(viewer);
  if (thread === undefined) return 0;
  const queues = [thread.signals, processOf(kernel, thread.process).signals];
  return queues.reduce(
    (sum, { pending }) => sum + pending.filter(({ signal }) => has(set, signal)).length,
    0,
  );
}

/**
 * How much there is to read, in whatever unit: when it grows, something new has come, which is what
 * edge-triggered epoll tells.
 */
export function amountOf(kernel: Kernel, description: OpenFileDescription, viewer: Pid): number {
  const { target } = description;
  switch (target.kind) {
    case 'pipe':
      return readable(description) ? (kernel.state.pipes.get(target.pipe)?.length ?? 0) : 0;
    case 'console': {
      const { ready, readyOffset } = kernel.state.console;
      return ready.reduce((sum, { length }) => sum + length, -readyOffset);
    }
    case 'socket': {
      const socket = kernel.state.network.sockets.get(target.socket);
      return socket === undefined ? 0 : socket.incomingBytes + socket.pending.length;
    }
    case 'message-queue': {
      const { content } = inodeOf(kernel.state.files, target.inode);
      return content.kind === 'message-queue' ? content.messages.length : 0;
    }
    case 'events':
      return eventAmount(kernel, target.inode, viewer);
    case 'file':
    case 'directory':
    case 'null':
    case 'zero':
    case 'full':
    case 'random':
    case 'urandom':
    case 'generated':
      return 0;
  }
}

function eventAmount(kernel: Kernel, inode: number, viewer: Pid): number {
  const object = eventObject(kernel, inode);
  switch (object?.kind) {
    case undefined:
      return 0;
    case 'counter':
      return Number(object.count);
    case 'timer':
      return Math.min(1, expirations(object, kernel.state.timeNs));
    case 'signals':
      return pendingFor(kernel, viewer, object.set);
    case 'epoll':
      return object.ready.length;
  }
}

/** Which of its events an item has now, errors always told. */
export function itemReadiness(kernel: Kernel, item: PollItem, viewer: Pid): number {
  if (item.fd < 0) return 0;
  const description =
    item.description === null ? undefined : kernel.state.descriptions.get(item.description);
  if (description === undefined) return Ready.POLLNVAL;
  const always = Ready.POLLERR | Ready.POLLHUP;
  return readinessOf(kernel, description, viewer) & (item.events | always);
}
