/* Short circuits, and truth values of all types. */
#include <stdio.h>

static int calls;

static int yes(void) {
  calls++;
  return 1;
}

static int no(void) {
  calls++;
  return 0;
}

int main(void) {
  printf("%d %d %d %d\n", yes() && no(), no() && yes(), yes() || no(), no() || yes());
  printf("%d\n", calls);
  int x = 5, *p = &x, *q = NULL;
  printf("%d %d %d %d\n", p && *p == 5, q && *q == 5, !p, !q);
  double d = 0.5;
  long l = 1L << 40;
  printf("%d %d %d %d\n", d && l, !d, !l, !!l);
  if (l) printf("long is true\n");
  if (!(x > 3 && x < 4) || q) printf("not between\n");
  int r = x > 3 && x < 10 && x != 6;
  printf("%d\n", r);
  for (int a = 0; a < 2; a++)
    for (int b = 0; b < 2; b++)
      for (int c = 0; c < 2; c++)
        printf("%d%d%d %d %d %d %d\n", a, b, c, a && b || c, a || b && c, !(a && b) && c,
               (a || b) && (b || c));
  x = 0;
  x++ || x++;
  printf("%d\n", x);
  x && (x = 9);
  printf("%d\n", x);
  return yes() && no() ? 3 : 4;
}
