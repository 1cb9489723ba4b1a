/* Descriptors that are no files: epoll(7), eventfd(2), timerfd_create(2), signalfd(2). */
#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

/* Of a set of signals, as the kernel has it. */
#define SET_BYTES 8L

long __result(long result);

int epoll_create1(int flags) {
  return (int)__result(__syscall(SYS_epoll_create1, flags));
}

/* The size is a hint of old. */
int epoll_create(int size) {
  if (size <= 0) {
    errno = EINVAL;
    return -1;
  }
  return epoll_create1(0);
}

int epoll_ctl(int epoll, int operation, int fd, struct epoll_event *event) {
  return (int)__result(__syscall(SYS_epoll_ctl, epoll, operation, fd, event));
}

int epoll_wait(int epoll, struct epoll_event *events, int max, int milliseconds) {
  return (int)__result(__syscall(SYS_epoll_wait, epoll, events, max, milliseconds));
}

int epoll_pwait(int epoll, struct epoll_event *events, int max, int milliseconds,
                const sigset_t *mask) {
  return (int)__result(
      __syscall(SYS_epoll_pwait, epoll, events, max, milliseconds, mask, SET_BYTES));
}

int epoll_pwait2(int epoll, struct epoll_event *events, int max, const struct timespec *timeout,
                 const sigset_t *mask) {
  return (int)__result(__syscall(SYS_epoll_pwait2, epoll, events, max, timeout, mask, SET_BYTES));
}

int eventfd(unsigned int count, int flags) {
  return (int)__result(__syscall(SYS_eventfd2, count, flags));
}

int eventfd_read(int fd, eventfd_t *value) {
  return read(fd, value, sizeof *value) == sizeof *value ? 0 : -1;
}

int eventfd_write(int fd, eventfd_t value) {
  return write(fd, &value, sizeof value) == sizeof value ? 0 : -1;
}

int timerfd_create(clockid_t clock, int flags) {
  return (int)__result(__syscall(SYS_timerfd_create, clock, flags));
}

int timerfd_settime(int fd, int flags, const struct itimerspec *setting, struct itimerspec *old) {
  return (int)__result(__syscall(SYS_timerfd_settime, fd, flags, setting, old));
}

int timerfd_gettime(int fd, struct itimerspec *setting) {
  return (int)__result(__syscall(SYS_timerfd_gettime, fd, setting));
}

int signalfd(int fd, const sigset_t *mask, int flags) {
  return (int)__result(__syscall(SYS_signalfd4, fd, mask, SET_BYTES, flags));
}
