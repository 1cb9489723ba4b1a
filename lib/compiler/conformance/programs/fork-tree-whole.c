/* A tree of processes: each level waits for the one below and adds up statuses. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int grow(int depth) {
  if (depth == 0) return 1;
  int total = 1;
  for (int i = 0; i < 2; i++) {
    fflush(stdout);
    if (fork() == 0) exit(grow(depth - 1));
    int status;
    wait(&status);
    total += WEXITSTATUS(status);
  }
  return total;
}

int main(void) {
  printf("%d processes\n", grow(4));
  return 0;
}
