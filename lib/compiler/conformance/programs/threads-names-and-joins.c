/* Names of threads, joins with a deadline, what pthread_getattr_np and pthread_getschedparam tell. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>
#define SHOW(e) printf("%s: %d\n", #e, (int)(e))

static int go[2], started[2];

static void *worker(void *argument) {
  char name[16], c;
  pthread_getname_np(pthread_self(), name, sizeof name);
  printf("in the thread: %s\n", name);
  write(started[1], "s", 1);
  read(go[0], &c, 1);
  prctl(PR_GET_NAME, name);
  printf("later: %s\n", name);
  pthread_attr_t attributes;
  void *stack;
  size_t bytes;
  pthread_getattr_np(pthread_self(), &attributes);
  SHOW(pthread_attr_getstack(&attributes, &stack, &bytes));
  SHOW(name > (char *)stack && name < (char *)stack + bytes);
  int detached;
  pthread_attr_getdetachstate(&attributes, &detached);
  SHOW(detached);
  pthread_attr_destroy(&attributes);
  return argument;
}

int main(void) {
  char name[16], c;
  pthread_t thread;
  void *result;
  pipe(go);
  pipe(started);
  SHOW(pthread_getname_np(pthread_self(), name, 15));
  SHOW(pthread_setname_np(pthread_self(), "0123456789abcdef"));
  SHOW(pthread_setname_np(pthread_self(), "0123456789abcde"));
  SHOW(pthread_getname_np(pthread_self(), name, 16));
  puts(name);
  prctl(PR_GET_NAME, name);
  puts(name);
  pthread_create(&thread, NULL, worker, (void *)5);
  read(started[0], &c, 1);
  SHOW(pthread_setname_np(thread, "worker"));
  pthread_getname_np(thread, name, 16);
  puts(name);
  pthread_getname_np(pthread_self(), name, 16);
  puts(name);

  SHOW(pthread_tryjoin_np(thread, &result));
  struct timespec until = {1, 0};
  SHOW(pthread_timedjoin_np(thread, &result, &until));
  SHOW(pthread_clockjoin_np(thread, &result, 99, &until));
  SHOW(pthread_clockjoin_np(thread, &result, CLOCK_PROCESS_CPUTIME_ID, &until));
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += 1000000;
  if (until.tv_nsec >= 1000000000) until.tv_nsec -= 1000000000, until.tv_sec++;
  SHOW(pthread_clockjoin_np(thread, &result, CLOCK_MONOTONIC, &until));
  SHOW(pthread_timedjoin_np(pthread_self(), &result, &until));
  write(go[1], "x", 1);
  SHOW(pthread_timedjoin_np(thread, &result, NULL));
  printf("%ld\n", (long)result);
  pthread_create(&thread, NULL, worker, (void *)6);
  write(go[1], "x", 1);
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 100;
  SHOW(pthread_timedjoin_np(thread, &result, &until));
  printf("%ld\n", (long)result);

  int policy, value;
  struct sched_param param;
  SHOW(pthread_getschedparam(pthread_self(), &policy, &param));
  printf("%d %d\n", policy, param.sched_priority);
  SHOW(pthread_setschedparam(pthread_self(), SCHED_OTHER, &param));
  SHOW(pthread_setschedparam(pthread_self(), SCHED_FIFO, &param));
  SHOW(pthread_setschedparam(pthread_self(), 77, &param));
  param.sched_priority = 5;
  SHOW(pthread_setschedparam(pthread_self(), SCHED_OTHER, &param));
  SHOW(pthread_setschedprio(pthread_self(), 0));
  SHOW(pthread_setschedprio(pthread_self(), 5));

  pthread_attr_t attributes;
  void *stack;
  size_t bytes;
  pthread_attr_init(&attributes);
  SHOW(pthread_attr_getstack(&attributes, &stack, &bytes));
  printf("%d %zu\n", stack == NULL, bytes);
  pthread_getattr_np(pthread_self(), &attributes);
  pthread_attr_getstack(&attributes, &stack, &bytes);
  SHOW((char *)&bytes > (char *)stack && (char *)&bytes < (char *)stack + bytes);
  pthread_attr_getguardsize(&attributes, &bytes);
  SHOW(bytes);
  pthread_attr_destroy(&attributes);

  SHOW(pthread_getconcurrency());
  SHOW(pthread_setconcurrency(-1));
  SHOW(pthread_setconcurrency(4));
  SHOW(pthread_getconcurrency());
  clockid_t clock;
  struct timespec used;
  SHOW(pthread_getcpuclockid(pthread_self(), &clock));
  SHOW(clock_gettime(clock, &used));
  SHOW(clock_getcpuclockid(0, &clock));
  SHOW(clock_gettime(clock, &used));
  SHOW(clock_getcpuclockid(getpid(), &clock));
  SHOW(clock_gettime(clock, &used));
  SHOW(used.tv_sec > 0 || used.tv_nsec > 0);
  SHOW(clock_getcpuclockid(99999999, &clock));
  return 0;
}
