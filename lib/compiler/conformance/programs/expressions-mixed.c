/* Long expressions that need many temporaries and calls inside calls. */
#include <stdio.h>

static int id(int x) { return x; }
static long widen(int x) { return (long)x << 20; }
static double real(int x) { return x / 4.0; }
static int six(int a, int b, int c, int d, int e, int f) {
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f;
}
static int nine(char a, short b, int c, long d, float e, double f, unsigned char g, int *h, int i) {
  return a + b + c + (int)d + (int)e + (int)f + g + *h + i;
}

int main(void) {
  int a = 3, b = 5, c = 7, d = 11;
  printf("%d\n", ((a + b) * (c - d) + (a * b - c * d)) * ((a - b) * (c + d) - (a + d) * (b - c)));
  printf("%d\n", id(id(1) + id(2) * id(3)) + id(id(id(4) - id(5))) * id(6));
  printf("%d\n", six(id(1), id(2) + 1, six(1, 1, 1, 1, 1, id(1)), 4, id(5) * id(2), 6));
  printf("%d\n", nine(1, 2, 3, 4, 5.5f, 6.5, 255, &a, id(9)));
  printf("%ld %g\n", widen(a) + widen(b) * id(c) - (long)real(d), real(a) * real(b) + id(c));
  int v[4] = {1, 2, 3, 0};
  printf("%d\n", v[v[v[v[3]]]] + v[id(1) + (v[0] ? id(1) : 0)]);
  printf("%d\n", (a < b) + (b < c) * 2 + (c > d) * 4 + !(a == b) * 8 + (a && b) * 16);
  printf("%d\n", a > 0 ? id(b) + (c > 0 ? id(d) : id(a)) : id(c));
  unsigned long h = 5381;
  for (const char *s = "a hash of some text"; *s; s++) h = ((h << 5) + h) ^ (unsigned char)*s;
  printf("%lu\n", h);
  double x = 1;
  for (int i = 0; i < 10; i++) x = (x + 2 / x) / 2;
  printf("%.12f\n", x);
  int m = ((((((((1 + 2) * 3) + 4) * 5) + 6) * 7) + 8) * 9) + id(10);
  printf("%d\n", m);
  printf("%d\n", 1 + (2 + (3 + (4 + (5 + (6 + (7 + (8 + (9 + id(10))))))))));
  return 0;
}
