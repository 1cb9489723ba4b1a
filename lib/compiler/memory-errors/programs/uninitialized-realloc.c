#include <stdlib.h>
int main(void) {
  int *a = calloc(2, sizeof *a);
  a = realloc(a, 4 * sizeof *a);
  int last = a[1] + a[3]; // ERROR: uninitialized
  free(a);
  return last;
}
