/* Real-time signals queue with their values; standard ones don't. The lowest number comes first. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int count;
static int order[32];
static int values[32];

static void handler(int signal, siginfo_t *info, void *context) {
  (void)context;
  order[count] = signal >= SIGRTMIN ? signal - SIGRTMIN : -signal;
  values[count] = info->si_code == SI_QUEUE ? info->si_value.sival_int : -1;
  count++;
  if (info->si_pid != getpid()) values[count - 1] = -2;
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO;
  sigfillset(&action.sa_mask);
  sigaction(SIGRTMIN, &action, NULL);
  sigaction(SIGRTMIN + 1, &action, NULL);
  sigaction(SIGRTMAX, &action, NULL);
  sigaction(SIGUSR1, &action, NULL);
  sigset_t all, old, pending;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  union sigval value;
  for (int k = 0; k < 3; k++) {
    value.sival_int = 10 + k;
    sigqueue(getpid(), SIGRTMIN + 1, value);
    value.sival_int = 20 + k;
    sigqueue(getpid(), SIGRTMIN, value);
    value.sival_int = 30 + k;
    sigqueue(getpid(), SIGUSR1, value);
  }
  value.sival_int = 99;
  sigqueue(getpid(), SIGRTMAX, value);
  sigpending(&pending);
  printf("pending: %d %d %d %d %d\n", sigismember(&pending, SIGRTMIN),
         sigismember(&pending, SIGRTMIN + 1), sigismember(&pending, SIGRTMIN + 2),
         sigismember(&pending, SIGUSR1), sigismember(&pending, SIGUSR2));
  printf("range: %d\n", SIGRTMAX - SIGRTMIN);
  sigprocmask(SIG_SETMASK, &old, NULL);
  for (int k = 0; k < count; k++) printf("%d: %d\n", order[k], values[k]);
  printf("%s, %s\n", strsignal(SIGRTMIN + 3), strsignal(SIGCHLD));
  return 0;
}
