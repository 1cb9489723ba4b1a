/* Creating, ending and joining threads: pthread_create(3). */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

/* Of the stack that a thread gets unless its attributes say more. */
#define STACK_BYTES (1024L * 1024)

static void thread_start(void *(*start)(void *), void *argument) {
  pthread_exit(start(argument));
}

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                   void *(*start)(void *), void *restrict argument) {
  size_t stack_bytes = attributes != NULL ? attributes->__stack_bytes : STACK_BYTES;
  int detached = attributes != NULL && attributes->__detached;
  return -(int)__syscall(SYS_thread_create, thread_start, stack_bytes, start, argument, detached,
                         thread);
}

_Noreturn void pthread_exit(void *result) {
  __syscall(SYS_thread_exit, &result);
  /* Only in the last thread: the process ends as after a return from main. */
  exit(0);
}

int pthread_join(pthread_t thread, void **result) {
  return -(int)__syscall(SYS_thread_join, thread, result, 0);
}

int pthread_tryjoin_np(pthread_t thread, void **result) {
  return -(int)__syscall(SYS_thread_join, thread, result, 1);
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
