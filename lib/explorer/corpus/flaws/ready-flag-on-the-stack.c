/* main waits for a local flag by looking at it; the thread sets it before the result.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

struct answer {
  volatile int ready, value;
};

static void *compute(void *argument) {
  struct answer *answer = argument;
  answer->ready = 1;
  answer->value = 42;
  return NULL;
}

int main(void) {
  struct answer answer = {0, 0};
  pthread_t thread;
  pthread_create(&thread, NULL, compute, &answer);
  usleep(2000);
  while (!answer.ready) sched_yield();
  assert(answer.value == 42); /* here */
  pthread_join(thread, NULL);
  return 0;
}
