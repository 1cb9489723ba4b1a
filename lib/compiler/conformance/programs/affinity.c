#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  cpu_set_t all, one, again;
  printf("get %d\n", sched_getaffinity(0, sizeof all, &all));
  printf("as many as there are: %d\n", CPU_COUNT(&all) <= get_nprocs() && get_nprocs() <= get_nprocs_conf());
  int first = 0;
  while (!CPU_ISSET(first, &all)) first++;
  CPU_ZERO(&one);
  CPU_SET(first, &one);
  printf("set %d, count %d\n", sched_setaffinity(0, sizeof one, &one), CPU_COUNT(&one));
  printf("on it: %d\n", sched_getcpu() == first);
  sched_getaffinity(getpid(), sizeof again, &again);
  printf("told: %d\n", CPU_EQUAL(&one, &again));
  fflush(stdout);
  if (fork() == 0) {
    sched_getaffinity(0, sizeof again, &again);
    printf("inherited: %d\n", CPU_EQUAL(&one, &again));
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  pthread_getaffinity_np(pthread_self(), sizeof again, &again);
  printf("thread: %d\n", CPU_EQUAL(&one, &again));
  CPU_ZERO(&again);
  printf("none: %d %s\n", sched_setaffinity(0, sizeof again, &again), strerror(errno));
  CPU_SET(CPU_SETSIZE - 1, &again);
  printf("no such: %d %s\n", sched_setaffinity(0, sizeof again, &again), strerror(errno));
  CPU_CLR(CPU_SETSIZE - 1, &again);
  printf("empty again: %d\n", CPU_COUNT(&again));
  printf("too small: %d %s\n", sched_getaffinity(0, 1, &again), strerror(errno));
  printf("nobody: %d %s\n", sched_getaffinity(99999999, sizeof again, &again), strerror(errno));
  printf("back: %d\n", pthread_setaffinity_np(pthread_self(), sizeof all, &all));
  return 0;
}
