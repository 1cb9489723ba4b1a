/* N threads write one variable. */
#include <pthread.h>
#include <stdio.h>
#ifndef N
#define N 4
#endif

int x;

static void *write_it(void *number) {
  x = (int)(long)number;
  return NULL;
}

int main(void) {
  pthread_t threads[N];
  for (long number = 0; number < N; number++)
    pthread_create(&threads[number], NULL, write_it, (void *)number);
  for (int number = 0; number < N; number++)
    pthread_join(threads[number], NULL);
  printf("%d\n", x);
  return 0;
}
