#include <stdlib.h>
struct matrix { int rows[4]; int sum; };
static void set(struct matrix *m, int at, int value) {
  m->rows[at] = value; // ERROR: out-of-bounds
}
int main(void) {
  struct matrix *m = calloc(1, sizeof *m);
  set(m, 3, 1);
  set(m, 4, 2);
  int sum = m->sum;
  free(m);
  return sum;
}
