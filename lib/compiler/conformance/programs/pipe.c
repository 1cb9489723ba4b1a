/* A pipe from child to parent: bytes, end of file, order. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int fd[2];
  if (pipe(fd) != 0) return 1;
  pid_t pid = fork();
  if (pid == 0) {
    close(fd[0]);
    for (int i = 0; i < 5; i++) {
      char text[20];
      int n = sprintf(text, "message %d;", i);
      write(fd[1], text, n);
    }
    close(fd[1]);
    _exit(0);
  }
  close(fd[1]);
  char all[200];
  int n, total = 0;
  while ((n = read(fd[0], all + total, 7)) > 0) total += n;
  all[total] = 0;
  printf("%d %s\n", total, all);
  wait(NULL);
  int there[2], back[2];
  pipe(there);
  pipe(back);
  if (fork() == 0) {
    int x;
    while (read(there[0], &x, sizeof x) == sizeof x && x >= 0) {
      x *= x;
      write(back[1], &x, sizeof x);
    }
    _exit(0);
  }
  for (int i = 0; i < 5; i++) {
    int answer;
    write(there[1], &i, sizeof i);
    read(back[0], &answer, sizeof answer);
    printf("%d ", answer);
  }
  int stop = -1;
  write(there[1], &stop, sizeof stop);
  wait(NULL);
  printf("\n");
  return 0;
}
