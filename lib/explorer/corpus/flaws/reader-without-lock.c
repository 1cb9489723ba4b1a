/* The writer has a lock, the reader thinks that reading needs none.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static int hours = 1;
static int minutes = 59;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *tick(void *unused) {
  pthread_mutex_lock(&lock);
  minutes = 0;
  hours = 2;
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *look(void *unused) {
  int h = hours;
  int m = minutes;
  assert(h * 60 + m == 119 || h * 60 + m == 120); /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, tick, NULL);
  pthread_create(&b, NULL, look, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
