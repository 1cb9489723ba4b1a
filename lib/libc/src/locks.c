/* Mutexes, spinlocks, read-write locks, barriers: pthread_mutex_lock(3) and its relatives. What is
   locked and who waits is the kernel's to know. */
#include <errno.h>
#include <pthread.h>
#include <forkyard/intrinsics.h>

int pthread_mutex_init(pthread_mutex_t *restrict mutex,
                       const pthread_mutexattr_t *restrict attributes) {
  *mutex = (pthread_mutex_t){0};
  if (attributes != NULL) {
    mutex->__kind = attributes->__kind & 3;
    mutex->__shared = attributes->__kind >> 4;
  }
  return 0;
}

int pthread_mutex_destroy(pthread_mutex_t *mutex) {
  return -(int)__syscall(SYS_mutex_destroy, mutex);
}

int pthread_mutex_lock(pthread_mutex_t *mutex) {
  return -(int)__syscall(SYS_mutex_lock, mutex, NULL, 0, 0);
}

int pthread_mutex_trylock(pthread_mutex_t *mutex) {
  return -(int)__syscall(SYS_mutex_trylock, mutex, 0);
}

int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock,
                            const struct timespec *restrict deadline) {
  return -(int)__syscall(SYS_mutex_lock, mutex, deadline, clock, 0);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex,
                            const struct timespec *restrict deadline) {
  return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, deadline);
}

int pthread_mutex_unlock(pthread_mutex_t *mutex) {
  return -(int)__syscall(SYS_mutex_unlock, mutex, 0);
}

int pthread_mutexattr_init(pthread_mutexattr_t *attributes) {
  attributes->__kind = PTHREAD_MUTEX_DEFAULT;
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

int pthread_mutexattr_setpshared(pthread_mutexattr_t *attributes, int shared) {
  if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL;
  attributes->__kind = (attributes->__kind & 15) | shared << 4;
  return 0;
}

int pthread_mutexattr_getpshared(const pthread_mutexattr_t *restrict attributes,
                                 int *restrict shared) {
  *shared = attributes->__kind >> 4;
  return 0;
}

/* Nobody is told that the owner of a mutex ended. */
int pthread_mutexattr_setrobust(pthread_mutexattr_t *attributes, int robust) {
  (void)attributes;
  if (robust == PTHREAD_MUTEX_STALLED) return 0;
  return robust == PTHREAD_MUTEX_ROBUST ? ENOTSUP : EINVAL;
}

int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attributes, int *robust) {
  (void)attributes;
  *robust = PTHREAD_MUTEX_STALLED;
  return 0;
}

int pthread_spin_init(pthread_spinlock_t *lock, int shared) {
  (void)shared;
  *lock = 0;
  return 0;
}

int pthread_spin_destroy(pthread_spinlock_t *lock) {
  (void)lock;
  return 0;
}

int pthread_spin_lock(pthread_spinlock_t *lock) {
  return -(int)__syscall(SYS_mutex_lock, lock, NULL, 0, 1);
}

int pthread_spin_trylock(pthread_spinlock_t *lock) {
  return -(int)__syscall(SYS_mutex_trylock, lock, 1);
}

int pthread_spin_unlock(pthread_spinlock_t *lock) {
  return -(int)__syscall(SYS_mutex_unlock, lock, 1);
}

/* Bits of SYS_rwlock_lock. */
#define WRITE 1
#define TRY 2

int pthread_rwlock_init(pthread_rwlock_t *restrict lock,
                        const pthread_rwlockattr_t *restrict attributes) {
  *lock = (pthread_rwlock_t){0};
  if (attributes != NULL) lock->__shared = attributes->__shared;
  return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_destroy, lock);
}

int pthread_rwlock_rdlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, 0, NULL, 0);
}

int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, TRY, NULL, 0);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock,
                               const struct timespec *restrict deadline) {
  return -(int)__syscall(SYS_rwlock_lock, lock, 0, deadline, CLOCK_REALTIME);
}

int pthread_rwlock_wrlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE, NULL, 0);
}

int pthread_rwlock_trywrlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE | TRY, NULL, 0);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock,
                               const struct timespec *restrict deadline) {
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE, deadline, CLOCK_REALTIME);
}

int pthread_rwlock_unlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_unlock, lock);
}

int pthread_rwlockattr_init(pthread_rwlockattr_t *attributes) {
  *attributes = (pthread_rwlockattr_t){0};
  return 0;
}

int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attributes) {
  (void)attributes;
  return 0;
}

int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attributes, int shared) {
  if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL;
  attributes->__shared = shared;
  return 0;
}

int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *restrict attributes,
                                  int *restrict shared) {
  *shared = attributes->__shared;
  return 0;
}

int pthread_barrier_init(pthread_barrier_t *restrict barrier,
                         const pthread_barrierattr_t *restrict attributes, unsigned int count) {
  if (count == 0 || count > 0x7fffffff) return EINVAL;
  *barrier = (pthread_barrier_t){.__wanted = (int)count};
  if (attributes != NULL) barrier->__shared = attributes->__shared;
  return 0;
}

int pthread_barrier_destroy(pthread_barrier_t *barrier) {
  return -(int)__syscall(SYS_barrier_destroy, barrier);
}

int pthread_barrier_wait(pthread_barrier_t *barrier) {
  return __syscall(SYS_barrier_wait, barrier) == 1 ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

int pthread_barrierattr_init(pthread_barrierattr_t *attributes) {
  attributes->__shared = PTHREAD_PROCESS_PRIVATE;
  return 0;
}

int pthread_barrierattr_destroy(pthread_barrierattr_t *attributes) {
  (void)attributes;
  return 0;
}

int pthread_barrierattr_setpshared(pthread_barrierattr_t *attributes, int shared) {
  if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL;
  attributes->__shared = shared;
  return 0;
}

int pthread_barrierattr_getpshared(const pthread_barrierattr_t *restrict attributes,
                                   int *restrict shared) {
  *shared = attributes->__shared;
  return 0;
}
