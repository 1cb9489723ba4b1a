/* main joins the thread while it holds the lock that the thread still needs.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *unused) {
  pthread_mutex_lock(&lock); /* here */
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  usleep(20000);
  pthread_mutex_lock(&lock);
  pthread_join(thread, NULL); /* here */
  pthread_mutex_unlock(&lock);
  return 0;
}
