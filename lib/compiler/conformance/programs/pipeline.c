#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int fd[2], s; char buf[64] = {0};
  pipe(fd);
  if (fork() == 0) { dup2(fd[1], 1); close(fd[0]); close(fd[1]); execlp("echo", "echo", "through", "a", "pipe", (char *)NULL); _exit(127); }
  int out[2]; pipe(out);
  if (fork() == 0) { dup2(fd[0], 0); dup2(out[1], 1); close(fd[0]); close(fd[1]); close(out[0]); close(out[1]); execlp("cat", "cat", (char *)NULL); _exit(127); }
  close(fd[0]); close(fd[1]); close(out[1]);
  ssize_t n = read(out[0], buf, sizeof buf);
  while (wait(&s) > 0) printf("%d ", WEXITSTATUS(s));
  printf("%zd %s", n, buf);
  return 0;
}
