#include <stdio.h>
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static int turn;
static void *run(void *p) {
  int id = *(int *)p;
  for (int k = 0; k < 3; k++) {
    pthread_mutex_lock(&m);
    while (turn % 4 != id) pthread_cond_wait(&c, &m);
    printf("round %d thread %d\n", k, id);
    turn++;
    pthread_cond_broadcast(&c);
    pthread_mutex_unlock(&m);
  }
  return 0;
}

int main(void) {
  pthread_t t[4];
  int id[4] = {0, 1, 2, 3};
  for (int i = 3; i >= 0; i--) pthread_create(&t[i], 0, run, &id[i]);
  for (int i = 0; i < 4; i++) pthread_join(t[i], 0);
  printf("turns %d\n", turn);
  return 0;
}
