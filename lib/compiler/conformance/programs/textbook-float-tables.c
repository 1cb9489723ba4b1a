#include <stdio.h>
#include <math.h>
#include <float.h>
#include <stdlib.h>
int main(void) {
  for (int f = 0; f <= 300; f += 60) printf("%3d %6.1f\n", f, 5.0 / 9.0 * (f - 32));
  printf("%e %E %g %G %a\n", 12345.678, 0.00012, 1e-5, 1e20, 1.5);
  printf("%10.3f|%-10.2f|%+.1f|%010.4f|% f\n", 3.14159, 2.5, 7.0, -1.5, 2.0);
  printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 3.5);
  printf("%f %f %f\n", 1.0 / 0.0, -1.0 / 0.0, 0.0 / 0.0 > 0 ? 1.0 : 0.0);
  printf("%.17g %.20f\n", 0.1, 0.1);
  float s = 0;
  double d = 0;
  for (int i = 0; i < 1000; i++) {
    s += 0.1f;
    d += 0.1;
  }
  printf("%.6f %.12f %d\n", s, d, d == 100.0);
  printf("%g %g %d\n", DBL_EPSILON, (double)FLT_MAX, DBL_DIG);
  double x = 2, prev;
  int it = 0;
  do {
    prev = x;
    x = (x + 2 / x) / 2;
    it++;
  } while (fabs(x - prev) > 1e-15);
  printf("sqrt2 %.15f in %d\n", x, it);
  double pi = 0;
  for (int k = 0; k < 10000; k++) pi += (k % 2 ? -4.0 : 4.0) / (2 * k + 1);
  printf("pi %.10f\n", pi);
  printf("%.4f %.4f %.4f %.4f\n", sin(1), exp(1), log10(1000), atan2(1, -1));
  printf("%.3Lf %Lg\n", 2.5L, 1e10L);
  int ex;
  double m = frexp(40.0, &ex);
  printf("%g %d %g %g\n", m, ex, ldexp(0.5, 4), modf(-3.75, &d));
  printf("%g\n", d);
  printf("%d %ld %.1f %.1f %.1f\n", (int)-2.7, lround(2.5), floor(-2.5), ceil(-2.5), trunc(-2.5));
  printf("%d %s\n", isnan(NAN), signbit(-0.0) ? "neg" : "pos");
  printf("%*.*f|\n", 12, 3, 2.0 / 3);
  return 0;
}
