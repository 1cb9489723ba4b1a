/* Protocols and ceilings of mutexes, which readers and writers a read-write lock prefers. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#define SHOW(e) printf("%s: %d\n", #e, (int)(e))

static pthread_mutex_t mutex;
static pthread_rwlock_t lock;
static int stage[2];

static void *other(void *unused) {
  SHOW(pthread_mutex_trylock(&mutex));
  SHOW(pthread_mutex_unlock(&mutex));
  SHOW(pthread_mutex_trylock(&mutex));
  return unused;
}

static void *writer(void *unused) {
  write(stage[1], "w", 1);
  pthread_rwlock_wrlock(&lock);
  puts("written");
  pthread_rwlock_unlock(&lock);
  return unused;
}

static void *reader(void *unused) {
  struct timespec past = {1, 0};
  while (pthread_rwlock_tryrdlock(&lock) == 0) pthread_rwlock_unlock(&lock);
  puts("a reader waits for the writer that waits");
  SHOW(pthread_rwlock_timedrdlock(&lock, &past));
  SHOW(pthread_rwlock_clockrdlock(&lock, CLOCK_MONOTONIC, &past));
  SHOW(pthread_rwlock_clockwrlock(&lock, CLOCK_PROCESS_CPUTIME_ID, &past));
  return unused;
}

int main(void) {
  pthread_mutexattr_t a;
  pthread_t thread;
  int v = -1;
  pthread_mutexattr_init(&a);
  SHOW(pthread_mutexattr_getprotocol(&a, &v));
  SHOW(v);
  SHOW(pthread_mutexattr_setprotocol(&a, 3));
  SHOW(pthread_mutexattr_setprotocol(&a, -1));
  SHOW(pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT));
  SHOW(pthread_mutexattr_getprotocol(&a, &v));
  SHOW(v);
  SHOW(pthread_mutexattr_getprioceiling(&a, &v));
  SHOW(v);
  SHOW(pthread_mutexattr_setprioceiling(&a, 0));
  SHOW(pthread_mutexattr_setprioceiling(&a, 100));
  SHOW(pthread_mutexattr_setprioceiling(&a, 99));
  SHOW(pthread_mutexattr_getprioceiling(&a, &v));
  SHOW(v);
  SHOW(pthread_mutex_init(&mutex, &a));
  SHOW(pthread_mutex_lock(&mutex));
  SHOW(pthread_mutex_trylock(&mutex));
  pthread_create(&thread, NULL, other, NULL);
  pthread_join(thread, NULL);
  SHOW(pthread_mutex_destroy(&mutex));
  SHOW(pthread_mutex_unlock(&mutex));
  SHOW(pthread_mutex_unlock(&mutex));
  SHOW(pthread_mutex_getprioceiling(&mutex, &v));
  SHOW(pthread_mutex_setprioceiling(&mutex, 5, &v));
  SHOW(pthread_mutex_destroy(&mutex));

  SHOW(pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_PROTECT));
  SHOW(pthread_mutexattr_setprioceiling(&a, 7));
  SHOW(pthread_mutex_init(&mutex, &a));
  SHOW(pthread_mutex_getprioceiling(&mutex, &v));
  SHOW(v);
  SHOW(pthread_mutex_setprioceiling(&mutex, 5, &v));
  SHOW(v);
  SHOW(pthread_mutex_setprioceiling(&mutex, 500, &v));
  SHOW(pthread_mutex_getprioceiling(&mutex, &v));
  SHOW(v);
  SHOW(pthread_mutex_destroy(&mutex));
  pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
  SHOW(pthread_mutex_init(&mutex, &a));
  pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT);
  SHOW(pthread_mutex_init(&mutex, &a));

  pthread_rwlockattr_t kinds;
  pthread_rwlockattr_init(&kinds);
  SHOW(pthread_rwlockattr_getkind_np(&kinds, &v));
  SHOW(v);
  SHOW(pthread_rwlockattr_setkind_np(&kinds, 3));
  SHOW(pthread_rwlockattr_setkind_np(&kinds, -1));
  SHOW(pthread_rwlockattr_setkind_np(&kinds, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP));
  SHOW(pthread_rwlock_init(&lock, &kinds));
  pipe(stage);
  pthread_t second;
  char c;
  pthread_rwlock_rdlock(&lock);
  pthread_create(&thread, NULL, writer, NULL);
  read(stage[0], &c, 1);
  pthread_create(&second, NULL, reader, NULL);
  pthread_join(second, NULL);
  pthread_rwlock_unlock(&lock);
  pthread_join(thread, NULL);
  SHOW(pthread_rwlock_tryrdlock(&lock));
  return 0;
}
