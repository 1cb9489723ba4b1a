/* A fork with text in the buffer: it comes out twice, as on Linux. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  printf("twice ");
  if (fork() == 0) {
    printf("child\n");
    return 0;
  }
  wait(NULL);
  printf("parent\n");
  return 0;
}
