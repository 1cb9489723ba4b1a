/* poll(2), select(2). */
#include <poll.h>
#include <sys/select.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int poll(struct pollfd *descriptors, nfds_t count, int milliseconds) {
  return (int)__result(__syscall(SYS_poll, descriptors, count, milliseconds));
}

int ppoll(struct pollfd *descriptors, nfds_t count, const struct timespec *timeout,
          const sigset_t *mask) {
  return (int)__result(__syscall(SYS_ppoll, descriptors, count, timeout, mask, 8L));
}

int select(int count, fd_set *restrict reading, fd_set *restrict writing,
           fd_set *restrict exceptional, struct timeval *restrict timeout) {
  return (int)__result(__syscall(SYS_select, count, reading, writing, exceptional, timeout));
}

int pselect(int count, fd_set *restrict reading, fd_set *restrict writing,
            fd_set *restrict exceptional, const struct timespec *restrict timeout,
            const sigset_t *restrict mask) {
  struct {
    const sigset_t *mask;
    long bytes;
  } pair = {mask, 8};
  return (int)__result(
      __syscall(SYS_pselect6, count, reading, writing, exceptional, timeout, &pair));
}
