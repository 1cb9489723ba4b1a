/**
 * epoll_create1(2), epoll_ctl(2), epoll_wait(2) and epoll_pwait2(2). Leaves out: EPOLLEXCLUSIVE wakes
 * whoever waits longest, as every epoll here does; EPOLLWAKEUP has nothing to keep awake.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { eventDescriptor, openEventObject } from '../event-descriptors/event-descriptor';
import { eventObject } from '../event-descriptors/object-of-inode';
import type { EpollObject, Interest } from '../event-descriptors/event-object';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import { descriptionOf } from '../files/descriptors';
import { currentThread, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import type { Process } from '../processes/process';
import { readDuration } from '../time/timeouts';
import { optional, readMask, wait } from './poll-calls';
import { EpollFlag, Ready } from './poll-events';
import { settlePollers } from './pollers';

const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLL_CTL_MOD = 3;
/** EP_MAX_EVENTS: INT_MAX / sizeof(struct epoll_event). */
const EVENTS_MAX = Math.floor(0x7fff_ffff / 12);
/** How deep epolls may watch each other. */
const NESTING_MAX = 4;
const EXCLUSIVE_ALLOWED =
  Ready.POLLIN |
  Ready.POLLOUT |
  Ready.POLLERR |
  Ready.POLLHUP |
  EpollFlag.EPOLLWAKEUP |
  EpollFlag.EPOLLET |
  EpollFlag.EPOLLEXCLUSIVE;

/** (flags) */
export const epollCreate1: SystemCallHandler = (kernel, process, context) => {
  const flags = argument32(context, 0);
  if ((flags & ~OpenFlag.O_CLOEXEC) !== 0) return -Errno.EINVAL;
  const object = { kind: 'epoll', interests: [], ready: [], nextInterest: 0 } as const;
  return openEventObject(kernel, process, { ...object }, flags);
};

/** (epoll, operation, descriptor, struct epoll_event) */
export const epollCtl: SystemCallHandler = (kernel, process, context) => {
  const operation = argument32(context, 1);
  const fd = argument32(context, 2);
  let events = 0;
  let data = 0n;
  if (operation !== EPOLL_CTL_DEL) {
    const bytes = context.memory.readBytes(argument(context, 3), 12);
    if (bytes === null) return -Errno.EFAULT;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    events = view.getInt32(0, true);
    data = view.getBigUint64(4, true);
  }
  const epoll = eventDescriptor(kernel, process, argument32(context, 0));
  const description = descriptionOf(kernel, process, fd);
  if (epoll === undefined || description === null) return -Errno.EBADF;
  if (!canBePolled(description)) return -Errno.EPERM;
  if (epoll.object?.kind !== 'epoll' || epoll.description === description) return -Errno.EINVAL;
  const { object } = epoll;
  const watched = object.interests.find(
    (interest) => interest.fd === fd && interest.description === description.id,
  );
  const exclusive = (events & EpollFlag.EPOLLEXCLUSIVE) !== 0;
  if (exclusive && (operation === EPOLL_CTL_MOD || (events & ~EXCLUSIVE_ALLOWED) !== 0))
    return -Errno.EINVAL;
  switch (operation) {
    case EPOLL_CTL_ADD: {
      if (watched !== undefined) return -Errno.EEXIST;
      const cycle = nesting(kernel, description, epoll.description.target.inode);
      if (cycle > NESTING_MAX) return -Errno.ELOOP;
      object.interests = [
        ...object.interests,
        {
          number: object.nextInterest++,
          fd,
          description: description.id,
          owner: currentThread(kernel).id,
          ...unseen(events, data),
        },
      ];
      break;
    }
    case EPOLL_CTL_MOD:
      if (watched === undefined) return -Errno.ENOENT;
      if ((watched.events & EpollFlag.EPOLLEXCLUSIVE) !== 0) return -Errno.EINVAL;
      object.interests = object.interests.map((interest) =>
        interest === watched ? { ...interest, ...unseen(events, data) } : interest,
      );
      break;
    case EPOLL_CTL_DEL:
      if (watched === undefined) return -Errno.ENOENT;
      object.interests = object.interests.filter((interest) => interest !== watched);
      return 0;
    default:
      return -Errno.EINVAL;
  }
  settlePollers(kernel);
  return 0;
};

/** What is there already counts as news. */
function unseen(
  events: number,
  data: bigint,
): Pick<Interest, 'events' | 'data' | 'disabled' | 'seenEvents' | 'seenAmount'> {
  return { events, data, disabled: false, seenEvents: 0, seenAmount: 0 };
}

/** Files have no poll operation of their own, nor have most devices. */
function canBePolled({ target }: OpenFileDescription): boolean {
  switch (target.kind) {
    case 'pipe':
    case 'socket':
    case 'console':
    case 'message-queue':
    case 'events':
    case 'random':
    case 'urandom':
      return true;
    case 'file':
    case 'directory':
    case 'null':
    case 'zero':
    case 'full':
    case 'generated':
      return false;
  }
}

/** How many epolls lie below a description; Infinity if `inode` is one of them. */
function nesting(kernel: Kernel, { target }: OpenFileDescription, inode: number): number {
  if (target.kind !== 'events') return 0;
  if (target.inode === inode) return Infinity;
  const object = eventObject(kernel, target.inode);
  if (object?.kind !== 'epoll') return 0;
  const below = object.interests.map((interest) => {
    const description = kernel.state.descriptions.get(interest.description);
    return description === undefined ? 0 : nesting(kernel, description, inode);
  });
  return 1 + Math.max(0, ...below);
}

/** (epoll, array of struct epoll_event, how many, milliseconds or -1) */
export const epollWait: SystemCallHandler = (kernel, process, context) =>
  waitMilliseconds(kernel, process, context, null);

/** And a set of signals or 0, its size. */
export const epollPwait: SystemCallHandler = (kernel, process, context) => {
  const mask = readMask(context, argument(context, 4));
  return mask.kind === 'error'
    ? -mask.errno
    : waitMilliseconds(kernel, process, context, mask.value);
};

/** With a struct timespec or 0 for the time. */
export const epollPwait2: SystemCallHandler = (kernel, process, context) => {
  const timeout = optional(argument(context, 3), (address) => readDuration(context, address));
  if (timeout.kind === 'error') return -timeout.errno;
  const mask = readMask(context, argument(context, 4));
  return mask.kind === 'error'
    ? -mask.errno
    : waitForEvents(kernel, process, context, timeout.value, mask.value);
};

function waitMilliseconds(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  mask: bigint | null,
): CallResult {
  const milliseconds = argument32(context, 3);
  const timeoutNs = milliseconds < 0 ? null : milliseconds * 1e6;
  return waitForEvents(kernel, process, context, timeoutNs, mask);
}

function waitForEvents(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  timeoutNs: number | null,
  mask: bigint | null,
): CallResult {
  const max = argument32(context, 2);
  if (max <= 0 || max > EVENTS_MAX) return -Errno.EINVAL;
  const epoll = eventDescriptor(kernel, process, argument32(context, 0));
  if (epoll === undefined) return -Errno.EBADF;
  if (!isEpoll(epoll.object)) return -Errno.EINVAL;
  const { inode } = epoll.description.target;
  const answer = { kind: 'epoll', inode, address: argument(context, 1), max } as const;
  return wait(kernel, [], answer, timeoutNs, mask);
}

function isEpoll(object: { readonly kind: string } | null): object is EpollObject {
  return object?.kind === 'epoll';
}
