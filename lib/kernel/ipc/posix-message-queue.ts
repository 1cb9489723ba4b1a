/**
 * POSIX message queues, mq_overview(7): messages by priority, and among equals in order of sending. A queue
 * is an inode that a name in /dev/mqueue refers to. Pure structures; blocking is posix-messages.ts.
 */
import type { Pid } from '../pid';
import type { SignalValue } from '../signals/signal-info';

export interface PosixMessageQueue {
  readonly kind: 'message-queue';
  /** For people. */
  readonly name: string;
  readonly messagesMax: number;
  readonly messageBytesMax: number;
  /** Highest priority first, then oldest first. */
  messages: PrioritizedMessage[];
  /** Blocked threads, oldest first. */
  senders: Pid[];
  receivers: Pid[];
  /** Who is told of the next message that comes to the empty queue. */
  notification: Notification | null;
}

export interface PrioritizedMessage {
  readonly priority: number;
  readonly bytes: Uint8Array;
}

export interface Notification {
  readonly process: Pid;
  /** null: nothing is sent (SIGEV_NONE), but the place is taken. */
  readonly signal: number | null;
  readonly value: SignalValue;
}

export const PRIORITIES = 32_768;
/** What a user who isn't root may ask for, and gets without asking. */
export const MESSAGES_MAX = 10;
export const MESSAGE_BYTES_MAX = 8192;

export function newPosixQueue(
  name: string,
  messagesMax: number,
  messageBytesMax: number,
): PosixMessageQueue {
  return {
    kind: 'message-queue',
    name,
    messagesMax,
    messageBytesMax,
    messages: [],
    senders: [],
    receivers: [],
    notification: null,
  };
}

/** Behind all of the same or a higher priority. */
export function enqueue(queue: PosixMessageQueue, message: PrioritizedMessage): void {
  const at = queue.messages.findIndex((other) => other.priority < message.priority);
  queue.messages.splice(at < 0 ? queue.messages.length : at, 0, message);
}

export function clonePosixQueue(queue: PosixMessageQueue): PosixMessageQueue {
  return {
    ...queue,
    messages: queue.messages.slice(),
    senders: queue.senders.slice(),
    receivers: queue.receivers.slice(),
  };
}
