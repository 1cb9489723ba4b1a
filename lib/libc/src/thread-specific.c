/* Data of threads, and what is done once: pthread_key_create(3), pthread_once(3). */
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t keys_mutex;
static struct {
  /* Odd while the key exists; a value that was set for another generation is none. */
  unsigned int generation;
  void (*destructor)(void *);
} keys[PTHREAD_KEYS_MAX];

static _Thread_local struct value {
  unsigned int generation;
  void *value;
} *values;

int pthread_key_create(pthread_key_t *key, void (*destructor)(void *)) {
  pthread_mutex_lock(&keys_mutex);
  for (unsigned int k = 0; k < PTHREAD_KEYS_MAX; k++) {
    if (keys[k].generation & 1) continue;
    keys[k].generation++;
    keys[k].destructor = destructor;
    *key = k;
    pthread_mutex_unlock(&keys_mutex);
    return 0;
  }
  pthread_mutex_unlock(&keys_mutex);
  return EAGAIN;
}

int pthread_key_delete(pthread_key_t key) {
  if (key >= PTHREAD_KEYS_MAX || !(keys[key].generation & 1)) return EINVAL;
  keys[key].generation++;
  return 0;
}

void *pthread_getspecific(pthread_key_t key) {
  if (values == NULL || key >= PTHREAD_KEYS_MAX) return NULL;
  return values[key].generation == keys[key].generation ? values[key].value : NULL;
}

int pthread_setspecific(pthread_key_t key, const void *value) {
  if (key >= PTHREAD_KEYS_MAX || !(keys[key].generation & 1)) return EINVAL;
  if (values == NULL) {
    if (value == NULL) return 0;
    values = calloc(PTHREAD_KEYS_MAX, sizeof *values);
    if (values == NULL) return ENOMEM;
  }
  values[key] = (struct value){keys[key].generation, (void *)value};
  return 0;
}

void __run_key_destructors(void) {
  if (values == NULL) return;
  int again = 1;
  for (int round = 0; again && round < PTHREAD_DESTRUCTOR_ITERATIONS; round++) {
    again = 0;
    for (unsigned int k = 0; k < PTHREAD_KEYS_MAX; k++) {
      void *value = pthread_getspecific(k);
      if (value == NULL) continue;
      values[k].value = NULL;
      if (keys[k].destructor == NULL) continue;
      keys[k].destructor(value);
      again = 1;
    }
  }
  free(values);
  values = NULL;
}

/* States of a pthread_once_t. RUNNING is told together with the process in which it runs: in a child
   of fork nobody is left who would finish it. */
#define DONE 1
#define RUNNING 2
#define NEXT_PROCESS 4

static pthread_mutex_t once_mutex;
static pthread_cond_t once_done;
static int running = RUNNING;

void __once_after_fork(void) {
  keys_mutex = once_mutex = (pthread_mutex_t){0};
  running += NEXT_PROCESS;
}

static void run_again(void *control) {
  pthread_mutex_lock(&once_mutex);
  *(pthread_once_t *)control = PTHREAD_ONCE_INIT;
  pthread_cond_broadcast(&once_done);
  pthread_mutex_unlock(&once_mutex);
}

int pthread_once(pthread_once_t *control, void (*routine)(void)) {
  if (*control == DONE) return 0;
  pthread_mutex_lock(&once_mutex);
  while (*control == running) pthread_cond_wait(&once_done, &once_mutex);
  if (*control == DONE) {
    pthread_mutex_unlock(&once_mutex);
    return 0;
  }
  *control = running;
  pthread_mutex_unlock(&once_mutex);
  /* A routine that is cancelled was not run: POSIX. */
  pthread_cleanup_push(run_again, control);
  routine();
  pthread_cleanup_pop(0);
  pthread_mutex_lock(&once_mutex);
  *control = DONE;
  pthread_cond_broadcast(&once_done);
  pthread_mutex_unlock(&once_mutex);
  return 0;
}
