/* The last seat is sold twice: the test and the sale are two steps.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int seats = 1;
static int sold;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int available(void) {
  pthread_mutex_lock(&lock);
  int yes = seats > 0;
  pthread_mutex_unlock(&lock);
  return yes;
}

static void sell(void) {
  pthread_mutex_lock(&lock);
  seats--;
  sold++;
  pthread_mutex_unlock(&lock);
}

static void *customer(void *unused) {
  if (available()) sell();
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, customer, NULL);
  usleep(2000);
  pthread_create(&b, NULL, customer, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(sold == 1 && seats == 0); /* here */
  return 0;
}
