/** Events of poll(2): Linux's numbers. */
export const Ready = {
  POLLIN: 0x001,
  POLLPRI: 0x002,
  POLLOUT: 0x004,
  POLLERR: 0x008,
  POLLHUP: 0x010,
  POLLNVAL: 0x020,
  POLLRDNORM: 0x040,
  POLLWRNORM: 0x100,
} as const;

/** What an interest of epoll(7) has beside events; EPOLLET is the sign bit. */
export const EpollFlag = {
  EPOLLEXCLUSIVE: 1 << 28,
  EPOLLWAKEUP: 1 << 29,
  EPOLLONESHOT: 1 << 30,
  EPOLLET: 1 << 31,
} as const;

export const READABLE = Ready.POLLIN | Ready.POLLRDNORM;
export const WRITABLE = Ready.POLLOUT | Ready.POLLWRNORM;
