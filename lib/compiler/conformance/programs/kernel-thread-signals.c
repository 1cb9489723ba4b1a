/* raise tells SI_TKILL, kill SI_USER; tgkill's errors; RUSAGE_THREAD; /dev/tty without a terminal. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int code, mine;

static void handle(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  code = info->si_code;
  mine = info->si_pid == getpid();
}

static void *spin(void *from) {
  struct rusage usage;
  volatile unsigned work = 0;
  (void)from;
  do {
    for (int i = 0; i < 200000; i++) work += (unsigned)i;
    getrusage(RUSAGE_THREAD, &usage);
  } while (usage.ru_utime.tv_sec == 0 && usage.ru_utime.tv_usec < 20000);
  raise(SIGUSR1);
  return NULL;
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGUSR1, &action, NULL);
  raise(SIGUSR1);
  printf("raise: SI_TKILL %d, from me %d\n", code == SI_TKILL, mine);
  kill(getpid(), SIGUSR1);
  printf("kill: SI_USER %d, from me %d\n", code == SI_USER, mine);
  tgkill(getpid(), gettid(), SIGUSR1);
  printf("tgkill: SI_TKILL %d, from me %d\n", code == SI_TKILL, mine);
  printf("signal 0: %d\n", tgkill(getpid(), gettid(), 0));
  printf("bad signal: %d %s\n", tgkill(getpid(), gettid(), 99), strerror(errno));
  printf("no id: %d %s\n", tgkill(getpid(), -1, 0), strerror(errno));
  printf("other process: %d %s\n", tgkill(getppid(), gettid(), 0), strerror(errno));

  sigset_t set, pending;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, NULL);
  raise(SIGUSR1);
  sigpending(&pending);
  printf("pending %d\n", sigismember(&pending, SIGUSR1));
  sigprocmask(SIG_UNBLOCK, &set, NULL);

  code = 0;
  pthread_t thread;
  pthread_create(&thread, NULL, spin, NULL);
  pthread_join(thread, NULL);
  struct rusage own, all;
  getrusage(RUSAGE_THREAD, &own);
  getrusage(RUSAGE_SELF, &all);
  printf("in a thread: SI_TKILL %d\n", code == SI_TKILL);
  long all_us = all.ru_utime.tv_sec * 1000000 + all.ru_utime.tv_usec + all.ru_stime.tv_sec * 1000000 + all.ru_stime.tv_usec;
  printf("the process used at least the thread's time: %d\n", all_us >= 15000);
  printf("bad who: %d %s\n", getrusage(5, &own), strerror(errno));
  printf("processors: %d, %d\n", sysconf(_SC_NPROCESSORS_ONLN) >= 1, sysconf(_SC_NPROCESSORS_CONF) >= sysconf(_SC_NPROCESSORS_ONLN));
  fflush(stdout);
  if (fork() == 0) {
    setsid();
    int fd = open("/dev/tty", O_RDWR);
    printf("/dev/tty: %d %s\n", fd, strerror(errno));
    return 0;
  }
  wait(NULL);
  return 0;
}
