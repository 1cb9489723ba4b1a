#include <stdio.h>
#include <sys/wait.h>
int main(void) {
  int status;
  wait(&status);
  printf("%d\n", WEXITSTATUS(status)); // ERROR: uninitialized
  return 0;
}
