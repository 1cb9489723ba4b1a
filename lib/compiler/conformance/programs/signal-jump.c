/* sigsetjmp and siglongjmp: the mask comes back if it was saved. */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sigjmp_buf environment;

static void on_fault(int signal, siginfo_t *info, void *context) {
  (void)context;
  printf("%s at %s\n", strsignal(signal), info->si_addr == NULL ? "null" : "?");
  siglongjmp(environment, signal);
}

static void on_user(int signal) {
  siglongjmp(environment, signal);
}

static int blocked(int signal) {
  sigset_t set;
  sigprocmask(SIG_BLOCK, NULL, &set);
  return sigismember(&set, signal);
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &action, NULL);
  for (volatile int k = 0; k < 3; k++) {
    int jumped = sigsetjmp(environment, 1);
    if (jumped) {
      printf("back with %d, blocked %d\n", jumped, blocked(SIGSEGV));
      continue;
    }
    int *volatile nowhere = NULL;
    *nowhere = 1;
    printf("not reached\n");
  }
  signal(SIGUSR1, on_user);
  if (sigsetjmp(environment, 0) == 0) raise(SIGUSR1);
  printf("not saved: blocked %d\n", blocked(SIGUSR1));
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  if (sigsetjmp(environment, 1) == 0) raise(SIGUSR1);
  printf("saved: blocked %d\n", blocked(SIGUSR1));
  return 0;
}
