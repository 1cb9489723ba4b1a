/* The mended sibling of flaws/numbers-given-out-twice.c.
 */
#include <assert.h>
#include <pthread.h>

static int last;
static int drawn[2];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int next_number(void) {
  pthread_mutex_lock(&lock);
  int number = ++last;
  pthread_mutex_unlock(&lock);
  return number;
}

static void *customer(void *place) {
  *(int *)place = next_number();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, customer, &drawn[0]);
  pthread_create(&b, NULL, customer, &drawn[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(drawn[0] != drawn[1]);
  return 0;
}
