/* Whole numbers and remainders: C11 7.12.9, 7.12.10. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <forkyard/intrinsics.h>

double floor(double x) { return __intrinsic_floor(x); }
double ceil(double x) { return __intrinsic_ceil(x); }
double trunc(double x) { return __intrinsic_trunc(x); }
double round(double x) { return __intrinsic_round(x); }

/* To nearest, halves to even: 2^52 has no room for a fraction. */
double rint(double x) {
  const double shift = 4503599627370496.0;
  if (!(fabs(x) < shift)) return isnan(x) ? x + x : x;
  double whole = signbit(x) ? x - shift + shift : x + shift - shift;
  return copysign(whole, x);
}

double nearbyint(double x) { return rint(x); }
long lround(double x) { return (long)round(x); }
long long llround(double x) { return (long)round(x); }
long lrint(double x) { return (long)rint(x); }
long long llrint(double x) { return (long)rint(x); }

double fmod(double x, double y) {
  double result = __intrinsic_fmod(x, y);
  if (isnan(result) && !isnan(x) && !isnan(y)) errno = EDOM;
  return result;
}

/* The remainder, and the low bits of the quotient that is nearest to x / y. */
double remquo(double x, double y, int *quotient) {
  *quotient = 0;
  if (isnan(x) || isnan(y)) return x + y;
  if (isinf(x) || y == 0) return (x * y) / (x * y);
  if (isinf(y)) return x;
  double size = fabs(y);
  /* Of eight times y nothing is left that the low three bits don't tell. */
  double rest = size <= 2.2e307 ? __intrinsic_fmod(fabs(x), 8 * size) : fabs(x);
  int n = 0;
  for (int bit = 4; bit > 0; bit /= 2) {
    if (size <= 1.7e308 / bit && rest >= bit * size) {
      rest -= bit * size;
      n += bit;
    }
  }
  /* rest < size: over half of it, or half and n odd, goes up. */
  double other = size - rest;
  if (rest > other || (rest == other && (n & 1))) {
    rest = -other;
    n++;
  }
  *quotient = (signbit(x) != 0) != (signbit(y) != 0) ? -(n & 7) : n & 7;
  return signbit(x) ? -rest : rest;
}

double remainder(double x, double y) {
  int quotient;
  double result = remquo(x, y, &quotient);
  if (isnan(result) && !isnan(x) && !isnan(y)) errno = EDOM;
  return result;
}

double drem(double x, double y) { return remainder(x, y); }

double modf(double x, double *whole) {
  *whole = trunc(x);
  return copysign(isinf(x) ? 0 : x - *whole, x);
}
