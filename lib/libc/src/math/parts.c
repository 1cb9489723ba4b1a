/* Sign, exponent and neighbours: C11 7.12.6, 7.12.11 to 7.12.13. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <string.h>
#include <forkyard/intrinsics.h>

static unsigned long to_bits(double x) {
  unsigned long bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static double from_bits(unsigned long bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

#define SIGN (1ul << 63)

double fabs(double x) { return from_bits(to_bits(x) & ~SIGN); }

double copysign(double x, double y) {
  return from_bits((to_bits(x) & ~SIGN) | (to_bits(y) & SIGN));
}

double fmax(double x, double y) { return isnan(x) ? y : isnan(y) || x > y ? x : y; }
double fmin(double x, double y) { return isnan(x) ? y : isnan(y) || x < y ? x : y; }

double fdim(double x, double y) {
  double result = x > y ? x - y : x <= y ? 0 : x - y;
  if (isinf(result) && isfinite(x) && isfinite(y)) errno = ERANGE;
  return result;
}

double fma(double x, double y, double z) { return __intrinsic_fma(x, y, z); }

/* The product of two floats is exact as a double; the sum is made odd when it isn't, so that rounding
   it to float rounds once. */
float fmaf(float x, float y, float z) {
  double product = (double)x * y;
  double sum = product + z;
  if (isfinite(sum) && (to_bits(sum) & 0x1fffffff) == 0x10000000) {
    double part = sum - product;
    double error = (product - (sum - part)) + (z - part);
    if (error != 0) sum = from_bits(to_bits(sum) + ((error > 0) == (sum > 0) ? 1 : -1ul));
  }
  return (float)sum;
}

double frexp(double x, int *exponent) {
  unsigned long bits = to_bits(x);
  int field = (int)(bits >> 52 & 0x7ff);
  *exponent = 0;
  if (x == 0 || field == 0x7ff) return x;
  int below = 0;
  if (field == 0) {
    below = 54;
    bits = to_bits(x * 18014398509481984.0);
    field = (int)(bits >> 52 & 0x7ff);
  }
  *exponent = field - 1022 - below;
  return from_bits((bits & ~(0x7fful << 52)) | 1022ul << 52);
}

static double power_of_two(int exponent) {
  return from_bits((unsigned long)(exponent + 1023) << 52);
}

double scalbln(double x, long exponent) {
  int own;
  double part = frexp(x, &own);
  if (part == 0 || !isfinite(x)) return x;
  if (exponent > 5000) exponent = 5000;
  if (exponent < -5000) exponent = -5000;
  long whole = own + exponent;
  double result;
  if (whole > 1024) result = copysign(HUGE_VAL, x);
  else if (whole >= -1021) result = part * 2 * power_of_two((int)whole - 1);
  else if (whole < -1074) result = copysign(0, x);
  else result = part * power_of_two((int)whole + 1000) * power_of_two(-1000);
  if (isinf(result) || result == 0) errno = ERANGE;
  return result;
}

double ldexp(double x, int exponent) { return scalbln(x, exponent); }
double scalbn(double x, int exponent) { return scalbln(x, exponent); }

int ilogb(double x) {
  int exponent;
  if (x == 0 || !isfinite(x)) {
    errno = EDOM;
    return isinf(x) ? INT_MAX : FP_ILOGB0;
  }
  frexp(x, &exponent);
  return exponent - 1;
}

double logb(double x) {
  if (x == 0) {
    errno = ERANGE;
    return -HUGE_VAL;
  }
  if (!isfinite(x)) return x * x;
  int exponent;
  frexp(x, &exponent);
  return exponent - 1;
}

double significand(double x) {
  int exponent;
  double part = frexp(x, &exponent);
  return x == 0 || !isfinite(x) ? x : 2 * part;
}

double nextafter(double x, double y) {
  if (isnan(x) || isnan(y)) return x + y;
  if (x == y) return y;
  if (x == 0) return copysign(from_bits(1), y);
  double result = from_bits(to_bits(x) + ((x < y) == (x > 0) ? 1 : -1ul));
  if (isinf(result) && isfinite(x)) errno = ERANGE;
  if (fabs(result) < 2.2250738585072014e-308) errno = ERANGE;
  return result;
}

double nexttoward(double x, long double y) { return nextafter(x, y); }

float nextafterf(float x, float y) {
  if (isnan(x) || isnan(y)) return x + y;
  if (x == y) return y;
  unsigned int bits;
  memcpy(&bits, &x, sizeof bits);
  if (x == 0) bits = 1u | (unsigned int)(signbit(y) != 0) << 31;
  else bits += (x < y) == (x > 0) ? 1 : -1u;
  memcpy(&x, &bits, sizeof x);
  if (isinf(x) || fabsf(x) < 1.17549435e-38f) errno = ERANGE;
  return x;
}

float nexttowardf(float x, long double y) {
  if (isnan(x) || isnan(y)) return x + (float)y;
  if (x == y) return (float)y;
  return nextafterf(x, x < y ? INFINITY : -INFINITY);
}
