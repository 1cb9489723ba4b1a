/* Creating, ending, joining and cancelling threads: pthread_create(3), pthread_cancel(3). */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>
#include <forkyard/locks.h>
#include <forkyard/stream.h>

/* Of the stack that a thread gets unless its attributes say more. */
#define STACK_BYTES (1024L * 1024)

void __run_key_destructors(void);

static _Thread_local struct __cleanup *cleanups;

int __thread_create(pthread_t *thread, const pthread_attr_t *attributes, void (*entry)(),
                    void *start, void *argument) {
  if (attributes != NULL && attributes->__inherit == PTHREAD_EXPLICIT_SCHED &&
      attributes->__policy != SCHED_OTHER)
    /* Nobody becomes a real-time thread: sched_setscheduler(2). */
    return attributes->__priority == 0 ? EINVAL : EPERM;
  __streams_locked = 1;
  size_t stack_bytes = attributes != NULL ? attributes->__stack_bytes : STACK_BYTES;
  int detached = attributes != NULL && attributes->__detached;
  return -(int)__syscall(SYS_thread_create, entry, stack_bytes, start, argument, detached, thread);
}

static void thread_start(void *(*start)(void *), void *argument) {
  pthread_exit(start(argument));
}

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                   void *(*start)(void *), void *restrict argument) {
  return __thread_create(thread, attributes, thread_start, start, argument);
}

_Noreturn void pthread_exit(void *result) {
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
  while (cleanups != NULL) {
    struct __cleanup *cleanup = cleanups;
    cleanups = cleanup->__outer;
    cleanup->__routine(cleanup->__argument);
  }
  __run_key_destructors();
  __syscall(SYS_thread_exit, &result);
  /* Only in the last thread: the process ends as after a return from main. */
  exit(0);
}

int pthread_join(pthread_t thread, void **result) {
  return -(int)__syscall(SYS_thread_join, thread, result, 0, NULL, 0);
}

int pthread_tryjoin_np(pthread_t thread, void **result) {
  return -(int)__syscall(SYS_thread_join, thread, result, 1, NULL, 0);
}

int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock,
                         const struct timespec *deadline) {
  if (!__is_clock_to_wait_for(clock)) return EINVAL;
  return -(int)__syscall(SYS_thread_join, thread, result, 0, deadline, clock);
}

int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline) {
  return pthread_clockjoin_np(thread, result, CLOCK_REALTIME, deadline);
}

int pthread_detach(pthread_t thread) {
  return -(int)__syscall(SYS_thread_detach, thread);
}

pthread_t pthread_self(void) {
  return __intrinsic_thread_pointer();
}

int pthread_equal(pthread_t a, pthread_t b) {
  return a == b;
}

pid_t gettid(void) {
  return (pid_t)__syscall(SYS_gettid);
}

int pthread_yield(void) {
  return sched_yield();
}

int pthread_kill(pthread_t thread, int signal) {
  return -(int)__syscall(SYS_thread_kill, thread, signal);
}

int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old) {
  int before = errno;
  int result = sigprocmask(how, set, old) < 0 ? errno : 0;
  errno = before;
  return result;
}

static void cancelled(void) {
  __streams_release();
  pthread_exit(PTHREAD_CANCELED);
}

int pthread_cancel(pthread_t thread) {
  return -(int)__syscall(SYS_thread_cancel, thread, cancelled);
}

static int change_cancellation(int which, int value, int *old) {
  if (value != 0 && value != 1) return EINVAL;
  int before = (int)__syscall(SYS_thread_cancel_state, which, value);
  if (old != NULL) *old = before;
  return 0;
}

int pthread_setcancelstate(int state, int *old) {
  return change_cancellation(0, state, old);
}

int pthread_setcanceltype(int type, int *old) {
  return change_cancellation(1, type, old);
}

void pthread_testcancel(void) {
  __syscall(SYS_thread_test_cancel);
}

void __cleanup_push(struct __cleanup *cleanup) {
  cleanup->__outer = cleanups;
  cleanups = cleanup;
}

void __cleanup_pop(struct __cleanup *cleanup, int execute) {
  cleanups = cleanup->__outer;
  if (execute) cleanup->__routine(cleanup->__argument);
}
