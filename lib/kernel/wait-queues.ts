/** Takes a blocked thread out of every queue that it stands in: its call was interrupted, or it ended. */
import { findInode } from './files/inode-table';
import type { Kernel } from './kernel';
import { leave } from './threads/lock-queues';
import { inodeOf } from './files/file-system';
import { abandonOpening } from './files/open';
import type { Pid } from './pid';
import { leaveDevice } from './scheduling/device';
import { leaveSocketQueues } from './sockets/queues';
import type { Thread } from './threads/thread';
import { removeTimer } from './time/timers';

export function leaveQueues(kernel: Kernel, thread: Thread): void {
  const { state } = kernel;
  const { wait, id: pid } = thread;
  if (wait === null) return;
  removeTimer(state, pid, 'wake');
  switch (wait.kind) {
    case 'pipe-read':
    case 'pipe-write': {
      const pipe = state.pipes.get(wait.pipe);
      if (pipe === undefined) return;
      pipe.readers = without(pipe.readers, pid);
      pipe.writers = without(pipe.writers, pid);
      return;
    }
    case 'fifo-open':
      abandonOpening(kernel, thread, wait.pipe, wait.description);
      return;
    case 'event-read':
    case 'event-write': {
      const content = findInode(state.files.inodes, wait.inode)?.content;
      if (content?.kind !== 'events') return;
      const { object } = content;
      if (object.kind === 'counter' || object.kind === 'timer')
        object.readers = without(object.readers, pid);
      if (object.kind === 'counter') object.writers = without(object.writers, pid);
      return;
    }
    case 'poll':
      state.pollers = without(state.pollers, pid);
      return;
    case 'queue-send':
    case 'queue-receive': {
      const { content } = inodeOf(state.files, wait.inode);
      if (content.kind !== 'message-queue') return;
      content.senders = without(content.senders, pid);
      content.receivers = without(content.receivers, pid);
      return;
    }
    case 'message-send':
    case 'message-receive': {
      const queue = state.messageQueues.queues.get(wait.queue);
      if (queue === undefined) return;
      queue.senders = without(queue.senders, pid);
      queue.receivers = without(queue.receivers, pid);
      return;
    }
    case 'socket-receive':
    case 'socket-send':
    case 'socket-accept':
    case 'socket-connect':
      leaveSocketQueues(state.network, thread.id, wait);
      return;
    case 'record-lock':
    case 'whole-lock':
      state.fileLocks.waiting = without(state.fileLocks.waiting, pid);
      return;
    case 'terminal-read':
      state.console.readers = without(state.console.readers, pid);
      return;
    case 'semaphore-set': {
      const set = state.semaphoreSets.sets.get(wait.set);
      if (set !== undefined) set.waiting = without(set.waiting, pid);
      return;
    }
    case 'posix-semaphore': {
      const left = without(state.posixSemaphores.waiting.get(wait.key) ?? [], pid);
      if (left.length === 0) state.posixSemaphores.waiting.delete(wait.key);
      else state.posixSemaphores.waiting.set(wait.key, left);
      return;
    }
    case 'device':
      leaveDevice(state, wait.device, pid);
      return;
    case 'lock':
      leave(kernel, wait.key, pid);
      return;
    case 'sleep':
    case 'signal-wait':
    case 'child':
    case 'vfork':
    case 'signal':
    case 'background':
    case 'thread':
    case 'other-threads':
      return;
  }
}

function without(queue: readonly Pid[], pid: Pid): Pid[] {
  return queue.filter((waiting) => waiting !== pid);
}
