/**
 * System V message queues: messages in order of sending, which of them a receiver takes, and how much
 * room there is. Pure transitions; blocking is system-v-messages.ts. Leaves out: MSG_COPY.
 */
import type { IpcPermissions } from './ipc';
import type { Pid } from '../pid';

export interface MessageQueues {
  readonly queues: Map<number, MessageQueue>;
  nextId: number;
}

export interface MessageQueue extends IpcPermissions {
  readonly id: number;
  /** Oldest first. */
  messages: Message[];
  /** Bytes of all messages, at most `bytesMax` (msg_qbytes). */
  byteCount: number;
  bytesMax: number;
  lastSender: number;
  lastReceiver: number;
  sentNs: number | null;
  receivedNs: number | null;
  changedNs: number;
  /** Blocked in msgsnd and in msgrcv, oldest first. */
  senders: Pid[];
  receivers: Pid[];
}

export interface Message {
  /** At least 1. */
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Which message msgrcv wants: 0 the first, n > 0 the first of type n, n < 0 the lowest type up to -n. */
export interface Selection {
  readonly type: number;
  /** MSG_EXCEPT: the first of any type but `type`. */
  readonly except: boolean;
}

export const MSGMAX = 8192;
export const MSGMNB = 16_384;
export const QUEUES_MAX = 32_000;

export function newMessageQueues(): MessageQueues {
  return { queues: new Map(), nextId: 0 };
}

export function hasRoom(queue: MessageQueue, bytes: number): boolean {
  return queue.byteCount + bytes <= queue.bytesMax && queue.messages.length < queue.bytesMax;
}

/** Index of the message that fits; -1: none. */
export function selectMessage(messages: readonly Message[], { type, except }: Selection): number {
  if (type === 0) return messages.length > 0 ? 0 : -1;
  if (type > 0) return messages.findIndex((message) => (message.type === type) !== except);
  let best = -1;
  messages.forEach((message, k) => {
    if (message.type > -type) return;
    const lowest = best < 0 ? Infinity : (messages[best]?.type ?? Infinity);
    if (message.type < lowest) best = k;
  });
  return best;
}

export function cloneMessageQueues(table: MessageQueues): MessageQueues {
  const queues = new Map<number, MessageQueue>();
  for (const [id, queue] of table.queues)
    queues.set(id, {
      ...queue,
      messages: queue.messages.slice(),
      senders: queue.senders.slice(),
      receivers: queue.receivers.slice(),
    });
  return { queues, nextId: table.nextId };
}
