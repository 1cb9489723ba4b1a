#include <stdlib.h>
int main(void) {
  int *first = malloc(4 * sizeof(int));
  first[0] = 1;
  int *a = realloc(first, 100 * sizeof(int));
  a[0] = first[0]; // ERROR: use-after-free
  free(a);
  return 0;
}
