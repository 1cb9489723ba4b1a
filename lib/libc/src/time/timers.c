/* timer_create(2) and its relatives. A timer_t is the kernel's number. For SIGEV_THREAD a thread of the
   library's waits for a signal that is its own, and has the function called in a new thread each time. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

/* Below SIGRTMIN: programs can't have it. */
#define SIGNAL 32

long __result(long result);

/* What the helping thread has to call. */
struct thread_timer {
  timer_t id;
  void (*function)(sigval_t);
  sigval_t value;
  pthread_attr_t attributes;
  struct thread_timer *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct thread_timer *thread_timers;
/* The process and the thread that helps it; a child of fork has neither timers nor helper. */
static pid_t helped, helper;

static void set_mask(sigset_t set, sigset_t *old) {
  __syscall(SYS_rt_sigprocmask, SIG_SETMASK, &set, old, 8L);
}

static void *call(void *argument) {
  struct thread_timer timer = *(struct thread_timer *)argument;
  free(argument);
  set_mask((sigset_t){{0}}, NULL);
  timer.function(timer.value);
  return NULL;
}

static void expire(struct thread_timer *timer) {
  struct thread_timer *copy = malloc(sizeof *copy);
  pthread_t thread;
  if (copy == NULL) return;
  *copy = *timer;
  if (pthread_create(&thread, &timer->attributes, call, copy) != 0) free(copy);
}

static void *help(void *started) {
  sigset_t set;
  siginfo_t info;
  sigemptyset(&set);
  set.__bits[0] |= 1UL << (SIGNAL - 1);
  helper = gettid();
  pthread_mutex_unlock(started);
  for (;;) {
    if (__syscall(SYS_rt_sigtimedwait, &set, &info, NULL, 8L) != SIGNAL) continue;
    pthread_mutex_lock(&lock);
    for (struct thread_timer *at = thread_timers; at != NULL; at = at->next)
      if (at == info.si_value.sival_ptr) expire(at);
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}

/* 0 or an error. Called with the lock. */
static int need_helper(void) {
  static pthread_mutex_t started;
  pthread_attr_t attributes;
  pthread_t thread;
  sigset_t old;
  if (helped == getpid()) return 0;
  thread_timers = NULL;
  started = (pthread_mutex_t){0};
  pthread_mutex_lock(&started);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  set_mask((sigset_t){{~0UL}}, &old);
  int error = pthread_create(&thread, &attributes, help, &started);
  set_mask(old, NULL);
  if (error != 0) return error;
  pthread_mutex_lock(&started);
  helped = getpid();
  return 0;
}

/* With the lock. */
static int create_with_thread(clockid_t clock, struct sigevent *event, timer_t *timer) {
  int error = need_helper(), id;
  struct thread_timer *own = error == 0 ? malloc(sizeof *own) : NULL;
  if (own == NULL) {
    errno = EAGAIN;
    return -1;
  }
  *own = (struct thread_timer){.function = event->sigev_notify_function,
                               .value = event->sigev_value};
  if (event->sigev_notify_attributes != NULL)
    own->attributes = *(pthread_attr_t *)event->sigev_notify_attributes;
  else
    pthread_attr_init(&own->attributes);
  pthread_attr_setdetachstate(&own->attributes, PTHREAD_CREATE_DETACHED);
  struct sigevent asked = {.sigev_value.sival_ptr = own,
                           .sigev_signo = SIGNAL,
                           .sigev_notify = SIGEV_THREAD_ID,
                           .sigev_notify_thread_id = helper};
  if (__result(__syscall(SYS_timer_create, clock, &asked, &id)) < 0) {
    free(own);
    return -1;
  }
  own->id = *timer = (timer_t)(long)id;
  own->next = thread_timers;
  thread_timers = own;
  return 0;
}

int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer) {
  int id;
  if (event != NULL && event->sigev_notify == SIGEV_THREAD) {
    pthread_mutex_lock(&lock);
    int result = create_with_thread(clock, event, timer);
    pthread_mutex_unlock(&lock);
    return result;
  }
  if (__result(__syscall(SYS_timer_create, clock, event, &id)) < 0) return -1;
  *timer = (timer_t)(long)id;
  return 0;
}

int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict setting,
                  struct itimerspec *restrict old) {
  return (int)__result(__syscall(SYS_timer_settime, timer, flags, setting, old));
}

int timer_gettime(timer_t timer, struct itimerspec *setting) {
  return (int)__result(__syscall(SYS_timer_gettime, timer, setting));
}

int timer_getoverrun(timer_t timer) {
  return (int)__result(__syscall(SYS_timer_getoverrun, timer));
}

int timer_delete(timer_t timer) {
  if (__result(__syscall(SYS_timer_delete, timer)) < 0) return -1;
  pthread_mutex_lock(&lock);
  for (struct thread_timer **at = &thread_timers; *at != NULL; at = &(*at)->next)
    if ((*at)->id == timer) {
      struct thread_timer *gone = *at;
      *at = gone->next;
      free(gone);
      break;
    }
  pthread_mutex_unlock(&lock);
  return 0;
}
