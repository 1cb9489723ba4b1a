/**
 * mq_open, mq_unlink, mq_timedsend, mq_timedreceive, mq_notify, mq_getsetattr: a queue's descriptor is a file
 * descriptor, as on Linux. Leaves out: SIGEV_THREAD (EINVAL).
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { user } from '../files/credentials';
import { descriptionOf, installDescriptor, openDescription } from '../files/descriptors';
import { inodeOf, link, mayRemove, newInode, Permission, permitted } from '../files/file-system';
import { unlinkInode } from '../files/inodes';
import {
  complete,
  contextOf,
  currentThread,
  note,
  processOf,
  threadOf,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { OpenFlag, readable, writable, type OpenFileDescription } from '../files/open-file';
import { lookUp, type Lookup } from '../files/path-lookup';
import {
  enqueue,
  MESSAGE_BYTES_MAX,
  MESSAGES_MAX,
  newPosixQueue,
  PRIORITIES,
  type PosixMessageQueue,
  type PrioritizedMessage,
} from './posix-message-queue';
import { headOf } from '../pointed-arguments';
import type { Process } from '../processes/process';
import { settlePollers } from '../readiness/pollers';
import { SignalCode } from '../signals/signal-info';
import { isSignal, sendInfo } from '../signals/signals';
import type { Thread } from '../threads/thread';
import { readDeadline, startTimeout } from '../time/timeouts';
import { readPath } from '../memory/user-memory';

const DIRECTORY = '/dev/mqueue/';
const ATTRIBUTES_BYTES = 64;
const SIGEV_SIGNAL = 0;
const SIGEV_NONE = 1;

/** The name comes without its slash, as the C library strips it. */
export const mqOpen: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 1);
  const found = queueNamed(kernel, process, context);
  if (found.kind === 'error') return -found.errno;
  const closeOnExec = (flags & OpenFlag.O_CLOEXEC) !== 0;
  if (found.kind === 'found') {
    const { inode } = found;
    const both = OpenFlag.O_CREAT | OpenFlag.O_EXCL;
    if ((flags & both) === both) return -Errno.EEXIST;
    if (inode.content.kind !== 'message-queue') return -Errno.EACCES;
    const access = [Permission.read, Permission.write, Permission.read | Permission.write];
    const wanted = access[flags & OpenFlag.O_ACCMODE];
    if (wanted === undefined) return -Errno.EINVAL;
    if (!permitted(inode, user.student, wanted)) return -Errno.EACCES;
    const target = { kind: 'message-queue', inode: inode.number } as const;
    const description = openDescription(kernel, inode, target, flags, `${DIRECTORY}${found.name}`);
    return installDescriptor(kernel, process, description, closeOnExec);
  }
  if ((flags & OpenFlag.O_CREAT) === 0) return -Errno.ENOENT;
  const attributes = argument(context, 3);
  let messagesMax = MESSAGES_MAX;
  let messageBytesMax = MESSAGE_BYTES_MAX;
  if (attributes !== 0) {
    const count = context.memory.readInt64(attributes + 8);
    const bytes = context.memory.readInt64(attributes + 16);
    if (count === null || bytes === null) return -Errno.EFAULT;
    if (count <= 0 || bytes <= 0) return -Errno.EINVAL;
    if (count > MESSAGES_MAX || bytes > MESSAGE_BYTES_MAX) return -Errno.EINVAL;
    messagesMax = count;
    messageBytesMax = bytes;
  }
  const { files, timeNs } = kernel.state;
  const queue = newPosixQueue(`/${found.name}`, messagesMax, messageBytesMax);
  const mode = argument32(context, 2) & 0o777 & ~process.umask;
  const inode = newInode(files, queue, mode, user.student, timeNs);
  link(found.directory, found.name, inode, timeNs);
  const target = { kind: 'message-queue', inode: inode.number } as const;
  const description = openDescription(kernel, inode, target, flags, `${DIRECTORY}${found.name}`);
  return installDescriptor(kernel, process, description, closeOnExec);
};

export const mqUnlink: SystemCallHandler = (kernel, process, context) => {
  const found = queueNamed(kernel, process, context);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  if (!mayRemove(found.directory, found.inode, user.student)) return -Errno.EACCES;
  unlinkInode(kernel, found.directory, found.name, found.inode);
  return 0;
};

export const mqTimedsend: SystemCallHandler = (kernel, process, context) => {
  const open = openQueue(kernel, process, context, writable);
  const size = argument(context, 2);
  const priority = argument32(context, 3) >>> 0;
  if (priority >= PRIORITIES) return -Errno.EINVAL;
  const timeout = timeoutArgument(kernel, context);
  if (timeout < 0) return timeout;
  if (typeof open === 'number') return open;
  const { queue, description } = open;
  // A size_t: what is negative here is larger than anything.
  if (size < 0 || size > queue.messageBytesMax) return -Errno.EMSGSIZE;
  const bytes = context.memory.readBytes(argument(context, 1), size);
  if (bytes === null) return -Errno.EFAULT;
  const message = { priority, bytes };
  if (queue.messages.length < queue.messagesMax) {
    add(kernel, process, queue, message);
    settle(kernel, queue);
    return 0;
  }
  const refused = refusal(kernel, description, timeout);
  if (refused !== 0) return refused;
  queue.senders.push(currentThread(kernel).id);
  return { kind: 'queue-send', inode: description.target.inode, name: queue.name, message };
};

export const mqTimedreceive: SystemCallHandler = (kernel, process, context) => {
  const open = openQueue(kernel, process, context, readable);
  const timeout = timeoutArgument(kernel, context);
  if (timeout < 0) return timeout;
  if (typeof open === 'number') return open;
  const { queue, description } = open;
  if (argument(context, 2) < queue.messageBytesMax) return -Errno.EMSGSIZE;
  const places = { address: argument(context, 1), priorityAddress: argument(context, 3) };
  if (queue.messages.length > 0) {
    const result = receive(kernel, currentThread(kernel), queue, places);
    settle(kernel, queue);
    return result;
  }
  const refused = refusal(kernel, description, timeout);
  if (refused !== 0) return refused;
  queue.receivers.push(currentThread(kernel).id);
  return { kind: 'queue-receive', inode: description.target.inode, name: queue.name, ...places };
};

/** struct sigevent: value (8 bytes), signal, kind. None: the process gives up its place. */
export const mqNotify: SystemCallHandler = (kernel, process, context) => {
  const open = openQueue(kernel, process, context, () => true);
  const address = argument(context, 1);
  const bytes = address === 0 ? null : context.memory.readBytes(address, 16);
  if (address !== 0 && bytes === null) return -Errno.EFAULT;
  if (typeof open === 'number') return open;
  const { queue } = open;
  if (bytes === null) {
    if (queue.notification?.process === process.pid) queue.notification = null;
    return 0;
  }
  const view = new DataView(bytes.buffer);
  const signal = view.getInt32(8, true);
  const how = view.getInt32(12, true);
  if (how !== SIGEV_SIGNAL && how !== SIGEV_NONE) return -Errno.EINVAL;
  if (how === SIGEV_SIGNAL && !isSignal(signal)) return -Errno.EINVAL;
  if (queue.notification !== null) return -Errno.EBUSY;
  queue.notification = {
    process: process.pid,
    signal: how === SIGEV_SIGNAL ? signal : null,
    value: view.getBigUint64(0, true),
  };
  return 0;
};

/** struct mq_attr: flags, messages at most, bytes of one at most, messages now. */
export const mqGetsetattr: SystemCallHandler = (kernel, process, context) => {
  const open = openQueue(kernel, process, context, () => true);
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const flags = address === 0 ? null : context.memory.readInt64(address);
  if (address !== 0 && flags === null) return -Errno.EFAULT;
  if (flags !== null && (flags & ~OpenFlag.O_NONBLOCK) !== 0) return -Errno.EINVAL;
  if (typeof open === 'number') return open;
  const { queue, description } = open;
  if (oldAddress !== 0) {
    const view = new DataView(new ArrayBuffer(ATTRIBUTES_BYTES));
    view.setUint32(0, description.flags & OpenFlag.O_NONBLOCK, true);
    view.setUint32(8, queue.messagesMax, true);
    view.setUint32(16, queue.messageBytesMax, true);
    view.setUint32(24, queue.messages.length, true);
    if (!context.memory.writeBytes(oldAddress, new Uint8Array(view.buffer))) return -Errno.EFAULT;
  }
  if (flags !== null) description.flags = (description.flags & ~OpenFlag.O_NONBLOCK) | flags;
  return 0;
};

export function queueOf(kernel: Kernel, inode: number): PosixMessageQueue {
  const { content } = inodeOf(kernel.state.files, inode);
  if (content.kind !== 'message-queue') throw new Error(`inode ${inode} is no message queue`);
  return content;
}

function queueNamed(kernel: Kernel, process: Process, context: ExecutionContext): Lookup {
  const name = readPath(context, argument(context, 0));
  if (name.kind === 'error') return name;
  if (name.value === '') return { kind: 'error', errno: Errno.ENOENT };
  if (name.value.includes('/')) return { kind: 'error', errno: Errno.EACCES };
  return lookUp(kernel, process, `${DIRECTORY}${name.value}`, { keepLink: true });
}

interface OpenQueue {
  readonly queue: PosixMessageQueue;
  readonly description: OpenFileDescription;
}

/** The queue of the descriptor in argument 0, or -EBADF. */
function openQueue(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  allowed: (description: OpenFileDescription) => boolean,
): OpenQueue | number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description?.target.kind !== 'message-queue' || !allowed(description)) return -Errno.EBADF;
  return { queue: queueOf(kernel, description.target.inode), description };
}

/** Why a call may not wait; 0: it may, and its time runs. */
function refusal(kernel: Kernel, { flags }: OpenFileDescription, timeoutNs: number): number {
  if ((flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  if (timeoutNs === 0) return -Errno.ETIMEDOUT;
  if (timeoutNs < Infinity) startTimeout(kernel, timeoutNs);
  return 0;
}

/** How long the call in argument 4 may wait; Infinity: for ever. Or -errno. */
function timeoutArgument(kernel: Kernel, context: ExecutionContext): number {
  const address = argument(context, 4);
  if (address === 0) return Infinity;
  const deadline = readDeadline(kernel, context, address);
  return deadline.kind === 'error' ? -deadline.errno : Math.max(0, deadline.value);
}

function add(
  kernel: Kernel,
  process: Process,
  queue: PosixMessageQueue,
  message: PrioritizedMessage,
): void {
  const tells = queue.messages.length === 0 && queue.receivers.length === 0;
  enqueue(queue, message);
  noteMessage(kernel, process, queue, 'sent', message);
  const { notification } = queue;
  if (!tells || notification === null) return;
  queue.notification = null;
  const told = kernel.state.processes.get(notification.process);
  if (notification.signal === null || told === undefined) return;
  const { value, signal } = notification;
  const code = SignalCode.SI_MESGQ;
  sendInfo(kernel, told, signal, { kind: 'queued', code, from: process.pid, value });
}

/** Takes the first message; its size, or -EFAULT. */
function receive(
  kernel: Kernel,
  thread: Thread,
  queue: PosixMessageQueue,
  places: { readonly address: number; readonly priorityAddress: number },
): number {
  const message = queue.messages.shift();
  if (message === undefined) throw new Error('no message');
  noteMessage(kernel, processOf(kernel, thread.process), queue, 'received', message);
  const { memory } = contextOf(kernel, thread.id);
  if (!memory.writeBytes(places.address, message.bytes)) return -Errno.EFAULT;
  const told =
    places.priorityAddress === 0 || memory.writeInt32(places.priorityAddress, message.priority);
  return told ? message.bytes.length : -Errno.EFAULT;
}

/** Completes every blocked call that the queue now allows, in order of arrival. */
function settle(kernel: Kernel, queue: PosixMessageQueue): void {
  for (;;) {
    const receiver = queue.messages.length > 0 ? queue.receivers.shift() : undefined;
    const sender = queue.messages.length < queue.messagesMax ? queue.senders.shift() : undefined;
    if (receiver === undefined && sender === undefined) break;
    if (receiver !== undefined) {
      const thread = threadOf(kernel, receiver);
      if (thread.wait?.kind !== 'queue-receive') throw new Error(`${receiver} receives nothing`);
      complete(kernel, thread, receive(kernel, thread, queue, thread.wait));
    }
    if (sender !== undefined) {
      const thread = threadOf(kernel, sender);
      if (thread.wait?.kind !== 'queue-send') throw new Error(`${sender} sends nothing`);
      add(kernel, processOf(kernel, thread.process), queue, thread.wait.message);
      complete(kernel, thread, 0);
    }
  }
  settlePollers(kernel);
}

function noteMessage(
  kernel: Kernel,
  process: Process,
  queue: PosixMessageQueue,
  direction: 'sent' | 'received',
  { priority, bytes }: PrioritizedMessage,
): void {
  if (!kernel.traceFull) return;
  note(kernel, process.pid, {
    kind: 'message',
    queue: `message queue ${queue.name}`,
    direction,
    priority,
    byteCount: bytes.length,
    head: headOf(bytes),
    waiting: queue.messages.length,
  });
}
