/* Two threads draw the same ticket, and both are served.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <sched.h>

static volatile int next_ticket;
static volatile int serving;
static volatile int inside;

static void *customer(void *unused) {
  int mine = next_ticket;
  next_ticket = mine + 1;
  while (serving != mine)
    sched_yield();
  inside++;
  assert(inside == 1); /* here */
  inside--;
  serving = serving + 1;
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, customer, NULL);
  pthread_create(&b, NULL, customer, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
