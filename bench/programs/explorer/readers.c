/* One thread writes x; each of N others writes what is its own, then reads x. */
#include <pthread.h>
#include <stdio.h>
#ifndef N
#define N 2
#endif

int x;
int own[N], seen[N];

static void *reader(void *number) {
  own[(long)number] = 1;
  seen[(long)number] = x;
  return NULL;
}

static void *writer(void *unused) {
  x = 1;
  return unused;
}

int main(void) {
  pthread_t writes, reads[N];
  pthread_create(&writes, NULL, writer, NULL);
  for (long number = 0; number < N; number++)
    pthread_create(&reads[number], NULL, reader, (void *)number);
  pthread_join(writes, NULL);
  for (int number = 0; number < N; number++)
    pthread_join(reads[number], NULL);
  for (int number = 0; number < N; number++)
    printf("%d", seen[number]);
  return 0;
}
