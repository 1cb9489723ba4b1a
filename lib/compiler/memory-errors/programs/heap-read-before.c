#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int *a = calloc(5, sizeof *a);
  printf("%d\n", a[-1]); // ERROR: out-of-bounds
  free(a);
  return 0;
}
