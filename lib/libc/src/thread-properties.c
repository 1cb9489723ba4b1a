/* What a thread is like and called: pthread_getattr_np(3), pthread_setname_np(3), pthread_getschedparam(3). */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

/* As prctl(2) has it, with the terminating zero. */
#define NAME_BYTES 16

/* What SYS_thread_information tells. */
struct information {
  long id;
  char *stack;
  long stack_bytes, guard_bytes, detached;
};

/* 0 or an error. */
static int ask(pthread_t thread, struct information *information) {
  return -(int)__syscall(SYS_thread_information, thread, information);
}

/* As gettid tells; of a thread that is gone a number that nobody has. */
pid_t __thread_id(pthread_t thread) {
  struct information found;
  return ask(thread, &found) == 0 ? (pid_t)found.id : -1;
}

int pthread_setname_np(pthread_t thread, const char *name) {
  if (strlen(name) >= NAME_BYTES) return ERANGE;
  return -(int)__syscall(SYS_thread_name, thread, name, 1);
}

int pthread_getname_np(pthread_t thread, char *name, size_t bytes) {
  char full[NAME_BYTES];
  if (bytes < NAME_BYTES) return ERANGE;
  int error = -(int)__syscall(SYS_thread_name, thread, full, 0);
  if (error == 0) strcpy(name, full);
  return error;
}

int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes) {
  struct information found;
  int error = ask(thread, &found);
  if (error != 0) return error;
  *attributes = (pthread_attr_t){.__stack_bytes = found.stack_bytes,
                                 .__guard_bytes = found.guard_bytes,
                                 .__stack = found.stack,
                                 .__detached = (int)found.detached};
  return 0;
}

static int outcome(int result) {
  return result < 0 ? errno : 0;
}

int pthread_getschedparam(pthread_t thread, int *restrict policy,
                          struct sched_param *restrict param) {
  struct information found;
  int error = ask(thread, &found);
  if (error != 0) return error;
  *policy = sched_getscheduler((pid_t)found.id);
  return outcome(sched_getparam((pid_t)found.id, param));
}

int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *param) {
  struct information found;
  int error = ask(thread, &found);
  return error != 0 ? error : outcome(sched_setscheduler((pid_t)found.id, policy, param));
}

int pthread_setschedprio(pthread_t thread, int priority) {
  struct information found;
  struct sched_param param = {priority};
  int error = ask(thread, &found);
  return error != 0 ? error : outcome(sched_setparam((pid_t)found.id, &param));
}

/* Clocks of others have their id in the upper bits: lib/kernel/time/time.ts. */
int pthread_getcpuclockid(pthread_t thread, clockid_t *clock) {
  struct information found;
  int error = ask(thread, &found);
  if (error == 0) *clock = (clockid_t)(~found.id * 8 | 6);
  return error;
}

int clock_getcpuclockid(pid_t pid, clockid_t *clock) {
  clockid_t wanted = pid == 0 ? CLOCK_PROCESS_CPUTIME_ID : (clockid_t)(~(long)pid * 8 | 2);
  if (pid < 0 || __syscall(SYS_clock_getres, wanted, NULL) < 0) return ESRCH;
  *clock = wanted;
  return 0;
}

/* A number that is kept and means nothing: every thread is one of the kernel's. */
static int concurrency;

int pthread_getconcurrency(void) {
  return concurrency;
}

int pthread_setconcurrency(int level) {
  if (level < 0) return EINVAL;
  concurrency = level;
  return 0;
}
