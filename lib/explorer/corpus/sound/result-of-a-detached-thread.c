/* The mended sibling of flaws/result-of-a-detached-thread.c.
 */
#include <assert.h>
#include <pthread.h>

static int sum;

static void *add(void *unused) {
  for (int i = 1; i <= 4; i++) sum += i;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, add, NULL);
  pthread_join(thread, NULL);
  assert(sum == 10);
  return 0;
}
