/* math.h: C11 7.12. */
#include <math.h>
#include <string.h>
#include <forkyard/intrinsics.h>

double sqrt(double x) { return __intrinsic_sqrt(x); }
double cbrt(double x) { return __intrinsic_cbrt(x); }
double pow(double x, double y) { return __intrinsic_pow(x, y); }
double exp(double x) { return __intrinsic_exp(x); }
double exp2(double x) { return __intrinsic_pow(2, x); }
double log(double x) { return __intrinsic_log(x); }
double log2(double x) { return __intrinsic_log2(x); }
double log10(double x) { return __intrinsic_log10(x); }
double sin(double x) { return __intrinsic_sin(x); }
double cos(double x) { return __intrinsic_cos(x); }
double tan(double x) { return __intrinsic_tan(x); }
double asin(double x) { return __intrinsic_asin(x); }
double acos(double x) { return __intrinsic_acos(x); }
double atan(double x) { return __intrinsic_atan(x); }
double atan2(double y, double x) { return __intrinsic_atan2(y, x); }
double sinh(double x) { return __intrinsic_sinh(x); }
double cosh(double x) { return __intrinsic_cosh(x); }
double tanh(double x) { return __intrinsic_tanh(x); }
double floor(double x) { return __intrinsic_floor(x); }
double ceil(double x) { return __intrinsic_ceil(x); }
double trunc(double x) { return __intrinsic_trunc(x); }
double round(double x) { return __intrinsic_round(x); }
double fmod(double x, double y) { return __intrinsic_fmod(x, y); }
double hypot(double x, double y) { return __intrinsic_hypot(x, y); }

/* Small arguments lose their digits in 1 + x: a series and Kahan's correction. */
double log1p(double x) {
  double u = 1 + x;
  return u == 1 ? x : log(u) * x / (u - 1);
}

double expm1(double x) {
  double u = exp(x);
  if (u == 1) return x;
  if (u - 1 == -1) return -1;
  return u == HUGE_VAL ? u : (u - 1) * x / log(u);
}

int __signbit(double x) {
  long bits;
  memcpy(&bits, &x, sizeof bits);
  return bits < 0;
}

double fabs(double x) { return __signbit(x) ? -x : x; }
double copysign(double x, double y) { return __signbit(x) == __signbit(y) ? x : -x; }
double fmax(double x, double y) { return isnan(x) ? y : isnan(y) || x > y ? x : y; }
double fmin(double x, double y) { return isnan(x) ? y : isnan(y) || x < y ? x : y; }
double fdim(double x, double y) { return x > y ? x - y : x <= y ? 0 : x - y; }

/* To nearest, halves to even. */
double rint(double x) {
  double down = floor(x);
  double over = x - down;
  if (over < 0.5) return copysign(down, x);
  if (over > 0.5) return copysign(down + 1, x);
  return fmod(down, 2) == 0 ? copysign(down, x) : copysign(down + 1, x);
}

double nearbyint(double x) { return rint(x); }
long lround(double x) { return (long)round(x); }
long lrint(double x) { return (long)rint(x); }

double modf(double x, double *whole) {
  *whole = trunc(x);
  return copysign(isinf(x) ? 0 : x - *whole, x);
}

double frexp(double x, int *exponent) {
  *exponent = 0;
  if (x == 0 || isnan(x) || isinf(x)) return x;
  while (fabs(x) >= 1) {
    x /= 2;
    ++*exponent;
  }
  while (fabs(x) < 0.5) {
    x *= 2;
    --*exponent;
  }
  return x;
}

double ldexp(double x, int exponent) {
  for (; exponent > 0 && x - x == 0 && x != 0; exponent--) x *= 2;
  for (; exponent < 0 && x != 0; exponent++) x /= 2;
  return x;
}

float sqrtf(float x) { return (float)sqrt(x); }
float powf(float x, float y) { return (float)pow(x, y); }
float fabsf(float x) { return (float)fabs(x); }
float floorf(float x) { return (float)floor(x); }
float ceilf(float x) { return (float)ceil(x); }
float roundf(float x) { return (float)round(x); }
float sinf(float x) { return (float)sin(x); }
float cosf(float x) { return (float)cos(x); }
float fmodf(float x, float y) { return (float)fmod(x, y); }
float fmaxf(float x, float y) { return (float)fmax(x, y); }
float fminf(float x, float y) { return (float)fmin(x, y); }
