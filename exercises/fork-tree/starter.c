#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t a = fork();
  if (a < 0) {
    perror("fork");
    return 1;
  }
  if (a == 0) {
    /* This is A. It still needs its children C and D. */
    printf("A is done\n");
    exit(0);
  }

  /* This is P. It still needs its child B, and has to wait. */

  printf("P is done\n");
  return 0;
}
