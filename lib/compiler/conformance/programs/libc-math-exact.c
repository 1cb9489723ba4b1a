/* What every IEEE machine computes alike: rounding, remainders, parts of numbers, classes. */
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>

static const double values[] = {0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 3.7, -3.7, 1e15 + 0.5, 4503599627370497.5,
                                9007199254740993.0, 1e300, -1e300, DBL_MIN, DBL_TRUE_MIN, DBL_MAX, INFINITY, -INFINITY};
#define COUNT (int)(sizeof values / sizeof values[0])

static void whole(double x) {
  double part;
  double rest = modf(x, &part);
  printf("%g: %g %g %g %g %g %g; %g + %g\n", x, floor(x), ceil(x), trunc(x), round(x), rint(x), nearbyint(x), part, rest);
  if (fabs(x) < 1e18) printf("  %ld %ld %lld %lld\n", lround(x), lrint(x), llround(x), llrint(x));
}

static void parts(double x) {
  int e;
  double m = frexp(x, &e);
  printf("%a: %a %d logb %g ldexp %a %a %a\n", x, m, isfinite(x) ? e : 0, logb(x), ldexp(x, 3), ldexp(x, -3), scalbln(x, -1074));
  if (x != 0 && isfinite(x)) printf("  ilogb %d\n", ilogb(x));
  printf("  next %a %a\n", nextafter(x, INFINITY), nextafter(x, -INFINITY));
  printf("  class %d %d %d %d %d %d\n", fpclassify(x), isnan(x) != 0, isinf(x) != 0, isfinite(x) != 0, isnormal(x) != 0, signbit(x) != 0);
}

int main(void) {
  for (int i = 0; i < COUNT; i++) whole(values[i]);
  for (int i = 0; i < COUNT; i++) parts(values[i]);
  for (int i = 0; i < COUNT; i++)
    for (int j = 0; j < COUNT; j += 3) {
      double x = values[i], y = values[j];
      int q = 0;
      printf("%g %g: %g %g", x, y, fmod(x, y), remainder(x, y));
      if (isfinite(x) && y != 0) {
        double r = remquo(x, y, &q);
        printf(" %g %d", r, q & 7);
      }
      printf(" %g %g %g %g %d%d%d\n", fmax(x, y), fmin(x, y), fdim(x, y), copysign(x, y), isgreater(x, y), islessequal(x, y), isunordered(x, y));
    }
  printf("%a %a %a\n", fma(0.1, 10, -1), fma(1e308, 10, -INFINITY), fma(DBL_MIN, DBL_EPSILON, 0));
  printf("%a %a\n", sqrt(2), sqrt(1e-320));
  printf("%d %d %d\n", fpclassify(1e-40f), fpclassify(1e-40), fpclassify(0.0f));
  printf("%a %a %a\n", nextafterf(1.0f, 2.0f), nextafterf(0.0f, -1.0f), nexttowardf(1.0f, 0.0));
  printf("%a %a %a\n", (double)fmaf(0.1f, 10.0f, -1.0f), (double)fmodf(5.3f, 2.0f), (double)remainderf(5.3f, 2.0f));
  printf("%d %d\n", isless(NAN, 1.0), isunordered(NAN, 1.0));
  printf("%g %g\n", fmax(NAN, 1), fmin(2, NAN));
  return 0;
}
