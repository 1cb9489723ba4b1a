/* Condition variables: pthread_cond_wait(3), pthread_cond_signal(3). */
#include <errno.h>
#include <pthread.h>
#include <forkyard/intrinsics.h>
#include <forkyard/locks.h>

int pthread_cond_init(pthread_cond_t *restrict condition,
                      const pthread_condattr_t *restrict attributes) {
  *condition = (pthread_cond_t){0};
  if (attributes != NULL) {
    condition->__clock = attributes->__clock & 15;
    condition->__shared = attributes->__clock >> 4;
  }
  return 0;
}

int pthread_cond_destroy(pthread_cond_t *condition) {
  (void)condition;
  return 0;
}

int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           clockid_t clock, const struct timespec *restrict deadline) {
  if (!__is_clock_to_wait_for(clock)) return EINVAL;
  int result = -(int)__syscall(SYS_cond_wait, condition, mutex, deadline, clock);
  if (result == EINTR) {
    /* A signal's handler ran: that counts as a wake-up. */
    result = pthread_mutex_lock(mutex);
  }
  pthread_testcancel();
  return result;
}

int pthread_cond_wait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex) {
  return pthread_cond_clockwait(condition, mutex, CLOCK_REALTIME, NULL);
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict deadline) {
  return pthread_cond_clockwait(condition, mutex, condition->__clock, deadline);
}

int pthread_cond_signal(pthread_cond_t *condition) {
  return -(int)__syscall(SYS_cond_signal, condition, 0);
}

int pthread_cond_broadcast(pthread_cond_t *condition) {
  return -(int)__syscall(SYS_cond_signal, condition, 1);
}

int pthread_condattr_init(pthread_condattr_t *attributes) {
  attributes->__clock = CLOCK_REALTIME;
  return 0;
}

int pthread_condattr_destroy(pthread_condattr_t *attributes) {
  (void)attributes;
  return 0;
}

int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock) {
  if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC) return EINVAL;
  attributes->__clock = (attributes->__clock & ~15) | clock;
  return 0;
}

int pthread_condattr_getclock(const pthread_condattr_t *restrict attributes,
                              clockid_t *restrict clock) {
  *clock = attributes->__clock & 15;
  return 0;
}

int pthread_condattr_setpshared(pthread_condattr_t *attributes, int shared) {
  if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL;
  attributes->__clock = (attributes->__clock & 15) | shared << 4;
  return 0;
}

int pthread_condattr_getpshared(const pthread_condattr_t *restrict attributes,
                                int *restrict shared) {
  *shared = attributes->__clock >> 4;
  return 0;
}
