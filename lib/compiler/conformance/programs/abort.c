/* assert fails: the process ends with SIGABRT. */
#include <assert.h>
#include <stdio.h>

int main(void) {
  int x = 3;
  assert(x == 3);
  printf("first assertion held\n");
  fflush(stdout);
  assert(x == 4);
  printf("never\n");
  return 0;
}
