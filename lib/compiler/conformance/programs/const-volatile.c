#include <stdio.h>
static const double rate = 1.5;
static volatile int device = 3;
static int read_twice(volatile int *p) { return *p + *p; }
int main(void) {
  const int local = 4; const int *p = &local; int *const q = (int *)&device; *q += 2;
  const char *const name = "fixed"; register int r = 7;
  printf("%.1f %d %d %s %d %d\n", rate, device, *p, name, r, read_twice(&device));
  int restrict_ok = 0; int *restrict z = &restrict_ok; *z = 5;
  printf("%d\n", restrict_ok);
  return 0;
}
