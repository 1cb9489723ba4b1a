/* The number is read after the lock was given up: two customers draw the same one.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int last;
static int drawn[2];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int next_number(void) {
  pthread_mutex_lock(&lock);
  last++;
  pthread_mutex_unlock(&lock);
  return last;
}

static void *customer(void *place) {
  *(int *)place = next_number();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, customer, &drawn[0]);
  usleep(2000);
  pthread_create(&b, NULL, customer, &drawn[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(drawn[0] != drawn[1]); /* here */
  return 0;
}
