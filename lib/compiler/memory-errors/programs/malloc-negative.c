#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int count = -2;
  char *p = malloc(count); // ERROR: invalid-size
  printf("%d\n", p == NULL);
  free(p);
  return 0;
}
