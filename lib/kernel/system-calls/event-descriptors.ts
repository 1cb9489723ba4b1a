/** Descriptors that are no files, and epoll, which waits for any. */
import {
  eventfd2,
  signalfd4,
  timerfdCreate,
  timerfdGettime,
  timerfdSettime,
} from '../event-descriptors/event-calls';
import {
  epollCreate1,
  epollCtl,
  epollPwait,
  epollPwait2,
  epollWait,
} from '../readiness/epoll-calls';
import type { SystemCallRows } from './row';

export const eventCalls = {
  epoll_create1: [1, epollCreate1],
  epoll_ctl: [4, epollCtl],
  epoll_wait: [4, epollWait],
  epoll_pwait: [6, epollPwait],
  epoll_pwait2: [6, epollPwait2],
  eventfd2: [2, eventfd2],
  timerfd_create: [2, timerfdCreate],
  timerfd_settime: [4, timerfdSettime],
  timerfd_gettime: [2, timerfdGettime],
  signalfd4: [4, signalfd4],
} satisfies SystemCallRows;
