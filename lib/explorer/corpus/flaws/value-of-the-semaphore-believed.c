/* sem_getvalue says that there is one left; another takes it before.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static sem_t left;

static void *take(void *nap) {
  int value;
  usleep(nap == NULL ? 0 : 3000);
  sem_getvalue(&left, &value);
  if (value > 0) sem_wait(&left); /* here */
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  sem_init(&left, 0, 1);
  pthread_create(&threads[0], NULL, take, NULL);
  pthread_create(&threads[1], NULL, take, &left);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
