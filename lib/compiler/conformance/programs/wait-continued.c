/* waitpid tells of stops and continuations; SA_NOCLDSTOP; the status macros. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t children;

static void on_child(int signal) {
  (void)signal;
  children++;
}

static void show(int status) {
  printf("exited %d signaled %d stopped %d continued %d", WIFEXITED(status) != 0,
         WIFSIGNALED(status) != 0, WIFSTOPPED(status) != 0, WIFCONTINUED(status) != 0);
  if (WIFEXITED(status)) printf(" code %d", WEXITSTATUS(status));
  if (WIFSIGNALED(status)) printf(" by %s", strsignal(WTERMSIG(status)));
  if (WIFSTOPPED(status)) printf(" by %s", strsignal(WSTOPSIG(status)));
  printf("\n");
}

static int life(int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_child;
  action.sa_flags = flags | SA_RESTART;
  sigaction(SIGCHLD, &action, NULL);
  children = 0;
  pid_t child = fork();
  if (child == 0) {
    for (;;) pause();
  }
  int status;
  kill(child, SIGSTOP);
  waitpid(child, &status, WUNTRACED);
  show(status);
  printf("again: %d\n", waitpid(child, &status, WUNTRACED | WNOHANG));
  kill(child, SIGCONT);
  waitpid(child, &status, WCONTINUED);
  show(status);
  kill(child, SIGSTOP);
  waitpid(child, &status, WUNTRACED | WCONTINUED);
  show(status);
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  show(status);
  return children;
}

int main(void) {
  int with = life(0);
  int without = life(SA_NOCLDSTOP);
  printf("SIGCHLD for stops: %d, without: %d\n", with > 1, without);
  return 0;
}
