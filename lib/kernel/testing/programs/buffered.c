// stdio buffers are the process's own: fork copies what is not flushed, _exit loses it.
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  printf("twice\n");
  if (fork() == 0) {
    printf("child\n");
    exit(0);
  }
  wait(NULL);
  fflush(stdout);
  printf("lost\n");
  if (fork() == 0) _exit(0);
  wait(NULL);
  return 0;
}
