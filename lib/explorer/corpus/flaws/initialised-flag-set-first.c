/* The flag says that it is initialised before it is.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static int started;
static int table[2];

static void start(void) {
  if (started) return;
  started = 1;
  table[0] = 3;
  table[1] = 4;
}

static void *client(void *unused) {
  start();
  int sum = table[0] + table[1];
  assert(sum == 7); /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, client, NULL);
  pthread_create(&b, NULL, client, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
