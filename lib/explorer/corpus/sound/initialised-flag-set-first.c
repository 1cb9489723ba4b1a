/* The mended sibling of flaws/initialised-flag-set-first.c.
 */
#include <assert.h>
#include <pthread.h>

static int started;
static int table[2];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void start(void) {
  pthread_mutex_lock(&lock);
  if (!started) {
    table[0] = 3;
    table[1] = 4;
    started = 1;
  }
  pthread_mutex_unlock(&lock);
}

static void *client(void *unused) {
  start();
  int sum = table[0] + table[1];
  assert(sum == 7);
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
