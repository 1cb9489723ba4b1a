/* What a new mutex is like: pthread_mutexattr_init(3). */
#include <errno.h>
#include <pthread.h>
#include <forkyard/locks.h>

#define PROTOCOL (__MUTEX_INHERITS | __MUTEX_PROTECTED)

int pthread_mutexattr_init(pthread_mutexattr_t *attributes) {
  *attributes = (pthread_mutexattr_t){PTHREAD_MUTEX_DEFAULT, 1};
  return 0;
}

int pthread_mutexattr_destroy(pthread_mutexattr_t *attributes) {
  attributes->__kind = -1;
  return 0;
}

int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type) {
  if (type < PTHREAD_MUTEX_NORMAL || type > PTHREAD_MUTEX_ERRORCHECK) return EINVAL;
  attributes->__kind = (attributes->__kind & ~3) | type;
  return 0;
}

int pthread_mutexattr_gettype(const pthread_mutexattr_t *restrict attributes, int *restrict type) {
  *type = attributes->__kind & 3;
  return 0;
}

static void set(pthread_mutexattr_t *attributes, int property, int on) {
  if (on)
    attributes->__kind |= property;
  else
    attributes->__kind &= ~property;
}

int pthread_mutexattr_setpshared(pthread_mutexattr_t *attributes, int shared) {
  if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL;
  set(attributes, __MUTEX_SHARED, shared);
  return 0;
}

int pthread_mutexattr_getpshared(const pthread_mutexattr_t *restrict attributes,
                                 int *restrict shared) {
  *shared = (attributes->__kind & __MUTEX_SHARED) != 0;
  return 0;
}

int pthread_mutexattr_setrobust(pthread_mutexattr_t *attributes, int robust) {
  if (robust != PTHREAD_MUTEX_STALLED && robust != PTHREAD_MUTEX_ROBUST) return EINVAL;
  set(attributes, __MUTEX_ROBUST, robust);
  return 0;
}

int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attributes, int *robust) {
  *robust = (attributes->__kind & __MUTEX_ROBUST) != 0;
  return 0;
}

int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attributes, int protocol) {
  if (protocol < PTHREAD_PRIO_NONE || protocol > PTHREAD_PRIO_PROTECT) return EINVAL;
  set(attributes, PROTOCOL, 0);
  if (protocol == PTHREAD_PRIO_INHERIT) set(attributes, __MUTEX_INHERITS, 1);
  if (protocol == PTHREAD_PRIO_PROTECT) set(attributes, __MUTEX_PROTECTED, 1);
  return 0;
}

int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *restrict attributes,
                                  int *restrict protocol) {
  int kind = attributes->__kind;
  *protocol = kind & __MUTEX_INHERITS    ? PTHREAD_PRIO_INHERIT
              : kind & __MUTEX_PROTECTED ? PTHREAD_PRIO_PROTECT
                                         : PTHREAD_PRIO_NONE;
  return 0;
}

int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attributes, int ceiling) {
  if (ceiling < sched_get_priority_min(SCHED_FIFO) || ceiling > sched_get_priority_max(SCHED_FIFO))
    return EINVAL;
  attributes->__ceiling = ceiling;
  return 0;
}

int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attributes,
                                     int *restrict ceiling) {
  *ceiling = attributes->__ceiling;
  return 0;
}
