/* C11 7.27 and POSIX time.h, on the virtual clock */
#ifndef _TIME_H
#define _TIME_H
#include <forkyard/tm.h>
#include <stddef.h>
#include <sys/types.h>
#include <forkyard/sigevent.h>
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
struct itimerspec {
  struct timespec it_interval;
  struct timespec it_value;
};
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer);
int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict setting,
                  struct itimerspec *restrict old);
int timer_gettime(timer_t timer, struct itimerspec *setting);
int timer_getoverrun(timer_t timer);
int timer_delete(timer_t timer);
time_t time(time_t *at);
clock_t clock(void);
double difftime(time_t a, time_t b);
int clock_gettime(int clock, struct timespec *at);
int clock_getres(int clock, struct timespec *at);
int clock_getcpuclockid(pid_t pid, clockid_t *clock);
int clock_nanosleep(int clock, int flags, const struct timespec *wanted, struct timespec *left);
int nanosleep(const struct timespec *wanted, struct timespec *left);
#define TIME_UTC 1
int timespec_get(struct timespec *at, int base);
time_t mktime(struct tm *at);
time_t timegm(struct tm *at);
time_t timelocal(struct tm *at);
struct tm *gmtime(const time_t *at);
struct tm *gmtime_r(const time_t *restrict at, struct tm *restrict to);
struct tm *localtime(const time_t *at);
struct tm *localtime_r(const time_t *restrict at, struct tm *restrict to);
char *asctime(const struct tm *at);
char *asctime_r(const struct tm *restrict at, char *restrict to);
char *ctime(const time_t *at);
char *ctime_r(const time_t *restrict at, char *restrict to);
size_t strftime(char *restrict to, size_t max, const char *restrict format,
                const struct tm *restrict at);
char *strptime(const char *restrict text, const char *restrict format, struct tm *restrict to);
extern char *tzname[2];
extern long timezone;
extern int daylight;
void tzset(void);
int clock_settime(clockid_t clock, const struct timespec *at);
#endif
