/* Signals: default action, status of a killed child, a handler, ignoring. */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void handler(int signal) {
  caught = signal;
}

int main(void) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0)
    for (;;) pause();
  kill(pid, SIGTERM);
  int status;
  waitpid(pid, &status, 0);
  printf("%d %d %d\n", WIFEXITED(status), WIFSIGNALED(status), WTERMSIG(status) == SIGTERM);
  signal(SIGUSR1, handler);
  kill(getpid(), SIGUSR1);
  printf("%d\n", caught == SIGUSR1);
  raise(SIGUSR1);
  signal(SIGUSR2, SIG_IGN);
  raise(SIGUSR2);
  printf("still here\n");
  printf("%d\n", kill(getpid(), 0));
  fflush(stdout);
  pid = fork();
  if (pid == 0) {
    int *p = NULL;
    *p = 1;
    _exit(0);
  }
  waitpid(pid, &status, 0);
  printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status) == SIGSEGV);
  fflush(stdout);
  raise(SIGKILL);
  return 0;
}
