#include <float.h>
#include <math.h>
#include <stdio.h>
int main(void) {
  double d = 0.1 + 0.2;
  float f = 0.1f + 0.2f;
  printf("%.17g %.9g %d\n", d, f, d == 0.3);
  printf("%f %e %g %G\n", 1234.5678, 1234.5678, 1234.5678, 1e-10);
  printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, -0.5);
  printf("%.3f %10.2f|%-10.2f|%+.1f|%010.3f\n", 3.14159, 2.5, 2.5, 2.0, -3.14159);
  printf("%g %g %g %g\n", 100000.0, 1000000.0, 0.0001, 0.00001);
  printf("%#g %#.0f %.10g\n", 1.0, 2.0, 1.0 / 3);
  printf("%f %f %f\n", INFINITY, -INFINITY, NAN);
  printf("%d %d %d\n", NAN == NAN, INFINITY > DBL_MAX, -0.0 == 0.0);
  printf("%g %g %g\n", DBL_MAX, DBL_MIN, FLT_EPSILON);
  printf("%.2f %.2f %.2f %.2f\n", sqrt(2), pow(2, 0.5), floor(-1.5), ceil(-1.5));
  printf("%.4f %.4f %.4f\n", fabs(-2.25), fmod(7.5, 2), hypot(3, 4));
  float sum = 0;
  for (int i = 0; i < 1000; i++) sum += 0.1f;
  printf("%.6f\n", sum);
  printf("%a\n", 1.5);
  printf("%.20f\n", 0.1);
  printf("%.1f\n", 1e22);
  return (int)sum;
}
