#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static int grow(int depth) {
  int total = 1, status;
  if (depth == 0) return total;
  for (int i = 0; i < 2; i++) if (fork() == 0) _exit(grow(depth - 1));
  while (wait(&status) > 0) total += WEXITSTATUS(status);
  return total;
}
int main(void) {
  int n = grow(4);
  printf("%d processes\n", n);
  for (int i = 0; i < 3; i++) fork();
  while (wait(NULL) > 0);
  printf("line\n");
  return n;
}
