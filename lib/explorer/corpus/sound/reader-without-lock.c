/* The mended sibling of flaws/reader-without-lock.c.
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
  pthread_mutex_lock(&lock);
  int h = hours;
  int m = minutes;
  pthread_mutex_unlock(&lock);
  assert(h * 60 + m == 119 || h * 60 + m == 120);
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
