/* A division by zero ends the process with SIGFPE; what was flushed before stays. */
#include <stdio.h>

int main(void) {
  volatile int zero = 0;
  printf("before\n");
  fflush(stdout);
  printf("%d\n", 10 / zero);
  return 0;
}
