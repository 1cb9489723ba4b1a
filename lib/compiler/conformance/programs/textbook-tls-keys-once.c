#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int inits, freed;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static __thread int counter = 5;
static _Thread_local char name[16];
static void destroy(void *p) {
  pthread_mutex_lock(&m);
  freed++;
  pthread_mutex_unlock(&m);
  free(p);
}

static void init(void) {
  inits++;
  pthread_key_create(&key, destroy);
}

static char *my_strerror(int n) {
  pthread_once(&once, init);
  char *b = pthread_getspecific(key);
  if (!b) {
    b = malloc(100);
    pthread_setspecific(key, b);
  }
  snprintf(b, 100, "error %d: %s", n, strerror(n));
  return b;
}

static void *run(void *a) {
  int id = *(int *)a;
  for (int i = 0; i < id; i++) counter++;
  snprintf(name, sizeof name, "thread%d", id);
  char *s = my_strerror(id);
  sched_yield();
  char *out = malloc(200);
  snprintf(out, 200, "%s counter %d %s", name, counter, s);
  return out;
}

int main(void) {
  pthread_t t[4];
  int ids[4] = {1, 2, 3, 4};
  printf("%s\n", my_strerror(13));
  for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, run, &ids[i]);
  for (int i = 0; i < 4; i++) {
    char *r;
    pthread_join(t[i], (void **)&r);
    puts(r);
    free(r);
  }
  printf("main counter %d, name '%s', inits %d, freed %d\n", counter, name, inits, freed);
  return 0;
}
