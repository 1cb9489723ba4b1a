/* P philosophers eat N times each; the last one takes the forks in the other order. */
#include <pthread.h>
#ifndef P
#define P 5
#endif
#ifndef N
#define N 3
#endif

pthread_mutex_t forks[P];

static void *philosopher(void *number) {
  int left = (int)(long)number, right = (left + 1) % P;
  int first = left < right ? left : right, second = left < right ? right : left;
  for (int k = 0; k < N; k++) {
    pthread_mutex_lock(&forks[first]);
    pthread_mutex_lock(&forks[second]);
    pthread_mutex_unlock(&forks[second]);
    pthread_mutex_unlock(&forks[first]);
  }
  return NULL;
}

int main(void) {
  pthread_t philosophers[P];
  for (int number = 0; number < P; number++)
    pthread_mutex_init(&forks[number], NULL);
  for (long number = 0; number < P; number++)
    pthread_create(&philosophers[number], NULL, philosopher, (void *)number);
  for (int number = 0; number < P; number++)
    pthread_join(philosophers[number], NULL);
  return 0;
}
