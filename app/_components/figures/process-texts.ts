import type { ExitStatus, WaitReason } from '@/lib/kernel/events';

/** How a process ended, in a word. */
export function statusText(status: ExitStatus): string {
  return status.kind === 'exited' ? `exit ${status.code}` : status.signal;
}

const LOCK_NAMES = {
  mutex: 'mutex',
  condition: 'condition variable',
  'read-lock': 'lock',
  'write-lock': 'lock',
  barrier: 'barrier',
  futex: 'futex',
} as const;

export function reasonText(reason: WaitReason): string {
  switch (reason.kind) {
    case 'child':
      return reason.pid === null ? 'for any child' : `for child ${reason.pid}`;
    case 'sleep':
      return 'asleep';
    case 'pipe-read':
      return 'for data in a pipe';
    case 'pipe-write':
      return 'for room in a pipe';
    case 'event':
      return `for an event (${reason.source})`;
    case 'poll':
      return `for one of the descriptors ${reason.descriptors.join(', ')}`;
    case 'message-send':
      return `for room in ${reason.queue}`;
    case 'message-receive':
      return `for a message in ${reason.queue}`;
    case 'socket':
      return {
        data: 'for data from a socket',
        room: 'for room in a socket',
        connection: 'for a client',
        accept: 'for a server',
      }[reason.for];
    case 'file-lock':
      return 'for a lock on a file';
    case 'fifo-open':
      return `for a ${reason.for} of a FIFO`;
    case 'terminal':
      return 'for input';
    case 'semaphore':
      return `for semaphore ${reason.name}`;
    case 'device':
      return `for device ${reason.device}`;
    case 'signal':
      return 'for a signal';
    case 'lock':
      return `for ${LOCK_NAMES[reason.object]} ${reason.name}`;
    case 'thread':
      return `for thread ${reason.thread}`;
    case 'other-threads':
      return 'for its other threads';
    case 'stopped':
      return 'stopped by a signal';
  }
}
