#include <stdio.h>
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ch = PTHREAD_COND_INITIALIZER, co = PTHREAD_COND_INITIALIZER;
static int h, o, allow_h, allow_o, water;
static void try(void) {
  if (h >= 2 && o >= 1) {
    h -= 2;
    o--;
    allow_h += 2;
    allow_o++;
    water++;
    pthread_cond_broadcast(&ch);
    pthread_cond_broadcast(&co);
  }
}

static void *H(void *x) {
  pthread_mutex_lock(&m);
  h++;
  try();
  while (!allow_h) pthread_cond_wait(&ch, &m);
  allow_h--;
  pthread_mutex_unlock(&m);
  return 0;
}

static void *O(void *x) {
  pthread_mutex_lock(&m);
  o++;
  try();
  while (!allow_o) pthread_cond_wait(&co, &m);
  allow_o--;
  pthread_mutex_unlock(&m);
  return 0;
}

int main(void) {
  pthread_t t[15];
  for (int i = 0; i < 15; i++) pthread_create(&t[i], 0, i % 3 ? H : O, 0);
  for (int i = 0; i < 15; i++) pthread_join(t[i], 0);
  printf("water %d, left %d %d\n", water, h, o);
  return 0;
}
