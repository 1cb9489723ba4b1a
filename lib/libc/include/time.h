/* C11 7.27 and POSIX time.h, on the virtual clock */
#ifndef _TIME_H
#define _TIME_H
#include <stddef.h>
#include <sys/types.h>
#define CLOCKS_PER_SEC 1000000L
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
struct timespec {
  time_t tv_sec;
  long tv_nsec;
};
time_t time(time_t *at);
clock_t clock(void);
double difftime(time_t a, time_t b);
int clock_gettime(int clock, struct timespec *at);
int nanosleep(const struct timespec *wanted, struct timespec *left);
#endif
