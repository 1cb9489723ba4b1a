/* sigwait, sigwaitinfo and sigtimedwait take pending signals without a handler. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void nothing(int signal) {
  (void)signal;
}

int main(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGRTMIN + 2);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int signal = 0;
  kill(getpid(), SIGUSR1);
  printf("sigwait %d", sigwait(&set, &signal));
  printf(" gives %s\n", signal == SIGUSR1 ? "SIGUSR1" : "another");
  struct timespec zero = {0, 0}, some = {0, 20000000};
  printf("sigtimedwait %d: %s\n", sigtimedwait(&set, NULL, &zero), strerror(errno));
  printf("sigtimedwait %d: %s\n", sigtimedwait(&set, NULL, &some), strerror(errno));
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    union sigval value = {.sival_int = 4711};
    sigqueue(parent, SIGRTMIN + 2, value);
    exit(3);
  }
  siginfo_t info;
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, SIGRTMIN + 2);
  int got = sigwaitinfo(&only, &info);
  printf("sigwaitinfo %d code %d value %d from child %d\n", got - SIGRTMIN, info.si_code,
         info.si_value.sival_int, info.si_pid == child);
  sigemptyset(&only);
  sigaddset(&only, SIGCHLD);
  got = sigwaitinfo(&only, &info);
  printf("%s: code %s status %d child %d\n", strsignal(got),
         info.si_code == CLD_EXITED ? "exited" : "?", info.si_status, info.si_pid == child);
  wait(NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = nothing;
  action.sa_flags = SA_RESTART;
  sigaction(SIGALRM, &action, NULL);
  alarm(1);
  sigemptyset(&only);
  sigaddset(&only, SIGUSR1);
  got = sigwaitinfo(&only, &info);
  printf("interrupted: %d %s\n", got, strerror(errno));
  return 0;
}
