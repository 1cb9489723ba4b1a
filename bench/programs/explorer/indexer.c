/* Each of N threads puts 4 messages into one hash table (Flanagan, Godefroid, POPL 2005). */
#include <pthread.h>
#include <stdio.h>
#include <stdatomic.h>
#ifndef N
#define N 12
#endif
#define SIZE 128
#define MAX 4

_Atomic int table[SIZE];

static void *insert(void *number) {
  int id = (int)(long)number;
  for (int m = 1; m <= MAX; m++) {
    int message = m * 11 + id;
    int place = message * 7 % SIZE;
    int empty = 0;
    while (!atomic_compare_exchange_strong(&table[place], &empty, message)) {
      place = (place + 1) % SIZE;
      empty = 0;
    }
  }
  return NULL;
}

int main(void) {
  pthread_t threads[N];
  for (long number = 0; number < N; number++)
    pthread_create(&threads[number], NULL, insert, (void *)number);
  for (int number = 0; number < N; number++)
    pthread_join(threads[number], NULL);
  for (int place = 0; place < SIZE; place++)
    printf("%d ", table[place]);
  return 0;
}
