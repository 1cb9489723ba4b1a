#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int fd[2]; char buf[100]; ssize_t n;
  pipe(fd);
  if (fork() == 0) { close(fd[0]); for (int i = 0; i < 3; i++) { int k = sprintf(buf, "message %d\n", i); write(fd[1], buf, (size_t)k); } _exit(0); }
  close(fd[1]);
  size_t total = 0;
  while ((n = read(fd[0], buf + total, sizeof buf - total)) > 0) total += (size_t)n;
  buf[total] = 0;
  wait(NULL);
  printf("%zu %s", total, buf);
  int there[2], back[2]; pipe(there); pipe(back);
  if (fork() == 0) { int v; close(there[1]); close(back[0]); while (read(there[0], &v, sizeof v) == sizeof v) { v = v * v; write(back[1], &v, sizeof v); } _exit(0); }
  close(there[0]); close(back[1]);
  for (int i = 1; i <= 5; i++) { int v = i; write(there[1], &v, sizeof v); read(back[0], &v, sizeof v); printf("%d ", v); }
  close(there[1]);
  printf("%zd\n", read(back[0], buf, 1));
  return 0;
}
