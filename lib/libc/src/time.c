/* Time on the machine's virtual clock. */
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
