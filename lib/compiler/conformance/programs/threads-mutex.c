/* pthread_mutex_lock(3): kinds of mutexes and their errors, trylock, timedlock, spinlocks. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define THREADS 5
#define ROUNDS 400

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_spinlock_t spin;
static long counter, spun;

static void *counts(void *argument) {
  (void)argument;
  for (int k = 0; k < ROUNDS; k++) {
    pthread_mutex_lock(&mutex);
    long seen = counter;
    counter = seen + 1;
    pthread_mutex_unlock(&mutex);
    pthread_spin_lock(&spin);
    spun++;
    pthread_spin_unlock(&spin);
  }
  return NULL;
}

static const char *name(int error) {
  return error == 0 ? "0" : error == EBUSY ? "EBUSY" : error == EDEADLK ? "EDEADLK"
       : error == EPERM ? "EPERM" : error == ETIMEDOUT ? "ETIMEDOUT"
       : error == EINVAL ? "EINVAL" : strerror(error);
}

static struct timespec in_milliseconds(clockid_t clock, long n) {
  struct timespec at;
  clock_gettime(clock, &at);
  at.tv_nsec += n * 1000000;
  at.tv_sec += at.tv_nsec / 1000000000;
  at.tv_nsec %= 1000000000;
  return at;
}

static void *stranger(void *argument) {
  pthread_mutex_t *other = argument;
  struct timespec soon = in_milliseconds(CLOCK_REALTIME, 3);
  struct timespec invalid = {0, 2000000000}, past = {1, 0};
  printf("  try %s", name(pthread_mutex_trylock(other)));
  printf(" timed %s", name(pthread_mutex_timedlock(other, &soon)));
  printf(" invalid %s", name(pthread_mutex_timedlock(other, &invalid)));
  printf(" past %s", name(pthread_mutex_timedlock(other, &past)));
  soon = in_milliseconds(CLOCK_MONOTONIC, 3);
  printf(" clock %s\n", name(pthread_mutex_clocklock(other, CLOCK_MONOTONIC, &soon)));
  return NULL;
}

static void kind(const char *what, int type) {
  pthread_mutexattr_t attributes;
  pthread_mutex_t m;
  pthread_t thread;
  int got;
  pthread_mutexattr_init(&attributes);
  printf("%s: settype %s", what, name(pthread_mutexattr_settype(&attributes, type)));
  pthread_mutexattr_gettype(&attributes, &got);
  pthread_mutex_init(&m, &attributes);
  pthread_mutexattr_destroy(&attributes);
  printf(" %d, lock %s", got == type, name(pthread_mutex_lock(&m)));
  printf(", try %s", name(pthread_mutex_trylock(&m)));
  if (type != PTHREAD_MUTEX_NORMAL) printf(", again %s", name(pthread_mutex_lock(&m)));
  printf("\n");
  pthread_create(&thread, NULL, stranger, &m);
  pthread_join(thread, NULL);
  printf("  unlock");
  int locked = type == PTHREAD_MUTEX_RECURSIVE ? 3 : 1;
  for (int k = 0; k < locked; k++) printf(" %s", name(pthread_mutex_unlock(&m)));
  if (type != PTHREAD_MUTEX_NORMAL) printf(", more %s", name(pthread_mutex_unlock(&m)));
  printf(", destroy %s\n", name(pthread_mutex_destroy(&m)));
}

static void *unlocks(void *argument) {
  return (void *)(long)pthread_mutex_unlock(argument);
}

int main(void) {
  pthread_t threads[THREADS];
  pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
  for (int k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, counts, NULL);
  for (int k = 0; k < THREADS; k++) pthread_join(threads[k], NULL);
  printf("counter %ld, spun %ld\n", counter, spun);
  pthread_spin_lock(&spin);
  printf("spin %s\n", name(pthread_spin_trylock(&spin)));
  pthread_spin_unlock(&spin);
  pthread_spin_destroy(&spin);
  kind("normal", PTHREAD_MUTEX_NORMAL);
  kind("recursive", PTHREAD_MUTEX_RECURSIVE);
  kind("errorcheck", PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  printf("bad %s\n", name(pthread_mutexattr_settype(&attributes, 77)));
  printf("busy %d", pthread_mutex_lock(&mutex));
  printf(" %s", name(pthread_mutex_destroy(&mutex)));
  printf(" %s\n", name(pthread_mutex_unlock(&mutex)));
  pthread_mutex_t checked = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
  void *result;
  pthread_mutex_lock(&checked);
  pthread_create(&threads[0], NULL, unlocks, &checked);
  pthread_join(threads[0], &result);
  printf("stranger unlocks: %s\n", name((int)(long)result));
  return 0;
}
