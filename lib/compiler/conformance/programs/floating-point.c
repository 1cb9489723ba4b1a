/* float and double: arithmetic, comparison, rounding, infinities. */
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void) {
  double d = 0.1 + 0.2;
  float f = 0.1f + 0.2f;
  printf("%.17g %.9g\n", d, f);
  printf("%d %d\n", d == 0.3, f == 0.3f);
  printf("%d\n", 0.1f == 0.1);
  float third = 1.0f / 3;
  printf("%.9g %.17g\n", third, (double)third);
  double inf = 1e308 * 10, nan = inf - inf;
  printf("%f %f %d %d %d %d\n", inf, -inf, nan == nan, nan != nan, nan < 1, !(nan < 1));
  printf("%g %g %g\n", DBL_MAX, DBL_MIN, DBL_EPSILON);
  printf("%g %g\n", FLT_MAX, FLT_EPSILON);
  double sum = 0;
  for (int i = 1; i <= 1000; i++) sum += 1.0 / i;
  printf("%.15f\n", sum);
  float fsum = 0;
  for (int i = 1; i <= 1000; i++) fsum += 1.0f / i;
  printf("%.7f\n", fsum);
  printf("%d %d %d %d\n", (int)3.99, (int)-3.99, (int)1e9, (int)2.5f);
  printf("%u %lu %ld\n", (unsigned)3e9, (unsigned long)1e19, (long)-1e18);
  printf("%f %f %f\n", (double)7, (double)4294967295u, (double)18446744073709551615ul);
  printf("%.1f %.1f\n", (float)16777217, (double)16777217);
  double x = -0.0;
  printf("%f %d %g\n", x, x == 0.0, 1 / x);
  d = 5;
  d /= 2;
  d -= .25;
  d *= -3;
  d++;
  printf("%g %g\n", d, -d);
  f = 1;
  f += 0.5;
  int i = 7;
  i *= 1.5;
  printf("%g %d\n", f, i);
  char c = 3.7;
  unsigned char u = 200.9;
  printf("%d %d\n", c, u);
  printf("%d %d %d\n", 1.5 && 0.5, !0.0, 0.1 ? 1 : 2);
  printf("%g %g %g %g\n", sqrt(2), pow(2, 10), fabs(-3.5), floor(-2.5));
  return 0;
}
