#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static sem_t ready;
static int glob;
static void cleanup(void *arg) {
  printf("cleanup: %s\n", (char *)arg);
}

static void unlock(void *arg) {
  printf("cleanup: unlocking\n");
  pthread_mutex_unlock(arg);
}

static void *waiter(void *a) {
  pthread_mutex_lock(&m);
  pthread_cleanup_push(unlock, &m);
  sem_post(&ready);
  while (glob == 0) pthread_cond_wait(&c, &m);
  pthread_cleanup_pop(1);
  return NULL;
}

static void *sleeper(void *a) {
  pthread_cleanup_push(cleanup, "outer");
  pthread_cleanup_push(cleanup, "inner");
  sem_post(&ready);
  for (;;) sleep(10);
  pthread_cleanup_pop(0);
  pthread_cleanup_pop(0);
  return NULL;
}

static void *disabled(void *a) {
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  sem_post(&ready);
  usleep(20000);
  printf("disabled finished its part\n");
  pthread_setcancelstate(old, NULL);
  pthread_testcancel();
  printf("not reached\n");
  return NULL;
}

static void *normal(void *a) {
  pthread_cleanup_push(cleanup, "popped");
  pthread_cleanup_pop(1);
  return "done";
}

static void try(const char *n, void *(*f)(void *), int cancel) {
  pthread_t t;
  void *r;
  pthread_create(&t, NULL, f, NULL);
  if (cancel) {
    sem_wait(&ready);
    int s = pthread_cancel(t);
    if (s) printf("cancel: %s\n", strerror(s));
  }
  pthread_join(t, &r);
  printf("%s: %s\n", n, r == PTHREAD_CANCELED ? "canceled" : r ? (char *)r : "null");
}

int main(void) {
  sem_init(&ready, 0, 0);
  try("waiter", waiter, 1);
  printf("mutex free: %s\n", pthread_mutex_trylock(&m) == 0 ? "yes" : "no");
  pthread_mutex_unlock(&m);
  try("sleeper", sleeper, 1);
  try("disabled", disabled, 1);
  try("normal", normal, 0);
  return 0;
}
