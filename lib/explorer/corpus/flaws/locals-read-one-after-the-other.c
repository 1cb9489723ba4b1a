/* The thread sets the one, then the other; main compares its two local variables, reading one before.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

struct progress {
  int *begun;
  int *done;
};

static void *work(void *argument) {
  struct progress *progress = argument;
  usleep(2000);
  *progress->begun = 1;
  *progress->done = 1;
  return NULL;
}

int main(void) {
  int begun = 0, done = 0;
  struct progress progress = {&begun, &done};
  pthread_t thread;
  pthread_create(&thread, NULL, work, &progress);
  assert(begun >= done); /* here */
  pthread_join(thread, NULL);
  return 0;
}
