/* timerfd_create(2): once and again, relative and absolute, read, polled, set anew. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void fails(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
}

static struct itimerspec setting(long value_ms, long interval_ms) {
  return (struct itimerspec){{interval_ms / 1000, interval_ms % 1000 * 1000000},
                             {value_ms / 1000, value_ms % 1000 * 1000000}};
}

static uint64_t expirations(int fd) {
  uint64_t count = 0;
  if (read(fd, &count, sizeof count) != 8) printf("read: %s\n", strerror(errno));
  return count;
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  fails("clock", timerfd_create(99, 0));
  fails("clock", timerfd_create(CLOCK_PROCESS_CPUTIME_ID, 0));
  fails("flags", timerfd_create(CLOCK_MONOTONIC, 1));
  int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  struct itimerspec at, old;
  expirations(fd);
  timerfd_gettime(fd, &at);
  printf("unset %ld %ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec, at.it_interval.tv_nsec);
  at = setting(100000, 5000);
  fails("set", timerfd_settime(fd, 0, &at, NULL));
  timerfd_gettime(fd, &at);
  printf("%d %ld %ld\n", at.it_value.tv_sec >= 90 && at.it_value.tv_sec < 100, at.it_interval.tv_sec,
         at.it_interval.tv_nsec);
  at = setting(0, 7000);
  fails("disarm", timerfd_settime(fd, 0, &at, &old));
  printf("%d %ld\n", old.it_value.tv_sec >= 90, old.it_interval.tv_sec);
  timerfd_gettime(fd, &at);
  printf("%ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec);
  expirations(fd);
  at = setting(1, 0);
  at.it_value.tv_nsec = 1000000000;
  fails("nanoseconds", timerfd_settime(fd, 0, &at, NULL));
  at = setting(1, 0);
  at.it_interval.tv_sec = -1;
  fails("interval", timerfd_settime(fd, 0, &at, NULL));
  at = setting(1, 0);
  fails("flags", timerfd_settime(fd, 8, &at, NULL));
  fails("no descriptor", timerfd_settime(77, 0, &at, NULL));
  fails("no timer", timerfd_settime(1, 0, &at, NULL));
  fails("no timer", timerfd_gettime(1, &at));
  char small[4];
  fails("small", read(fd, small, 4));
  fails("write", write(fd, "12345678", 8));

  at = setting(3, 0);
  timerfd_settime(fd, 0, &at, NULL);
  struct pollfd watched = {fd, POLLIN | POLLOUT, 0};
  int ready = poll(&watched, 1, -1);
  printf("poll %d %x\n", ready, watched.revents);
  timerfd_gettime(fd, &at);
  printf("over %ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec);
  printf("%lu\n", (unsigned long)expirations(fd));
  expirations(fd);

  fcntl(fd, F_SETFL, 0);
  at = setting(2, 2);
  timerfd_settime(fd, 0, &at, NULL);
  printf("%d\n", expirations(fd) >= 1);
  printf("%d\n", expirations(fd) >= 1);
  usleep(9000);
  printf("%d\n", expirations(fd) >= 4);
  at = setting(0, 0);
  timerfd_settime(fd, 0, &at, NULL);

  at = (struct itimerspec){{0, 1000000}, {0, 1}};
  timerfd_settime(fd, TFD_TIMER_ABSTIME, &at, NULL);
  printf("from the past %d\n", expirations(fd) >= 10);
  int wall = timerfd_create(CLOCK_REALTIME, 0);
  clock_gettime(CLOCK_REALTIME, &at.it_value);
  at.it_interval = (struct timespec){0, 0};
  at.it_value.tv_nsec += 3000000;
  if (at.it_value.tv_nsec >= 1000000000) at.it_value.tv_nsec -= 1000000000, at.it_value.tv_sec++;
  timerfd_settime(wall, TFD_TIMER_ABSTIME, &at, NULL);
  if (fork() == 0) {
    printf("in the child %lu\n", (unsigned long)expirations(wall));
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  fcntl(wall, F_SETFL, O_NONBLOCK);
  expirations(wall);
  char link[64] = "", path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  readlink(path, link, sizeof link - 1);
  puts(link);
  return 0;
}
