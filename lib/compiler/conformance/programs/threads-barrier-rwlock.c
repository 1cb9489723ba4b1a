/* pthread_barrier_wait(3), pthread_rwlock_rdlock(3). */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

#define THREADS 4
#define PHASES 5

static pthread_barrier_t barrier;
static int cells[2][THREADS];
static int serial[THREADS], wrong;

static void *works(void *argument) {
  long self = (long)argument;
  for (int phase = 0; phase < PHASES; phase++) {
    const int *from = cells[phase % 2];
    int *to = cells[(phase + 1) % 2];
    int left = from[(self + THREADS - 1) % THREADS], right = from[(self + 1) % THREADS];
    to[self] = left + right + from[self];
    int result = pthread_barrier_wait(&barrier);
    if (result == PTHREAD_BARRIER_SERIAL_THREAD) serial[self]++;
    else if (result != 0) wrong++;
  }
  return NULL;
}

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static long first, second;

static void *reads(void *argument) {
  long torn = 0;
  (void)argument;
  for (int k = 0; k < 100; k++) {
    pthread_rwlock_rdlock(&lock);
    if (first != second) torn++;
    pthread_rwlock_unlock(&lock);
  }
  return (void *)torn;
}

static void *writes(void *argument) {
  (void)argument;
  for (int k = 0; k < 100; k++) {
    pthread_rwlock_wrlock(&lock);
    first++;
    second++;
    pthread_rwlock_unlock(&lock);
  }
  return NULL;
}

static void *tries(void *argument) {
  struct timespec soon;
  (void)argument;
  int read = pthread_rwlock_tryrdlock(&lock);
  if (read == 0) pthread_rwlock_unlock(&lock);
  int write = pthread_rwlock_trywrlock(&lock);
  if (write == 0) pthread_rwlock_unlock(&lock);
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_nsec += 2000000;
  if (soon.tv_nsec >= 1000000000) soon.tv_nsec -= 1000000000, soon.tv_sec++;
  int timed = pthread_rwlock_timedwrlock(&lock, &soon);
  if (timed == 0) pthread_rwlock_unlock(&lock);
  printf("read %s, write %s, timed %s\n", read == EBUSY ? "busy" : read ? "?" : "ok",
         write == EBUSY ? "busy" : write ? "?" : "ok", timed == ETIMEDOUT ? "late" : timed ? "?" : "ok");
  return NULL;
}

static void other(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, tries, NULL);
  pthread_join(thread, NULL);
}

int main(void) {
  pthread_t threads[THREADS];
  printf("none %d\n", pthread_barrier_init(&barrier, NULL, 0) == EINVAL);
  pthread_barrier_init(&barrier, NULL, THREADS);
  for (int k = 0; k < THREADS; k++) cells[0][k] = k;
  for (long k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, works, (void *)k);
  for (int k = 0; k < THREADS; k++) pthread_join(threads[k], NULL);
  int serials = 0;
  for (int k = 0; k < THREADS; k++) {
    printf("%d ", cells[PHASES % 2][k]);
    serials += serial[k];
  }
  printf("\nserial %d, wrong %d, destroy %d\n", serials, wrong, pthread_barrier_destroy(&barrier));
  pthread_barrier_init(&barrier, NULL, 1);
  printf("alone %d\n", pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD);

  for (int k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, k % 2 ? writes : reads, NULL);
  long torn = 0;
  for (int k = 0; k < THREADS; k++) {
    void *result;
    pthread_join(threads[k], &result);
    torn += (long)result;
  }
  printf("first %ld, second %ld, torn %ld\n", first, second, torn);
  other();
  pthread_rwlock_rdlock(&lock);
  pthread_rwlock_rdlock(&lock);
  other();
  printf("own write %d\n", pthread_rwlock_trywrlock(&lock) == EBUSY);
  pthread_rwlock_unlock(&lock);
  pthread_rwlock_unlock(&lock);
  pthread_rwlock_wrlock(&lock);
  other();
  printf("own read %d, own write %d\n", pthread_rwlock_rdlock(&lock) == EDEADLK,
         pthread_rwlock_wrlock(&lock) == EDEADLK);
  pthread_rwlock_unlock(&lock);
  printf("destroy %d\n", pthread_rwlock_destroy(&lock));
  return 0;
}
