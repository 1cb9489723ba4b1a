/* The semaphore's value was 1 when it was looked at; the other one takes it and keeps it.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static sem_t tickets;

static void *passenger(void *unused) {
  int left;
  sem_getvalue(&tickets, &left);
  if (left > 0) sem_wait(&tickets); /* here */
  return unused;
}

int main(void) {
  sem_init(&tickets, 0, 1);
  pthread_t a, b;
  pthread_create(&a, NULL, passenger, NULL);
  usleep(2000);
  pthread_create(&b, NULL, passenger, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
