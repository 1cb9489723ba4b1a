/* Producers and consumers wait on one condition variable; a signal meant for a consumer wakes a
 * producer.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static int full;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *produce(void *unused) {
  pthread_mutex_lock(&lock);
  while (full) pthread_cond_wait(&changed, &lock); /* here */
  full = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *consume(void *unused) {
  pthread_mutex_lock(&lock);
  while (!full) pthread_cond_wait(&changed, &lock); /* here */
  full = 0;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t threads[4];
  pthread_create(&threads[0], NULL, consume, NULL);
  pthread_create(&threads[1], NULL, produce, NULL);
  pthread_create(&threads[2], NULL, consume, NULL);
  usleep(2000);
  pthread_create(&threads[3], NULL, produce, NULL);
  for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
  return 0;
}
