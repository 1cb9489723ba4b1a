#ifndef _SYS_TIME_H
#define _SYS_TIME_H
#include <sys/types.h>
struct timeval {
  time_t tv_sec;
  suseconds_t tv_usec;
};
struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
int utimes(const char *path, const struct timeval times[2]);
int gettimeofday(struct timeval *restrict at, void *restrict zone);
#endif
