#include <semaphore.h>
#include <stdio.h>

/* PAIRS times down and up, nobody else wants it. */
int main(void) {
  sem_t semaphore;
  if (sem_init(&semaphore, 1, 1) < 0) return 1;
  for (int i = 0; i < PAIRS; i++) {
    if (sem_wait(&semaphore) < 0 || sem_post(&semaphore) < 0) return 1;
  }
  sem_destroy(&semaphore);
  return 0;
}
