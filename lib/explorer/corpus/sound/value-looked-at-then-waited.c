/* The mended sibling of flaws/value-looked-at-then-waited.c.
 */
#include <pthread.h>
#include <semaphore.h>

static sem_t tickets;

static void *passenger(void *unused) {
  sem_trywait(&tickets);
  return unused;
}

int main(void) {
  sem_init(&tickets, 0, 1);
  pthread_t a, b;
  pthread_create(&a, NULL, passenger, NULL);
  pthread_create(&b, NULL, passenger, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
