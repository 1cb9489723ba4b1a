/* A thread that is cancelled while it waits for a mutex gets that first: mutexes are no cancellation points.
 */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *unused) {
  pthread_mutex_lock(&lock);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  pthread_mutex_lock(&lock);
  pthread_cancel(thread);
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
  return 0;
}
