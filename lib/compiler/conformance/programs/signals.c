#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
static volatile sig_atomic_t got;
static void handler(int s) { got += s; }
int main(void) {
  signal(SIGUSR1, handler);
  raise(SIGUSR1);
  printf("%d\n", got);
  pid_t parent = getpid();
  if (fork() == 0) { kill(parent, SIGUSR1); _exit(0); }
  wait(NULL);
  printf("%d\n", got);
  signal(SIGUSR1, SIG_IGN); raise(SIGUSR1);
  printf("%d %d\n", got, signal(SIGUSR1, SIG_DFL) == SIG_IGN);
  int s; pid_t pid;
  if ((pid = fork()) == 0) { raise(SIGUSR1); _exit(0); }
  waitpid(pid, &s, 0); printf("%d\n", WTERMSIG(s));
  if ((pid = fork()) == 0) { signal(SIGTERM, SIG_IGN); kill(getpid(), SIGTERM); kill(getpid(), SIGKILL); _exit(0); }
  waitpid(pid, &s, 0); printf("%d\n", WTERMSIG(s));
  if ((pid = fork()) == 0) { raise(SIGSTOP); _exit(9); }
  waitpid(pid, &s, WUNTRACED); printf("%d %d\n", WIFSTOPPED(s), WSTOPSIG(s) == SIGSTOP);
  kill(pid, SIGCONT); waitpid(pid, &s, 0); printf("%d\n", WEXITSTATUS(s));
  return 0;
}
