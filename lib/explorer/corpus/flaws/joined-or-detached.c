/* The thread detaches itself; if main joins it before, that is the end of it, else there is nothing to join.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static void *work(void *unused) {
  usleep(20000);
  pthread_detach(pthread_self());
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  int joined = pthread_join(thread, NULL);
  assert(joined == 0); /* here */
  return 0;
}
