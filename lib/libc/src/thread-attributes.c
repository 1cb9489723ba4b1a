/* What a new thread is like: pthread_attr_init(3). Guard pages are always one page; every thread has
   the scope of the system. */
#include <errno.h>
#include <limits.h>
#include <pthread.h>

int pthread_attr_init(pthread_attr_t *attributes) {
  *attributes = (pthread_attr_t){.__stack_bytes = 1024L * 1024, .__guard_bytes = 4096};
  return 0;
}

int pthread_attr_destroy(pthread_attr_t *attributes) {
  (void)attributes;
  return 0;
}

int pthread_attr_setdetachstate(pthread_attr_t *attributes, int state) {
  if (state != PTHREAD_CREATE_JOINABLE && state != PTHREAD_CREATE_DETACHED) return EINVAL;
  attributes->__detached = state;
  return 0;
}

int pthread_attr_getdetachstate(const pthread_attr_t *attributes, int *state) {
  *state = attributes->__detached;
  return 0;
}

int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t bytes) {
  if (bytes < PTHREAD_STACK_MIN) return EINVAL;
  attributes->__stack_bytes = bytes;
  return 0;
}

int pthread_attr_getstacksize(const pthread_attr_t *restrict attributes, size_t *restrict bytes) {
  *bytes = attributes->__stack_bytes;
  return 0;
}

/* Only of attributes that pthread_getattr_np gave. */
int pthread_attr_getstack(const pthread_attr_t *restrict attributes, void **restrict stack,
                          size_t *restrict bytes) {
  *stack = attributes->__stack;
  *bytes = attributes->__stack != NULL ? attributes->__stack_bytes : 0;
  return 0;
}

int pthread_attr_getstackaddr(const pthread_attr_t *restrict attributes, void **restrict top) {
  char *stack = attributes->__stack;
  *top = stack != NULL ? stack + attributes->__stack_bytes : NULL;
  return 0;
}

int pthread_attr_setguardsize(pthread_attr_t *attributes, size_t bytes) {
  attributes->__guard_bytes = bytes;
  return 0;
}

int pthread_attr_getguardsize(const pthread_attr_t *restrict attributes, size_t *restrict bytes) {
  *bytes = attributes->__guard_bytes;
  return 0;
}

int pthread_attr_setscope(pthread_attr_t *attributes, int scope) {
  (void)attributes;
  if (scope == PTHREAD_SCOPE_SYSTEM) return 0;
  return scope == PTHREAD_SCOPE_PROCESS ? ENOTSUP : EINVAL;
}

int pthread_attr_getscope(const pthread_attr_t *restrict attributes, int *restrict scope) {
  *scope = attributes->__scope;
  return 0;
}

int pthread_attr_setinheritsched(pthread_attr_t *attributes, int inherit) {
  if (inherit != PTHREAD_INHERIT_SCHED && inherit != PTHREAD_EXPLICIT_SCHED) return EINVAL;
  attributes->__inherit = inherit;
  return 0;
}

int pthread_attr_getinheritsched(const pthread_attr_t *restrict attributes,
                                 int *restrict inherit) {
  *inherit = attributes->__inherit;
  return 0;
}

int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy) {
  if (policy != SCHED_OTHER && policy != SCHED_FIFO && policy != SCHED_RR) return EINVAL;
  attributes->__policy = policy;
  return 0;
}

int pthread_attr_getschedpolicy(const pthread_attr_t *restrict attributes, int *restrict policy) {
  *policy = attributes->__policy;
  return 0;
}

int pthread_attr_setschedparam(pthread_attr_t *restrict attributes,
                               const struct sched_param *restrict param) {
  int priority = param->sched_priority;
  int real_time = attributes->__policy != SCHED_OTHER;
  if (real_time ? priority < 1 || priority > 99 : priority != 0) return EINVAL;
  attributes->__priority = priority;
  return 0;
}

int pthread_attr_getschedparam(const pthread_attr_t *restrict attributes,
                               struct sched_param *restrict param) {
  param->sched_priority = attributes->__priority;
  return 0;
}
