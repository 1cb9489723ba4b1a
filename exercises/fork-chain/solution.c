#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 1;
  int me = 1;
  while (me < n) {
    pid_t pid = fork();
    if (pid < 0) {
      perror("fork");
      exit(1);
    }
    if (pid > 0) break;
    me++;
  }
  int below = 0;
  int status;
  if (wait(&status) > 0 && WIFEXITED(status)) below = WEXITSTATUS(status);
  printf("%d of %d, %d below\n", me, n, below);
  return below + 1;
}
