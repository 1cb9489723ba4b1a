/* pthread_cond_wait(3): a bounded buffer, signals and broadcasts, deadlines. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

#define ROOM 4
#define PRODUCERS 3
#define CONSUMERS 2
#define EACH 60

static struct {
  pthread_mutex_t mutex;
  pthread_cond_t not_full, not_empty;
  int items[ROOM], first, count, most;
} buffer = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, PTHREAD_COND_INITIALIZER};

static void put(int item) {
  pthread_mutex_lock(&buffer.mutex);
  while (buffer.count == ROOM) pthread_cond_wait(&buffer.not_full, &buffer.mutex);
  buffer.items[(buffer.first + buffer.count++) % ROOM] = item;
  if (buffer.count > buffer.most) buffer.most = buffer.count;
  pthread_cond_signal(&buffer.not_empty);
  pthread_mutex_unlock(&buffer.mutex);
}

static int take(void) {
  pthread_mutex_lock(&buffer.mutex);
  while (buffer.count == 0) pthread_cond_wait(&buffer.not_empty, &buffer.mutex);
  int item = buffer.items[buffer.first];
  buffer.first = (buffer.first + 1) % ROOM;
  buffer.count--;
  pthread_cond_signal(&buffer.not_full);
  pthread_mutex_unlock(&buffer.mutex);
  return item;
}

static void *produces(void *argument) {
  for (int k = 1; k <= EACH; k++) put((int)(long)argument * 1000 + k);
  return NULL;
}

static void *consumes(void *argument) {
  long sum = 0;
  (void)argument;
  for (int item; (item = take()) >= 0;) sum += item;
  return (void *)sum;
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gate = PTHREAD_COND_INITIALIZER, arrived = PTHREAD_COND_INITIALIZER;
static int open_gate, waiting, passed;

static void *waits(void *argument) {
  (void)argument;
  pthread_mutex_lock(&mutex);
  waiting++;
  pthread_cond_signal(&arrived);
  while (!open_gate) pthread_cond_wait(&gate, &mutex);
  passed++;
  pthread_mutex_unlock(&mutex);
  return NULL;
}

static int times_out(pthread_cond_t *condition, clockid_t clock, long milliseconds) {
  struct timespec at, after;
  clock_gettime(clock, &at);
  at.tv_nsec += milliseconds * 1000000;
  at.tv_sec += at.tv_nsec / 1000000000;
  at.tv_nsec %= 1000000000;
  pthread_mutex_lock(&mutex);
  int result;
  do result = pthread_cond_timedwait(condition, &mutex, &at);
  while (result == 0);
  clock_gettime(clock, &after);
  /* It holds the mutex again, and not before the deadline. */
  int held = pthread_mutex_trylock(&mutex) == EBUSY;
  int late = after.tv_sec > at.tv_sec || (after.tv_sec == at.tv_sec && after.tv_nsec >= at.tv_nsec);
  pthread_mutex_unlock(&mutex);
  return result == ETIMEDOUT && held && late;
}

int main(void) {
  pthread_t producers[PRODUCERS], consumers[CONSUMERS], waiters[5];
  long total = 0;
  for (long k = 0; k < PRODUCERS; k++) pthread_create(&producers[k], NULL, produces, (void *)k);
  for (long k = 0; k < CONSUMERS; k++) pthread_create(&consumers[k], NULL, consumes, NULL);
  for (int k = 0; k < PRODUCERS; k++) pthread_join(producers[k], NULL);
  for (int k = 0; k < CONSUMERS; k++) put(-1);
  for (int k = 0; k < CONSUMERS; k++) {
    void *sum;
    pthread_join(consumers[k], &sum);
    total += (long)sum;
  }
  printf("total %ld, never too full: %d\n", total, buffer.most <= ROOM);

  for (int k = 0; k < 5; k++) pthread_create(&waiters[k], NULL, waits, NULL);
  pthread_mutex_lock(&mutex);
  while (waiting < 5) pthread_cond_wait(&arrived, &mutex);
  printf("waiting %d, passed %d\n", waiting, passed);
  pthread_cond_signal(&gate);
  open_gate = 1;
  pthread_cond_broadcast(&gate);
  pthread_mutex_unlock(&mutex);
  for (int k = 0; k < 5; k++) pthread_join(waiters[k], NULL);
  printf("passed %d\n", passed);

  printf("deadline %d\n", times_out(&gate, CLOCK_REALTIME, 5));
  pthread_condattr_t attributes;
  pthread_cond_t monotonic;
  clockid_t clock;
  pthread_condattr_init(&attributes);
  printf("clock %d", pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC));
  pthread_condattr_getclock(&attributes, &clock);
  printf(" %d", clock == CLOCK_MONOTONIC);
  printf(" %d\n", pthread_condattr_setclock(&attributes, CLOCK_PROCESS_CPUTIME_ID) == EINVAL);
  pthread_cond_init(&monotonic, &attributes);
  printf("monotonic %d\n", times_out(&monotonic, CLOCK_MONOTONIC, 5));
  struct timespec past = {1, 0}, invalid = {1, -1};
  pthread_mutex_lock(&mutex);
  printf("past %d\n", pthread_cond_timedwait(&gate, &mutex, &past) == ETIMEDOUT);
  printf("invalid %d\n", pthread_cond_timedwait(&gate, &mutex, &invalid) == EINVAL);
  pthread_mutex_unlock(&mutex);
  printf("destroy %d %d\n", pthread_cond_destroy(&monotonic), pthread_cond_destroy(&gate));
  return 0;
}
