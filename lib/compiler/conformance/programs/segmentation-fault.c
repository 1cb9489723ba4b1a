/* Writing through NULL ends the process with SIGSEGV. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
  int *p = NULL;
  write(1, "before\n", 7);
  *p = 5;
  printf("never\n");
  return 0;
}
