/** System V message queues: msgget, msgsnd, msgrcv, msgctl. Which message goes to whom is message-queue.ts. */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { Permission } from '../files/file-system';
import {
  highestIndex,
  IPC_CREAT,
  IPC_EXCL,
  IPC_INFO,
  IPC_NOWAIT,
  IPC_PRIVATE,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  ipcSeconds,
  newPermissions,
  permits,
  putIpcPerm,
  setIpcPerm,
  wantedBy,
  withKey,
} from './ipc';
import {
  complete,
  contextOf,
  currentThread,
  note,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import {
  hasRoom,
  MSGMAX,
  MSGMNB,
  QUEUES_MAX,
  selectMessage,
  type Message,
  type MessageQueue,
} from './message-queue';
import { headOf } from '../pointed-arguments';
import type { Process } from '../processes/process';
import type { Wait } from '../threads/thread';

const MSG_NOERROR = 0o10000;
export const MSG_EXCEPT = 0o20000;
const MSG_COPY = 0o40000;
const MSG_STAT = 11;
const MSG_INFO = 12;
const MSG_STAT_ANY = 13;
const MSQID_DS_BYTES = 120;
const MSGINFO_BYTES = 32;

export const msgget: SystemCallHandler = (kernel, _process, context) => {
  const key = argument32(context, 0);
  const flags = argument32(context, 1);
  const { messageQueues, timeNs } = kernel.state;
  const existing = withKey(messageQueues.queues, key);
  if (existing !== undefined) {
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -Errno.EEXIST;
    return permits(existing, wantedBy(flags)) ? existing.id : -Errno.EACCES;
  }
  if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -Errno.ENOENT;
  if (messageQueues.queues.size >= QUEUES_MAX) return -Errno.ENOSPC;
  const id = messageQueues.nextId++;
  messageQueues.queues.set(id, {
    ...newPermissions(key, flags & 0o777),
    id,
    messages: [],
    byteCount: 0,
    bytesMax: MSGMNB,
    lastSender: 0,
    lastReceiver: 0,
    sentNs: null,
    receivedNs: null,
    changedNs: timeNs,
    senders: [],
    receivers: [],
  });
  return id;
};

/** The message is a long, its type, and then its bytes. */
export const msgsnd: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 1);
  const size = argument(context, 2);
  const flags = argument32(context, 3);
  const type = context.memory.readInt64(address);
  if (type === null) return -Errno.EFAULT;
  const queue = kernel.state.messageQueues.queues.get(argument32(context, 0));
  if (size < 0 || size > MSGMAX || queue === undefined || type < 1) return -Errno.EINVAL;
  const bytes = context.memory.readBytes(address + 8, size);
  if (bytes === null) return -Errno.EFAULT;
  if (!permits(queue, Permission.write)) return -Errno.EACCES;
  if (!hasRoom(queue, size)) {
    if ((flags & IPC_NOWAIT) !== 0) return -Errno.EAGAIN;
    queue.senders.push(currentThread(kernel).id);
    return { kind: 'message-send', queue: queue.id, message: { type, bytes } };
  }
  add(kernel, process, queue, { type, bytes });
  settle(kernel, queue);
  return 0;
};

export const msgrcv: SystemCallHandler = (kernel, process, context) => {
  const size = argument(context, 2);
  const flags = argument32(context, 4);
  const queue = kernel.state.messageQueues.queues.get(argument32(context, 0));
  if (size < 0 || queue === undefined) return -Errno.EINVAL;
  if ((flags & MSG_COPY) !== 0) return -Errno.ENOSYS;
  if (!permits(queue, Permission.read)) return -Errno.EACCES;
  const wait: Wait & { readonly kind: 'message-receive' } = {
    kind: 'message-receive',
    queue: queue.id,
    selection: { type: argument(context, 3), except: (flags & MSG_EXCEPT) !== 0 },
    address: argument(context, 1),
    size,
    cutsOff: (flags & MSG_NOERROR) !== 0,
  };
  const result = receive(kernel, process, queue, wait);
  if (result !== null) {
    settle(kernel, queue);
    return result;
  }
  if ((flags & IPC_NOWAIT) !== 0) return -Errno.ENOMSG;
  queue.receivers.push(currentThread(kernel).id);
  return wait;
};

export const msgctl: SystemCallHandler = (kernel, _process, context) => {
  const { queues } = kernel.state.messageQueues;
  const command = argument32(context, 1);
  const address = argument(context, 2);
  if (command === IPC_INFO || command === MSG_INFO)
    return putInfo(kernel, context, command === MSG_INFO);
  const queue = queues.get(argument32(context, 0));
  if (queue === undefined) return -Errno.EINVAL;
  switch (command) {
    case IPC_STAT:
    case MSG_STAT:
    case MSG_STAT_ANY: {
      if (command !== MSG_STAT_ANY && !permits(queue, Permission.read)) return -Errno.EACCES;
      if (!context.memory.writeBytes(address, statBytes(queue))) return -Errno.EFAULT;
      return command === IPC_STAT ? 0 : queue.id;
    }
    case IPC_SET:
      return set(kernel, context, queue, address);
    case IPC_RMID:
      queues.delete(queue.id);
      for (const pid of [...queue.receivers, ...queue.senders])
        complete(kernel, threadOf(kernel, pid), -Errno.EIDRM);
      return 0;
    default:
      return -Errno.EINVAL;
  }
};

/** Takes the message that is wanted, or says why not (-errno); null: it has to wait. */
function receive(
  kernel: Kernel,
  process: Process,
  queue: MessageQueue,
  wait: Wait & { readonly kind: 'message-receive' },
): number | null {
  const at = selectMessage(queue.messages, wait.selection);
  const message = queue.messages[at];
  if (message === undefined) return null;
  if (message.bytes.length > wait.size && !wait.cutsOff) return -Errno.E2BIG;
  queue.messages.splice(at, 1);
  queue.byteCount -= message.bytes.length;
  queue.lastReceiver = process.pid;
  queue.receivedNs = kernel.state.timeNs;
  noteMessage(kernel, process, queue, 'received', message);
  const { memory } = contextOf(kernel, process.pid);
  const bytes = message.bytes.subarray(0, wait.size);
  const put =
    memory.writeInt64(wait.address, message.type) && memory.writeBytes(wait.address + 8, bytes);
  return put ? bytes.length : -Errno.EFAULT;
}

function add(kernel: Kernel, process: Process, queue: MessageQueue, message: Message): void {
  queue.messages.push(message);
  queue.byteCount += message.bytes.length;
  queue.lastSender = process.pid;
  queue.sentNs = kernel.state.timeNs;
  noteMessage(kernel, process, queue, 'sent', message);
}

function noteMessage(
  kernel: Kernel,
  process: Process,
  queue: MessageQueue,
  direction: 'sent' | 'received',
  message: Message,
): void {
  if (!kernel.traceFull) return;
  note(kernel, process.pid, {
    kind: 'message',
    queue: `message queue ${queue.id}`,
    direction,
    priority: message.type,
    byteCount: message.bytes.length,
    head: headOf(message.bytes),
    waiting: queue.messages.length,
  });
}

/** Completes every blocked call that the queue now allows: receivers first, each in order of arrival. */
function settle(kernel: Kernel, queue: MessageQueue): void {
  for (let moved = true; moved;) {
    moved = false;
    for (const pid of queue.receivers.slice()) {
      const thread = threadOf(kernel, pid);
      const { wait } = thread;
      if (wait?.kind !== 'message-receive') throw new Error(`thread ${pid} receives nothing`);
      const result = receive(kernel, processOf(kernel, thread.process), queue, wait);
      if (result === null) continue;
      queue.receivers = queue.receivers.filter((other) => other !== pid);
      complete(kernel, thread, result);
      moved = true;
    }
    for (const pid of queue.senders.slice()) {
      const thread = threadOf(kernel, pid);
      const { wait } = thread;
      if (wait?.kind !== 'message-send') throw new Error(`thread ${pid} sends nothing`);
      if (!hasRoom(queue, wait.message.bytes.length)) continue;
      queue.senders = queue.senders.filter((other) => other !== pid);
      add(kernel, processOf(kernel, thread.process), queue, wait.message);
      complete(kernel, thread, 0);
      moved = true;
    }
  }
}

/** Only root may give a queue more than the usual room. */
function set(
  kernel: Kernel,
  context: ExecutionContext,
  queue: MessageQueue,
  address: number,
): CallResult {
  const bytes = context.memory.readBytes(address, MSQID_DS_BYTES);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const bytesMax = Number(view.getBigUint64(88, true));
  if (bytesMax > MSGMNB) return -Errno.EPERM;
  setIpcPerm(view, queue);
  queue.bytesMax = bytesMax;
  queue.changedNs = kernel.state.timeNs;
  settle(kernel, queue);
  return 0;
}

/** struct msqid_ds */
function statBytes(queue: MessageQueue): Uint8Array {
  const bytes = new Uint8Array(MSQID_DS_BYTES);
  const view = new DataView(bytes.buffer);
  putIpcPerm(view, queue);
  view.setUint32(48, ipcSeconds(queue.sentNs), true);
  view.setUint32(56, ipcSeconds(queue.receivedNs), true);
  view.setUint32(64, ipcSeconds(queue.changedNs), true);
  view.setUint32(72, queue.byteCount, true);
  view.setUint32(80, queue.messages.length, true);
  view.setUint32(88, queue.bytesMax, true);
  view.setInt32(96, queue.lastSender, true);
  view.setInt32(100, queue.lastReceiver, true);
  return bytes;
}

/** struct msginfo: limits, or with MSG_INFO what is in use. */
function putInfo(kernel: Kernel, context: ExecutionContext, used: boolean): number {
  const { queues } = kernel.state.messageQueues;
  const view = new DataView(new ArrayBuffer(MSGINFO_BYTES));
  let messages = 0;
  let byteCount = 0;
  for (const queue of queues.values()) {
    messages += queue.messages.length;
    byteCount += queue.byteCount;
  }
  const pool = (QUEUES_MAX * MSGMNB) / 1024;
  [
    used ? queues.size : pool,
    used ? messages : MSGMNB,
    MSGMAX,
    MSGMNB,
    QUEUES_MAX,
    16,
    used ? byteCount : MSGMNB,
  ].forEach((value, k) => {
    view.setInt32(4 * k, value, true);
  });
  view.setUint16(28, 0xffff, true);
  return context.memory.writeBytes(argument(context, 2), new Uint8Array(view.buffer))
    ? highestIndex(queues)
    : -Errno.EFAULT;
}
