#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
static volatile sig_atomic_t order[10], codes[10], values[10], n;
static volatile pid_t senders[10];
static void h(int s, siginfo_t *si, void *ctx) {
  order[n] = s;
  codes[n] = si->si_code;
  values[n] = si->si_value.sival_int;
  senders[n] = si->si_pid;
  n++;
}

int main(void) {
  struct sigaction sa;
  memset(&sa, 0, sizeof sa);
  sa.sa_sigaction = h;
  sa.sa_flags = SA_SIGINFO;
  sigfillset(&sa.sa_mask);
  sigaction(SIGUSR1, &sa, NULL);
  sigaction(SIGRTMIN, &sa, NULL);
  sigaction(SIGRTMIN + 3, &sa, NULL);
  sigset_t m, old;
  sigemptyset(&m);
  sigaddset(&m, SIGUSR1);
  sigaddset(&m, SIGRTMIN);
  sigaddset(&m, SIGRTMIN + 3);
  sigprocmask(SIG_BLOCK, &m, &old);
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    union sigval v;
    for (int i = 0; i < 3; i++) {
      v.sival_int = i;
      sigqueue(parent, SIGRTMIN + 3, v);
      v.sival_int = 10 + i;
      sigqueue(parent, SIGRTMIN, v);
      kill(parent, SIGUSR1);
    }
    _exit(0);
  }
  wait(NULL);
  sigset_t pend;
  sigpending(&pend);
  printf("pending %d %d %d\n", sigismember(&pend, SIGUSR1), sigismember(&pend, SIGRTMIN), sigismember(&pend,
      SIGRTMIN + 1));
  sigprocmask(SIG_SETMASK, &old, NULL);
  for (int i = 0; i < n; i++) printf("%s code %s value %d from child %d\n",
      order[i] == SIGUSR1 ? "USR1" : order[i] == SIGRTMIN ? "RT0" : "RT3",
      codes[i] == SI_QUEUE ? "queue" : codes[i] == SI_USER ? "user" : "?",
      codes[i] == SI_QUEUE ? values[i] : -1, senders[i] == child);
  return 0;
}
