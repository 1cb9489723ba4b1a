/* <math.h>: printed with the digits that every good library agrees on. */
#include <math.h>
#include <stdio.h>

int main(void) {
  for (int i = -3; i <= 3; i++) {
    double x = i * 0.7;
    printf("%.10f %.10f %.10f %.10f %.10f\n", sin(x), cos(x), tan(x), atan(x), exp(x));
    printf("%g %g %g %g %g\n", floor(x), ceil(x), trunc(x), round(x), fabs(x));
  }
  printf("%.10f %.10f %.10f %.10f\n", sqrt(2), log(10), log10(1000), log2(8));
  printf("%.10f %.10f %.10f\n", pow(2, 0.5), pow(-2, 3), fmod(7.5, 2));
  printf("%.10f %.10f %.10f\n", atan2(1, -1), asin(0.5), acos(0.5));
  printf("%.10f %.10f %.10f\n", sinh(1), cosh(1), tanh(1));
  printf("%.10f %.10f\n", cbrt(27), hypot(3, 4));
  printf("%d %d %d\n", isnan(NAN) != 0, isinf(INFINITY) != 0, isfinite(1.0) != 0);
  printf("%.6f %.6f\n", M_PI, M_E);
  printf("%g %g %g\n", fmax(1, 2), fmin(1, 2), copysign(3, -1));
  float f = sqrtf(2.0f);
  printf("%.6f %.6f\n", f, powf(2, 3));
  printf("%d\n", signbit(-0.0) != 0);
  return 0;
}
