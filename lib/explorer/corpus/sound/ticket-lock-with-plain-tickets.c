/* The mended sibling of flaws/ticket-lock-with-plain-tickets.c.
 */
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static atomic_int next_ticket;
static volatile int serving;
static volatile int inside;

static void *customer(void *unused) {
  int mine = next_ticket++;
  while (serving != mine)
    sched_yield();
  inside++;
  assert(inside == 1);
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
