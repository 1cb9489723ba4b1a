/* An orphan is adopted; the parent's status is seen first. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int fd[2];
  pipe(fd);
  pid_t child = fork();
  if (child == 0) {
    pid_t me = getpid();
    if (fork() == 0) {
      while (getppid() == me) usleep(1000);
      write(fd[1], "adopted\n", 8);
      _exit(0);
    }
    _exit(4);
  }
  int status;
  waitpid(child, &status, 0);
  printf("%d\n", WEXITSTATUS(status));
  close(fd[1]);
  char text[20];
  int n = read(fd[0], text, sizeof text);
  printf("%.*s", n, text);
  return 0;
}
