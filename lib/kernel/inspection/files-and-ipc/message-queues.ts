/** Mailboxes: the message queues of System V and of POSIX, with the messages in them in order. */
import { allInodes } from '../../files/inode-table';
import type { Kernel } from '../../kernel';
import type { Wait } from '../../threads/thread';
import type { Pid } from '../../pid';
import { bytesView, type BytesView } from './bytes';
import type { Waiter } from './waiter';

export interface MessageQueueView {
  readonly key: string;
  readonly system: 'system-v' | 'posix';
  /** "queue 0", "/mailbox". */
  readonly name: string;
  /** In the order in which they would be received by who takes any. */
  readonly messages: readonly MessageView[];
  /** Of a POSIX queue, in messages; of a System V queue, in bytes. */
  readonly capacity: number;
  readonly byteCount: number;
  readonly waiting: readonly Waiter[];
}

export interface MessageView {
  /** The type of a System V message, the priority of a POSIX one. */
  readonly type: number;
  readonly bytes: BytesView;
}

export function posixQueueKey(inode: number): string {
  return `posix queue ${inode}`;
}

export function messageQueuesOf(kernel: Kernel): readonly MessageQueueView[] {
  return [...systemVQueues(kernel), ...posixQueues(kernel)];
}

function systemVQueues(kernel: Kernel): readonly MessageQueueView[] {
  return [...kernel.state.messageQueues.queues.values()].map((queue) => ({
    key: `queue ${queue.id}`,
    system: 'system-v',
    name: `queue ${queue.id}`,
    messages: queue.messages.map(({ type, bytes }) => ({ type, bytes: bytesView(bytes) })),
    capacity: queue.bytesMax,
    byteCount: queue.byteCount,
    waiting: [
      ...waiters(kernel, queue.senders, () => 'send'),
      ...waiters(kernel, queue.receivers, (wait) =>
        wait?.kind === 'message-receive' ? receiveText(wait.selection) : 'receive',
      ),
    ],
  }));
}

/** What msgrcv was asked for. */
function receiveText({
  type,
  except,
}: {
  readonly type: number;
  readonly except: boolean;
}): string {
  if (type === 0) return 'receive any';
  if (type < 0) return `receive type up to ${-type}`;
  return except ? `receive any but type ${type}` : `receive type ${type}`;
}

function posixQueues(kernel: Kernel): readonly MessageQueueView[] {
  return allInodes(kernel.state.files.inodes).flatMap(({ number, content }) =>
    content.kind !== 'message-queue'
      ? []
      : [
          {
            key: posixQueueKey(number),
            system: 'posix' as const,
            name: content.name,
            messages: content.messages.map(({ priority, bytes }) => ({
              type: priority,
              bytes: bytesView(bytes),
            })),
            capacity: content.messagesMax,
            byteCount: content.messages.reduce((sum, { bytes }) => sum + bytes.length, 0),
            waiting: [
              ...waiters(kernel, content.senders, () => 'send'),
              ...waiters(kernel, content.receivers, () => 'receive'),
            ],
          },
        ],
  );
}

function waiters(
  { state }: Kernel,
  threads: readonly Pid[],
  wants: (wait: Wait | null) => string,
): readonly Waiter[] {
  return threads.map((thread) => ({
    thread,
    wants: wants(state.threads.get(thread)?.wait ?? null),
  }));
}
