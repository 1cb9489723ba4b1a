/** Words for how a run went, for people who are learning what the words mean. */
import { assertNever } from '../abi/assert-never';
import type { ExitStatus, WaitReason } from '../kernel/events';
import type { Outcome, RunReport } from '../kernel/report';

/** `thread`: who waits, where that is known. */
export function waitText(reason: WaitReason, thread: number | null = null): string {
  switch (reason.kind) {
    case 'child':
      return reason.pid === null
        ? 'for one of its children to end'
        : `for process ${reason.pid} to end`;
    case 'sleep':
      return 'for its sleep to be over';
    case 'pipe-read':
      return 'to read from a pipe that stays empty (some process still has its writing end open)';
    case 'pipe-write':
      return 'to write to a pipe that is full and that nobody reads';
    case 'event':
      return eventText(reason);
    case 'poll':
      return `in poll, select or epoll_wait, until something happens on descriptor${reason.descriptors.length === 1 ? '' : 's'} ${reason.descriptors.join(', ') || '(none)'}`;
    case 'message-send':
      return `for room in ${reason.queue}, which is full`;
    case 'message-receive':
      return `for a message in ${reason.queue} that it wants`;
    case 'socket':
      return socketText(reason);
    case 'file-lock':
      return `for a lock on ${reason.path}`;
    case 'fifo-open':
      return `in open, until another process opens the FIFO ${reason.path} for ${reason.for === 'reader' ? 'reading' : 'writing'}`;
    case 'terminal':
      return 'for input';
    case 'semaphore':
      return `for semaphore ${reason.name}, whose value is ${reason.value}`;
    case 'device':
      return `for device ${reason.device}`;
    case 'signal':
      return 'for a signal';
    case 'lock':
      return lockText(reason, thread);
    case 'thread':
      return `for thread ${reason.thread} to end`;
    case 'other-threads':
      return 'for its other threads to end';
    case 'stopped':
      return 'to be continued (it was stopped by a signal)';
    default:
      return assertNever(reason);
  }
}

/** The first thread is called by its process. */
function threadText(thread: number, process: number): string {
  return thread === process ? `process ${process}` : `thread ${thread} of process ${process}`;
}

function socketText(reason: WaitReason & { readonly kind: 'socket' }): string {
  switch (reason.for) {
    case 'data':
      return `for data from ${reason.address} (the other side is still open, and sends nothing)`;
    case 'room':
      return `to send to ${reason.address}, which doesn't receive`;
    case 'connection':
      return `in accept, for a client to connect to ${reason.address}`;
    case 'accept':
      return `in connect, until ${reason.address} accepts connections again`;
    default:
      return assertNever(reason.for);
  }
}

function eventText(reason: WaitReason & { readonly kind: 'event' }): string {
  if (reason.for === 'write') return 'to write to an eventfd whose count is as high as it goes';
  switch (reason.source) {
    case 'counter':
      return 'to read from an eventfd whose count is 0';
    case 'timer':
      return 'to read from a timerfd whose timer is not set';
    case 'signals':
      return 'to read from a signalfd, for one of its signals';
    case 'epoll':
      return 'to read from an epoll';
    default:
      return assertNever(reason.source);
  }
}

function lockText(
  { object, name, owner }: WaitReason & { readonly kind: 'lock' },
  thread: number | null,
): string {
  const holder = owner === thread ? 'it has itself' : `thread ${owner} has`;
  const held = owner === null ? '' : `, which ${holder}`;
  switch (object) {
    case 'mutex':
      return `for the mutex ${name}${held}`;
    case 'condition':
      return `for somebody to signal the condition variable ${name}`;
    case 'read-lock':
      return `to read under the lock ${name}${held}`;
    case 'write-lock':
      return `to write under the lock ${name}${held}`;
    case 'futex':
      return `for somebody to wake it at the futex ${name}`;
    case 'barrier':
      return `for more threads to come to the barrier ${name}`;
    default:
      return assertNever(object);
  }
}

/** null for a run that finished. */
export function outcomeText(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'finished':
      return null;
    case 'deadlock': {
      const waits = outcome.waiting.map(
        ({ pid, process, reason }) => `${threadText(pid, process)} waits ${waitText(reason, pid)}`,
      );
      return `No process can go on any more: ${waits.join('; ')}.`;
    }
    case 'budget':
      return `The run was stopped. ${outcome.message}`;
    default:
      return assertNever(outcome);
  }
}

export function statusText(status: ExitStatus | null): string {
  if (status === null) return 'did not end';
  switch (status.kind) {
    case 'exited':
      return `ended with exit status ${status.code}`;
    case 'signaled':
      return `was ended by the signal ${status.signal}`;
    default:
      return assertNever(status);
  }
}

/** The error that ended a process, if there was one: the best explanation of a wrong result. */
export function fatalFinding(report: RunReport): RunReport['findings'][number] | null {
  return report.findings.find(({ fatal }) => fatal) ?? null;
}
