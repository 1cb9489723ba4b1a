/* pthread_key_create(3), pthread_once(3), _Thread_local. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_key_t name_key, again_key, plain_key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int prepared, rounds;
static _Atomic int destroyed; /* the destructors of several threads run at once */
static _Thread_local int local = 3, zero;
static __thread struct { char text[16]; long value; } record = {"initial", 7};

static void destroy_name(void *value) {
  destroyed += atoi(value);
  if (pthread_getspecific(name_key) != NULL) puts("not cleared");
  free(value);
}

/* Sets itself again: the library tries PTHREAD_DESTRUCTOR_ITERATIONS times. */
static void destroy_again(void *value) {
  rounds++;
  pthread_setspecific(again_key, value);
}

static void prepare(void) {
  prepared++;
  pthread_key_create(&name_key, destroy_name);
  pthread_key_create(&plain_key, NULL);
}

static void *works(void *argument) {
  long self = (long)argument;
  pthread_once(&once, prepare);
  if (pthread_getspecific(name_key) != NULL) puts("not null");
  char *text = malloc(16);
  sprintf(text, "%ld", self);
  pthread_setspecific(name_key, text);
  pthread_setspecific(plain_key, &local);
  local += (int)self;
  zero++;
  sprintf(record.text, "thread %ld", self);
  record.value += self;
  if (pthread_getspecific(plain_key) != &local) puts("other");
  if (strcmp(pthread_getspecific(name_key), text) != 0) puts("other text");
  errno = (int)self;
  sched_yield();
  if (errno != self) puts("errno is shared");
  return (void *)(local * 1000L + zero * 100 + record.value);
}

static void *loops(void *argument) {
  pthread_setspecific(again_key, argument);
  return NULL;
}

int main(void) {
  pthread_t threads[4];
  void *result;
  for (long k = 1; k <= 4; k++) pthread_create(&threads[k - 1], NULL, works, (void *)k);
  for (int k = 0; k < 4; k++) {
    pthread_join(threads[k], &result);
    printf("thread %d: %ld\n", k + 1, (long)result);
  }
  printf("prepared %d, destroyed %d\n", prepared, destroyed);
  printf("main: %d %d %s %ld\n", local, zero, record.text, record.value);
  pthread_key_create(&again_key, destroy_again);
  pthread_create(&threads[0], NULL, loops, &local);
  pthread_join(threads[0], NULL);
  printf("rounds %d\n", rounds);
  pthread_setspecific(again_key, &zero);
  printf("delete %d", pthread_key_delete(again_key));
  printf(" %d", pthread_key_delete(again_key) == EINVAL);
  printf(" %d\n", pthread_setspecific(again_key, &zero) == EINVAL);
  pthread_key_t fresh;
  pthread_key_create(&fresh, NULL);
  printf("fresh %d\n", pthread_getspecific(fresh) == NULL);
  int made = 0;
  pthread_key_t keys[PTHREAD_KEYS_MAX + 1];
  while (made <= PTHREAD_KEYS_MAX && pthread_key_create(&keys[made], NULL) == 0) made++;
  printf("some keys %d, not all %d\n", made > 100, made < PTHREAD_KEYS_MAX);
  return 0;
}
