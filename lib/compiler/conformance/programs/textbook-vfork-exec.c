#include <stdio.h>
#include <unistd.h>
#include <stdlib.h>
#include <spawn.h>
#include <sys/wait.h>
extern char **environ;
static int glob = 6;
int main(void) {
  int st;
  pid_t p;
  printf("before vfork\n");
  fflush(stdout);
  if ((p = vfork()) == 0) {
    glob++;
    _exit(4);
  }
  waitpid(p, &st, 0);
  printf("glob %d, status %d\n", glob, WEXITSTATUS(st));
  fflush(stdout);
  if ((p = vfork()) == 0) {
    execl("/bin/echo", "echo", "after", "vfork", (char *)0);
    _exit(127);
  }
  waitpid(p, &st, 0);
  char *a[] = {"sh", "-c", "echo spawned; exit 6", NULL};
  if (posix_spawnp(&p, "sh", NULL, NULL, a, environ) != 0) return 1;
  waitpid(p, &st, 0);
  printf("%d\n", WEXITSTATUS(st));
  return 0;
}
