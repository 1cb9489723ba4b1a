#include <stdlib.h>
static int *grown(int *a, int n) {
  return realloc(a, n * sizeof *a); // ERROR: leak
}
int main(void) {
  int *a = NULL;
  for (int n = 1; n < 4; n++)
    a = grown(a, n);
  a[0] = 1;
  return 0;
}
