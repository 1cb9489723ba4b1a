/* timer_create(2): signals, values, intervals, overruns, threads, none; what fork does with them. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t count, code, value;
static sem_t rang;

static void fails(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
}

static void handler(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  count++;
  code = info->si_code;
  value = info->si_value.sival_int;
}

static struct itimerspec setting(long value_ms, long interval_ms) {
  return (struct itimerspec){{interval_ms / 1000, interval_ms % 1000 * 1000000},
                             {value_ms / 1000, value_ms % 1000 * 1000000}};
}

static void in_thread(union sigval given) {
  value = given.sival_int;
  sem_post(&rang);
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  timer_t timer, other;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                           .sigev_signo = SIGRTMIN + 1,
                           .sigev_value.sival_int = 77};
  struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
  struct itimerspec at, old;
  sigaction(SIGRTMIN + 1, &action, NULL);
  sigaction(SIGALRM, &action, NULL);
  fails("clock", timer_create(99, &event, &timer));
  event.sigev_signo = 99;
  fails("signal", timer_create(CLOCK_REALTIME, &event, &timer));
  event.sigev_signo = SIGRTMIN + 1;
  event.sigev_notify = 9;
  fails("notification", timer_create(CLOCK_REALTIME, &event, &timer));
  event.sigev_notify = SIGEV_SIGNAL;
  fails("create", timer_create(CLOCK_MONOTONIC, &event, &timer));
  timer_gettime(timer, &at);
  printf("unset %ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec);

  sigset_t set, before;
  sigemptyset(&set);
  sigaddset(&set, SIGRTMIN + 1);
  sigaddset(&set, SIGALRM);
  sigprocmask(SIG_BLOCK, &set, &before);
  at = setting(2, 0);
  fails("once", timer_settime(timer, 0, &at, NULL));
  sigsuspend(&before);
  printf("%d %d %d\n", count, code == SI_TIMER, value);
  timer_gettime(timer, &at);
  printf("over %ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec);
  printf("overrun %d\n", timer_getoverrun(timer));

  at = setting(100000, 3000);
  timer_settime(timer, 0, &at, &old);
  timer_gettime(timer, &at);
  printf("%d %ld\n", at.it_value.tv_sec >= 90 && at.it_value.tv_sec < 100, at.it_interval.tv_sec);
  at = setting(1, 1);
  timer_settime(timer, 0, &at, &old);
  printf("%d %ld\n", old.it_value.tv_sec >= 90, old.it_interval.tv_sec);
  usleep(12000);
  count = 0;
  sigsuspend(&before);
  printf("intervals %d overrun %d\n", count >= 1, timer_getoverrun(timer) >= 9);
  for (int k = 0; k < 3; k++) sigsuspend(&before);
  printf("%d\n", count >= 4);
  siginfo_t info;
  printf("%d\n", sigwaitinfo(&set, &info) == SIGRTMIN + 1);
  printf("%d %d\n", info.si_code == SI_TIMER, info.si_value.sival_int);
  at = setting(0, 0);
  timer_settime(timer, 0, &at, NULL);
  timer_gettime(timer, &at);
  printf("disarmed %ld %ld\n", at.it_value.tv_sec, at.it_value.tv_nsec);
  at.it_value.tv_nsec = 1000000000;
  fails("nanoseconds", timer_settime(timer, 0, &at, NULL));
  at = setting(1, 0);
  at.it_value.tv_sec = -1;
  fails("negative", timer_settime(timer, 0, &at, NULL));

  count = 0;
  fails("default", timer_create(CLOCK_REALTIME, NULL, &other));
  clock_gettime(CLOCK_REALTIME, &at.it_value);
  at.it_interval = (struct timespec){0, 0};
  at.it_value.tv_sec -= 5;
  timer_settime(other, TIMER_ABSTIME, &at, NULL);
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  printf("from the past %d\n", sigwaitinfo(&set, &info) == SIGALRM);
  fails("delete", timer_delete(other));

  event.sigev_notify = SIGEV_NONE;
  timer_create(CLOCK_MONOTONIC, &event, &other);
  at = setting(2, 0);
  timer_settime(other, 0, &at, NULL);
  do timer_gettime(other, &at);
  while (at.it_value.tv_nsec > 0);
  printf("none %d\n", count);
  timer_delete(other);

  sem_init(&rang, 0, 0);
  event = (struct sigevent){.sigev_notify = SIGEV_THREAD,
                            .sigev_notify_function = in_thread,
                            .sigev_value.sival_int = 5};
  fails("thread", timer_create(CLOCK_MONOTONIC, &event, &other));
  value = 0;
  at = setting(1, 1);
  timer_settime(other, 0, &at, NULL);
  for (int k = 0; k < 3; k++) sem_wait(&rang);
  printf("in a thread %d\n", value);
  timer_delete(other);

  at = setting(100000, 0);
  timer_settime(timer, 0, &at, NULL);
  if (fork() == 0) {
    fails("in the child", timer_gettime(timer, &at));
    _exit(0);
  }
  wait(NULL);
  fails("delete", timer_delete(timer));
  fails("again", timer_delete(timer));
  fails("gone", timer_settime(timer, 0, &at, NULL));
  fails("gone", timer_getoverrun(timer));
  return 0;
}
