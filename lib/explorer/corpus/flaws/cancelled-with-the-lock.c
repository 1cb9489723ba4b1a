/* A thread is cancelled in a call that it makes while it holds the lock.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *unused) {
  pthread_mutex_lock(&lock);
  write(1, ".", 1);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  usleep(3000);
  pthread_cancel(thread);
  pthread_mutex_lock(&lock); /* here */
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
  return 0;
}
