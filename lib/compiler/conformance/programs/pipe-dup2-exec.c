/* What a shell does for `echo … | cat`: pipe, fork, dup2, exec. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int fd[2];
  pipe(fd);
  if (fork() == 0) {
    dup2(fd[1], 1);
    close(fd[0]);
    close(fd[1]);
    execlp("echo", "echo", "through", "the", "pipe", (char *)NULL);
    _exit(1);
  }
  if (fork() == 0) {
    dup2(fd[0], 0);
    close(fd[0]);
    close(fd[1]);
    execlp("cat", "cat", (char *)NULL);
    _exit(1);
  }
  close(fd[0]);
  close(fd[1]);
  int a, b;
  wait(&a);
  wait(&b);
  printf("%d %d\n", WEXITSTATUS(a), WEXITSTATUS(b));
  int saved = dup(1);
  pipe(fd);
  dup2(fd[1], 1);
  printf("captured\n");
  fflush(stdout);
  dup2(saved, 1);
  close(fd[1]);
  char text[32];
  int n = read(fd[0], text, sizeof text);
  printf("%d %.*s", n, n, text);
  return 0;
}
