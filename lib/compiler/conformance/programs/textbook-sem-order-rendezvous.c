#include <stdio.h>
#include <errno.h>
#include <string.h>
#include <time.h>
#include <pthread.h>
#include <semaphore.h>
static sem_t s[3];
static void *abc(void *p) {
  int i = *(int *)p;
  for (int k = 0; k < 4; k++) {
    sem_wait(&s[i]);
    putchar("ABC"[i]);
    sem_post(&s[(i + 1) % 3]);
  }
  return 0;
}

int main(void) {
  pthread_t t[3];
  int id[3] = {0, 1, 2};
  for (int i = 0; i < 3; i++) sem_init(&s[i], 0, i == 0);
  for (int i = 2; i >= 0; i--) pthread_create(&t[i], 0, abc, &id[i]);
  for (int i = 0; i < 3; i++) pthread_join(t[i], 0);
  putchar('\n');
  int v;
  sem_getvalue(&s[0], &v);
  printf("%d\n", v);
  sem_trywait(&s[0]);
  int r = sem_trywait(&s[0]);
  printf("%d %s\n", r, strerror(errno));
  struct timespec ts;
  clock_gettime(CLOCK_REALTIME, &ts);
  r = sem_timedwait(&s[0], &ts);
  printf("%d %s\n", r, strerror(errno));
  for (int i = 0; i < 3; i++) sem_destroy(&s[i]);
  return 0;
}
