#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Grows the tree below the calling process; returns how many processes it has, with this one. */
static int grow(int depth, int width) {
  int size = 1;
  if (depth == 0) return size;
  for (int i = 0; i < width; i++) {
    pid_t pid = fork();
    if (pid < 0) {
      perror("fork");
      exit(1);
    }
    if (pid == 0) exit(grow(depth - 1, width));
  }
  int status;
  while (wait(&status) > 0) {
    if (WIFEXITED(status)) size += WEXITSTATUS(status);
  }
  return size;
}

int main(int argc, char *argv[]) {
  if (argc < 3) {
    fprintf(stderr, "usage: %s DEPTH WIDTH\n", argv[0]);
    return 2;
  }
  printf("%d processes\n", grow(atoi(argv[1]), atoi(argv[2])));
  return 0;
}
