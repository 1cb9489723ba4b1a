/* Mutexes, spinlocks, read-write locks, barriers: pthread_mutex_lock(3) and its relatives. What is
   locked and who waits is the kernel's to know. */
#include <errno.h>
#include <pthread.h>
#include <forkyard/intrinsics.h>
#include <forkyard/locks.h>

int pthread_mutex_init(pthread_mutex_t *restrict mutex,
                       const pthread_mutexattr_t *restrict attributes) {
  *mutex = (pthread_mutex_t){0};
  if (attributes == NULL) return 0;
  int kind = attributes->__kind;
  if (kind & __MUTEX_ROBUST && kind & __MUTEX_PROTECTED) return ENOTSUP;
  mutex->__kind = kind & (3 | __MUTEX_ROBUST | __MUTEX_INHERITS | __MUTEX_PROTECTED);
  mutex->__shared = (kind & __MUTEX_SHARED) != 0;
  mutex->__ceiling = attributes->__ceiling;
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
  if (!__is_clock_to_wait_for(clock)) return EINVAL;
  return -(int)__syscall(SYS_mutex_lock, mutex, deadline, clock, 0);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex,
                            const struct timespec *restrict deadline) {
  return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, deadline);
}

/* Whoever has locked it after its owner ended says that it is in order again. */
int pthread_mutex_consistent(pthread_mutex_t *mutex) {
  if (!(mutex->__kind & __MUTEX_ROBUST) || mutex->__owner == 0) return EINVAL;
  if (mutex->__robustness != __MUTEX_INCONSISTENT) return EINVAL;
  mutex->__robustness = 0;
  return 0;
}

int pthread_mutex_getprioceiling(const pthread_mutex_t *restrict mutex, int *restrict ceiling) {
  if (!(mutex->__kind & __MUTEX_PROTECTED)) return EINVAL;
  *ceiling = mutex->__ceiling;
  return 0;
}

int pthread_mutex_setprioceiling(pthread_mutex_t *restrict mutex, int ceiling,
                                 int *restrict old) {
  if (!(mutex->__kind & __MUTEX_PROTECTED)) return EINVAL;
  if (ceiling < sched_get_priority_min(SCHED_FIFO) || ceiling > sched_get_priority_max(SCHED_FIFO))
    return EINVAL;
  if (old != NULL) *old = mutex->__ceiling;
  mutex->__ceiling = ceiling;
  return 0;
}

int pthread_mutex_unlock(pthread_mutex_t *mutex) {
  return -(int)__syscall(SYS_mutex_unlock, mutex, 0);
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
  if (attributes != NULL) {
    lock->__kind = attributes->__kind;
    lock->__shared = attributes->__shared;
  }
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

int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                               const struct timespec *restrict deadline) {
  if (!__is_clock_to_wait_for(clock)) return EINVAL;
  return -(int)__syscall(SYS_rwlock_lock, lock, 0, deadline, clock);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock,
                               const struct timespec *restrict deadline) {
  return pthread_rwlock_clockrdlock(lock, CLOCK_REALTIME, deadline);
}

int pthread_rwlock_wrlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE, NULL, 0);
}

int pthread_rwlock_trywrlock(pthread_rwlock_t *lock) {
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE | TRY, NULL, 0);
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                               const struct timespec *restrict deadline) {
  if (!__is_clock_to_wait_for(clock)) return EINVAL;
  return -(int)__syscall(SYS_rwlock_lock, lock, WRITE, deadline, clock);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock,
                               const struct timespec *restrict deadline) {
  return pthread_rwlock_clockwrlock(lock, CLOCK_REALTIME, deadline);
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

int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attributes, int kind) {
  if (kind < PTHREAD_RWLOCK_PREFER_READER_NP || kind > PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP)
    return EINVAL;
  attributes->__kind = kind;
  return 0;
}

int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *attributes, int *kind) {
  *kind = attributes->__kind;
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
