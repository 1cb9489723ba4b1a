/* Ignoring SIGCHLD, or SA_NOCLDWAIT: children leave no zombies. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t told;

static void on_child(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  told = info->si_status;
}

int main(void) {
  signal(SIGCHLD, SIG_IGN);
  for (int k = 0; k < 3; k++)
    if (fork() == 0) _exit(k);
  int status = -1;
  int result = waitpid(-1, &status, 0);
  printf("ignored: %d %s status %d\n", result, strerror(errno), status);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_child;
  action.sa_flags = SA_NOCLDWAIT | SA_SIGINFO | SA_RESTART;
  sigaction(SIGCHLD, &action, NULL);
  if (fork() == 0) _exit(6);
  result = wait(&status);
  printf("no wait: %d %s told %d\n", result, strerror(errno), (int)told);
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  action.sa_flags = SA_NOCLDWAIT;
  sigaction(SIGCHLD, &action, NULL);
  if (fork() == 0) _exit(7);
  result = wait(&status);
  printf("default: %d %s\n", result, strerror(errno));
  signal(SIGCHLD, SIG_DFL);
  if (fork() == 0) _exit(8);
  result = wait(&status);
  printf("waited: %d status %d\n", result > 0, WEXITSTATUS(status));
  return 0;
}
