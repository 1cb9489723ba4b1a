#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int *counts = malloc(26 * sizeof *counts);
  for (const char *c = "hello"; *c; c++)
    counts[*c - 'a']++; // ERROR: uninitialized
  free(counts);
  return 0;
}
