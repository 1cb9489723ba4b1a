/* One thread for each entry sets it to its left neighbour's + 1; one looks for the last 0. */
#include <pthread.h>
#include <stdio.h>
#ifndef N
#define N 5
#endif

int array[N + 1];
int found;

static void *search(void *unused) {
  int last = N;
  while (array[last] != 0)
    last--;
  found = last;
  return unused;
}

static void *set(void *entry) {
  int at = (int)(long)entry;
  array[at] = array[at - 1] + 1;
  return NULL;
}

int main(void) {
  pthread_t searcher, setters[N];
  pthread_create(&searcher, NULL, search, NULL);
  for (long at = 1; at <= N; at++)
    pthread_create(&setters[at - 1], NULL, set, (void *)at);
  pthread_join(searcher, NULL);
  for (int at = 0; at < N; at++)
    pthread_join(setters[at], NULL);
  printf("%d in", found);
  for (int at = 0; at <= N; at++)
    printf(" %d", array[at]);
  return 0;
}
