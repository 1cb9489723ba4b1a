#include <stdlib.h>
int main(void) {
  int *a = calloc(4, sizeof *a);
  a = realloc(a + 1, 8 * sizeof *a); // ERROR: invalid-free
  return 0;
}
