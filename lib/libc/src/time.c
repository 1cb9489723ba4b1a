/* Time on the machine's virtual clock. */
#include <errno.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int clock_gettime(int clock, struct timespec *at) {
  return (int)__result(__syscall(SYS_clock_gettime, clock, at));
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

clock_t clock(void) {
  struct timespec used;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / 1000;
}

double difftime(time_t a, time_t b) {
  return (double)(a - b);
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  (void)zone;
  return 0;
}

int nanosleep(const struct timespec *wanted, struct timespec *left) {
  return (int)__result(__syscall(SYS_nanosleep, wanted, left));
}

int clock_getres(int clock, struct timespec *at) {
  return (int)__result(__syscall(SYS_clock_getres, clock, at));
}

/* Returns its error. */
int clock_nanosleep(int clock, int flags, const struct timespec *wanted, struct timespec *left) {
  if (clock == CLOCK_THREAD_CPUTIME_ID) return EINVAL;
  return (int)-__syscall(SYS_clock_nanosleep, clock, flags, wanted, left);
}

int getitimer(int which, struct itimerval *at) {
  return (int)__result(__syscall(SYS_getitimer, which, at));
}

int setitimer(int which, const struct itimerval *restrict wanted, struct itimerval *restrict old) {
  return (int)__result(__syscall(SYS_setitimer, which, wanted, old));
}

useconds_t ualarm(useconds_t microseconds, useconds_t interval) {
  struct itimerval wanted = {{interval / 1000000, interval % 1000000},
                             {microseconds / 1000000, microseconds % 1000000}};
  struct itimerval old;
  if (setitimer(ITIMER_REAL, &wanted, &old) < 0) return (useconds_t)-1;
  return (useconds_t)(old.it_value.tv_sec * 1000000 + old.it_value.tv_usec);
}

unsigned int sleep(unsigned int seconds) {
  struct timespec wanted = {seconds, 0};
  struct timespec left = {0, 0};
  if (nanosleep(&wanted, &left) == 0) return 0;
  return (unsigned int)left.tv_sec;
}

int usleep(useconds_t microseconds) {
  struct timespec wanted = {microseconds / 1000000, microseconds % 1000000 * 1000L};
  return nanosleep(&wanted, NULL);
}

/* Nobody here may set the clock. */
int clock_settime(clockid_t clock, const struct timespec *at) {
  if (!at) {
    errno = EFAULT;
    return -1;
  }
  errno = clock == CLOCK_REALTIME && at->tv_nsec >= 0 && at->tv_nsec < 1000000000 ? EPERM : EINVAL;
  return -1;
}

int settimeofday(const struct timeval *at, const void *zone) {
  (void)zone;
  if (!at) return 0;
  struct timespec wanted = {at->tv_sec, at->tv_usec * 1000};
  return clock_settime(CLOCK_REALTIME, &wanted);
}
