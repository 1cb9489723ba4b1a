#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static int run(int how) {
  int s; pid_t pid;
  fflush(stdout);
  if ((pid = fork()) == 0) {
    char *argv[] = {"echo", "from", "execv", NULL};
    switch (how) {
      case 0: execl("/bin/echo", "echo", "from", "execl", (char *)NULL); break;
      case 1: execlp("echo", "echo", "from", "execlp", (char *)NULL); break;
      case 2: execv("/bin/echo", argv); break;
      case 3: execvp("echo", argv); break;
      case 4: execlp("false", "false", (char *)NULL); break;
      case 5: execlp("true", "true", (char *)NULL); break;
      case 6: execlp("no-such-program", "x", (char *)NULL); break;
    }
    _exit(127);
  }
  waitpid(pid, &s, 0);
  return WEXITSTATUS(s);
}
int main(void) {
  for (int i = 0; i < 7; i++) { int r = run(i); printf("%d: %d\n", i, r); }
  return 0;
}
