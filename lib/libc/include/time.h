/* C11 7.27 and POSIX time.h, on the virtual clock */
#ifndef _TIME_H
#define _TIME_H
#include <stddef.h>
#include <sys/types.h>
#define CLOCKS_PER_SEC 1000000L
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1
struct timespec {
  time_t tv_sec;
  long tv_nsec;
};
time_t time(time_t *at);
clock_t clock(void);
double difftime(time_t a, time_t b);
int clock_gettime(int clock, struct timespec *at);
int clock_getres(int clock, struct timespec *at);
int clock_nanosleep(int clock, int flags, const struct timespec *wanted, struct timespec *left);
int nanosleep(const struct timespec *wanted, struct timespec *left);
#endif
