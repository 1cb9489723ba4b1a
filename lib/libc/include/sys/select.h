/* select(2) */
#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H
#include <signal.h>
#include <sys/types.h>
#include <time.h>
struct timeval {
  time_t tv_sec;
  suseconds_t tv_usec;
};
#define FD_SETSIZE 1024
typedef long fd_mask;
#define NFDBITS 64
typedef struct {
  fd_mask fds_bits[FD_SETSIZE / NFDBITS];
} fd_set;
#define FD_SET(fd, set) ((void)((set)->fds_bits[(fd) / NFDBITS] |= 1L << (fd) % NFDBITS))
#define FD_CLR(fd, set) ((void)((set)->fds_bits[(fd) / NFDBITS] &= ~(1L << (fd) % NFDBITS)))
#define FD_ISSET(fd, set) (((set)->fds_bits[(fd) / NFDBITS] >> (fd) % NFDBITS & 1) != 0)
#define FD_ZERO(set) \
  do { \
    for (int __k = 0; __k < FD_SETSIZE / NFDBITS; __k++) (set)->fds_bits[__k] = 0; \
  } while (0)
int select(int count, fd_set *restrict reading, fd_set *restrict writing,
           fd_set *restrict exceptional, struct timeval *restrict timeout);
int pselect(int count, fd_set *restrict reading, fd_set *restrict writing,
            fd_set *restrict exceptional, const struct timespec *restrict timeout,
            const sigset_t *restrict mask);
#endif
