/* C11 7.26, on POSIX threads. */
#include <errno.h>
#include <sched.h>
#include <threads.h>

int __thread_create(pthread_t *thread, const pthread_attr_t *attributes, void (*entry)(),
                    void *start, void *argument);

static int outcome(int error) {
  switch (error) {
    case 0:
      return thrd_success;
    case EBUSY:
      return thrd_busy;
    case ENOMEM:
      return thrd_nomem;
    case ETIMEDOUT:
      return thrd_timedout;
    default:
      return thrd_error;
  }
}

void call_once(once_flag *flag, void (*function)(void)) {
  pthread_once(flag, function);
}

static void thread_start(thrd_start_t start, void *argument) {
  thrd_exit(start(argument));
}

int thrd_create(thrd_t *thread, thrd_start_t start, void *argument) {
  return outcome(__thread_create(thread, NULL, thread_start, (void *)start, argument));
}

thrd_t thrd_current(void) {
  return pthread_self();
}

int thrd_detach(thrd_t thread) {
  return outcome(pthread_detach(thread));
}

int thrd_equal(thrd_t a, thrd_t b) {
  return pthread_equal(a, b);
}

_Noreturn void thrd_exit(int result) {
  pthread_exit((void *)(long)result);
}

int thrd_join(thrd_t thread, int *result) {
  void *value;
  int error = pthread_join(thread, &value);
  if (error == 0 && result != NULL) *result = (int)(long)value;
  return outcome(error);
}

/* -1: a signal came; glibc's -2 for all else that can be wrong. */
int thrd_sleep(const struct timespec *duration, struct timespec *remaining) {
  switch (clock_nanosleep(CLOCK_REALTIME, 0, duration, remaining)) {
    case 0:
      return 0;
    case EINTR:
      return -1;
    default:
      return -2;
  }
}

void thrd_yield(void) {
  sched_yield();
}

int mtx_init(mtx_t *mutex, int type) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  if (type & mtx_recursive) pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  return outcome(pthread_mutex_init(mutex, &attributes));
}

void mtx_destroy(mtx_t *mutex) {
  pthread_mutex_destroy(mutex);
}

int mtx_lock(mtx_t *mutex) {
  return outcome(pthread_mutex_lock(mutex));
}

int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict deadline) {
  return outcome(pthread_mutex_timedlock(mutex, deadline));
}

int mtx_trylock(mtx_t *mutex) {
  return outcome(pthread_mutex_trylock(mutex));
}

int mtx_unlock(mtx_t *mutex) {
  return outcome(pthread_mutex_unlock(mutex));
}

int cnd_init(cnd_t *condition) {
  return outcome(pthread_cond_init(condition, NULL));
}

void cnd_destroy(cnd_t *condition) {
  pthread_cond_destroy(condition);
}

int cnd_signal(cnd_t *condition) {
  return outcome(pthread_cond_signal(condition));
}

int cnd_broadcast(cnd_t *condition) {
  return outcome(pthread_cond_broadcast(condition));
}

int cnd_wait(cnd_t *condition, mtx_t *mutex) {
  return outcome(pthread_cond_wait(condition, mutex));
}

int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict mutex,
                  const struct timespec *restrict deadline) {
  return outcome(pthread_cond_timedwait(condition, mutex, deadline));
}

int tss_create(tss_t *key, tss_dtor_t destructor) {
  return outcome(pthread_key_create(key, destructor));
}

void tss_delete(tss_t key) {
  pthread_key_delete(key);
}

void *tss_get(tss_t key) {
  return pthread_getspecific(key);
}

int tss_set(tss_t key, void *value) {
  return outcome(pthread_setspecific(key, value));
}
