#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int fd[2]; char c; pipe(fd);
  if (fork() == 0) {
    pid_t before = getpid();
    if (fork() == 0) { sleep(1); write(fd[1], getppid() != before ? "o" : "p", 1); _exit(0); }
    _exit(0);
  }
  wait(NULL);
  close(fd[1]);
  printf("%zd ", read(fd[0], &c, 1)); printf("%c %zd\n", c, read(fd[0], &c, 1));
  pid_t z = fork();
  if (z == 0) _exit(4);
  sleep(1);
  int s; printf("%d %d\n", waitpid(z, &s, WNOHANG) == z, WEXITSTATUS(s));
  return 0;
}
