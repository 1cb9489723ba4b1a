#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int fd[2], s;
  pipe(fd); close(fd[0]);
  if (fork() == 0) { write(fd[1], "x", 1); _exit(0); }
  wait(&s);
  printf("%d %d\n", WIFSIGNALED(s), WTERMSIG(s));
  signal(SIGPIPE, SIG_IGN);
  printf("%zd ", write(fd[1], "x", 1));
  printf("%d\n", errno == EPIPE);
  return 0;
}
