#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int fd[2]; pipe(fd);
  if (fork() == 0) {
    close(fd[0]);
    char *block = malloc(200000);
    for (int i = 0; i < 200000; i++) block[i] = (char)('a' + i % 26);
    ssize_t n = write(fd[1], block, 200000);
    _exit(n == 200000 ? 0 : 1);
  }
  close(fd[1]);
  char buf[1000]; ssize_t n; long total = 0, sum = 0;
  while ((n = read(fd[0], buf, sizeof buf)) > 0) { for (ssize_t i = 0; i < n; i++) sum += buf[i]; total += n; }
  int s; wait(&s);
  printf("%ld %ld %d\n", total, sum, WEXITSTATUS(s));
  return 0;
}
