#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
static void tell(const char *what, int s) {
  if (WIFEXITED(s)) printf("%s exited %d\n", what, WEXITSTATUS(s));
  else if (WIFSIGNALED(s)) printf("%s signal %d\n", what, WTERMSIG(s));
}
int main(void) {
  int s; pid_t a, b;
  if ((a = fork()) == 0) exit(300);
  waitpid(a, &s, 0); tell("a", s);
  if ((a = fork()) == 0) abort();
  waitpid(a, &s, 0); tell("abort", s);
  if ((a = fork()) == 0) { volatile int z = 0; exit(10 / z); }
  waitpid(a, &s, 0); tell("divide", s);
  if ((a = fork()) == 0) { volatile int *p = NULL; *p = 1; }
  waitpid(a, &s, 0); tell("null", s);
  if ((a = fork()) == 0) for (;;) pause();
  printf("%d\n", waitpid(a, &s, WNOHANG));
  kill(a, SIGTERM); waitpid(a, &s, 0); tell("term", s);
  if ((a = fork()) == 0) exit(1);
  if ((b = fork()) == 0) exit(2);
  waitpid(b, &s, 0); tell("b", s);
  waitpid(-1, &s, 0); tell("any", s);
  printf("%d %d %d\n", waitpid(a, &s, 0), errno == ECHILD, kill(a, 0));
  return 0;
}
