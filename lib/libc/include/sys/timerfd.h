/* timerfd_create(2) */
#ifndef _SYS_TIMERFD_H
#define _SYS_TIMERFD_H
#include <time.h>
enum {
  TFD_CLOEXEC = 02000000,
#define TFD_CLOEXEC TFD_CLOEXEC
  TFD_NONBLOCK = 00004000
#define TFD_NONBLOCK TFD_NONBLOCK
};
enum {
  TFD_TIMER_ABSTIME = 1 << 0,
#define TFD_TIMER_ABSTIME TFD_TIMER_ABSTIME
  TFD_TIMER_CANCEL_ON_SET = 1 << 1
#define TFD_TIMER_CANCEL_ON_SET TFD_TIMER_CANCEL_ON_SET
};
int timerfd_create(clockid_t clock, int flags);
int timerfd_settime(int fd, int flags, const struct itimerspec *setting, struct itimerspec *old);
int timerfd_gettime(int fd, struct itimerspec *setting);
#endif
