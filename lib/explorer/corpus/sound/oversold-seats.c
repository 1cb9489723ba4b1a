/* The mended sibling of flaws/oversold-seats.c.
 */
#include <assert.h>
#include <pthread.h>

static int seats = 1;
static int sold;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void sell_if_available(void) {
  pthread_mutex_lock(&lock);
  if (seats > 0) {
    seats--;
    sold++;
  }
  pthread_mutex_unlock(&lock);
}

static void *customer(void *unused) {
  sell_if_available();
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, customer, NULL);
  pthread_create(&b, NULL, customer, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(sold == 1 && seats == 0);
  return 0;
}
