/* pthread_create(3), pthread_join(3), pthread_detach(3): results, arguments, errors. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct task {
  int from, to;
  long sum;
};

static void *sums(void *argument) {
  struct task *task = argument;
  for (int k = task->from; k < task->to; k++) task->sum += k;
  return task;
}

static void deep(int depth) {
  char block[256];
  block[0] = (char)depth;
  if (depth == 0) pthread_exit((void *)1234L);
  deep(depth - 1);
  if (block[0] == 99) puts("never");
}

static void *exits(void *argument) {
  deep((int)(long)argument);
  return NULL;
}

static void *identity(void *argument) {
  return argument;
}

static void *nested(void *argument) {
  pthread_t inner;
  void *result;
  pthread_create(&inner, NULL, identity, argument);
  pthread_join(inner, &result);
  return (void *)((long)result * 2);
}

static sem_t posted;
static pthread_t main_thread;

static void *detached(void *argument) {
  pthread_detach(pthread_self());
  *(int *)argument = 77;
  sem_post(&posted);
  return NULL;
}

static void *joins_main(void *argument) {
  (void)argument;
  printf("self %d\n", pthread_join(pthread_self(), NULL) == EDEADLK);
  printf("equal %d %d\n", !!pthread_equal(pthread_self(), pthread_self()),
         !!pthread_equal(pthread_self(), main_thread));
  return NULL;
}

int main(void) {
  pthread_t threads[8];
  struct task tasks[8];
  void *result;
  long total = 0;
  main_thread = pthread_self();
  for (int k = 0; k < 8; k++) {
    tasks[k] = (struct task){k * 100, (k + 1) * 100, 0};
    pthread_create(&threads[k], NULL, sums, &tasks[k]);
  }
  for (int k = 7; k >= 0; k--) {
    printf("join %d", pthread_join(threads[k], &result));
    total += ((struct task *)result)->sum;
    printf(" %d\n", result == &tasks[k]);
  }
  printf("total %ld\n", total);
  pthread_create(&threads[0], NULL, exits, (void *)20L);
  pthread_join(threads[0], &result);
  printf("exit %ld\n", (long)result);
  pthread_create(&threads[0], NULL, nested, (void *)21L);
  pthread_join(threads[0], &result);
  printf("nested %ld\n", (long)result);

  int seen = 0;
  sem_init(&posted, 0, 0);
  pthread_create(&threads[0], NULL, detached, &seen);
  sem_wait(&posted);
  printf("detached %d\n", seen);
  pthread_create(&threads[0], NULL, joins_main, NULL);
  pthread_join(threads[0], NULL);

  pthread_attr_t attributes;
  int state;
  size_t bytes;
  pthread_attr_init(&attributes);
  pthread_attr_getdetachstate(&attributes, &state);
  printf("state %d\n", state == PTHREAD_CREATE_JOINABLE);
  printf("small %d\n", pthread_attr_setstacksize(&attributes, 100) == EINVAL);
  pthread_attr_setstacksize(&attributes, 256 * 1024);
  pthread_attr_getstacksize(&attributes, &bytes);
  printf("stack %zu\n", bytes);
  printf("bad %d\n", pthread_attr_setdetachstate(&attributes, 9) == EINVAL);
  pthread_create(&threads[0], &attributes, identity, (void *)5L);
  pthread_join(threads[0], &result);
  printf("with attributes %ld\n", (long)result);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_destroy(&attributes);
  fflush(stdout);
  /* The process lives on with its other threads, and ends with 0. */
  pthread_create(&threads[0], NULL, nested, (void *)1L);
  pthread_exit((void *)9L);
}
