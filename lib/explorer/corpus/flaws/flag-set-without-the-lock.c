/* The flag changes between the test and the wait, because it is set without the lock: the
 * signal is lost.
 *
 * shows: deadlock
 */
#include <pthread.h>

static int stop;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *worker(void *unused) {
  pthread_mutex_lock(&lock);
  while (!stop) pthread_cond_wait(&changed, &lock); /* here */
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *stopper(void *unused) {
  stop = 1;
  pthread_cond_signal(&changed);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  pthread_create(&b, NULL, stopper, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
