#ifndef _SYS_TIME_H
#define _SYS_TIME_H
#include <sys/select.h>
#include <sys/types.h>
struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
int utimes(const char *path, const struct timeval times[2]);
#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2
struct itimerval {
  struct timeval it_interval;
  struct timeval it_value;
};
#define timerclear(t) ((t)->tv_sec = (t)->tv_usec = 0)
#define timerisset(t) ((t)->tv_sec || (t)->tv_usec)
#define timercmp(a, b, op) \
  ((a)->tv_sec == (b)->tv_sec ? (a)->tv_usec op(b)->tv_usec : (a)->tv_sec op(b)->tv_sec)
#define timeradd(a, b, to) \
  do { \
    (to)->tv_sec = (a)->tv_sec + (b)->tv_sec; \
    (to)->tv_usec = (a)->tv_usec + (b)->tv_usec; \
    if ((to)->tv_usec >= 1000000) { \
      (to)->tv_sec++; \
      (to)->tv_usec -= 1000000; \
    } \
  } while (0)
#define timersub(a, b, to) \
  do { \
    (to)->tv_sec = (a)->tv_sec - (b)->tv_sec; \
    (to)->tv_usec = (a)->tv_usec - (b)->tv_usec; \
    if ((to)->tv_usec < 0) { \
      (to)->tv_sec--; \
      (to)->tv_usec += 1000000; \
    } \
  } while (0)
int gettimeofday(struct timeval *restrict at, void *restrict zone);
int getitimer(int which, struct itimerval *at);
int setitimer(int which, const struct itimerval *restrict wanted, struct itimerval *restrict old);
int settimeofday(const struct timeval *at, const void *zone);
int futimes(int fd, const struct timeval times[2]);
int lutimes(const char *path, const struct timeval times[2]);
#endif
