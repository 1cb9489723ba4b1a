/* pthread_cond_timedwait came back, so it must have been signalled? It may also have been the
 * time.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <time.h>

static int value;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;

static void *producer(void *unused) {
  pthread_mutex_lock(&lock);
  value = 5;
  pthread_cond_signal(&ready);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *consumer(void *unused) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 1;
  pthread_mutex_lock(&lock);
  if (value == 0) pthread_cond_timedwait(&ready, &lock, &until);
  assert(value == 5); /* here */
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, consumer, NULL);
  pthread_create(&b, NULL, producer, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
