/* Nobody can join a detached thread, so main waits for some time instead.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int sum;

static void *add(void *unused) {
  for (int i = 1; i <= 4; i++) sum += i;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, add, NULL);
  pthread_detach(thread);
  usleep(20000);
  assert(sum == 10); /* here */
  return 0;
}
