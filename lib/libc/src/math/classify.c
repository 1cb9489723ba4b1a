/* Kinds of numbers: C11 7.12.3, 7.12.14. */
#include <math.h>
#include <string.h>

static unsigned long bits_of(double x) {
  unsigned long bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

int __signbit(double x) {
  return (int)(bits_of(x) >> 63) << 7;
}

int __isnan(double x) {
  return x != x;
}

int __isinf(double x) {
  return x == HUGE_VAL ? 1 : x == -HUGE_VAL ? -1 : 0;
}

int __isfinite(double x) {
  return x - x == 0;
}

int finite(double x) {
  return x - x == 0;
}

int __unordered(double x, double y) {
  return x != x || y != y;
}

int __islessgreater(double x, double y) {
  return x < y || x > y;
}

static int classify(double x, double smallest_normal) {
  if (x != x) return FP_NAN;
  if (x - x != 0) return FP_INFINITE;
  if (x == 0) return FP_ZERO;
  return fabs(x) < smallest_normal ? FP_SUBNORMAL : FP_NORMAL;
}

int __fpclassify(double x) {
  return classify(x, 2.2250738585072014e-308);
}

int __fpclassifyf(float x) {
  return classify(x, 1.17549435082228750797e-38);
}

double nan(const char *payload) {
  (void)payload;
  return -NAN;
}
