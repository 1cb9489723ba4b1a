/* The mended sibling of flaws/timeout-taken-for-success.c.
 */
#include <assert.h>
#include <pthread.h>

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
  pthread_mutex_lock(&lock);
  while (value == 0) pthread_cond_wait(&ready, &lock);
  assert(value == 5);
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
