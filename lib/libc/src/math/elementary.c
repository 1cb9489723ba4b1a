/* Exponentials, logarithms, trigonometry: C11 7.12.4 to 7.12.8. The processor computes; errno is set
   as glibc sets it, math_error(7). */
#include <errno.h>
#include <math.h>
#include <forkyard/intrinsics.h>

/* A result that is no number where the argument is one: a domain error. */
static double domain(double result, double x) {
  if (isnan(result) && !isnan(x)) errno = EDOM;
  return result;
}

/* Besides, an infinite result of a finite argument: a range error (a pole, or overflow). */
static double range(double result, double x) {
  if (isinf(result) && isfinite(x)) errno = ERANGE;
  return domain(result, x);
}

/* Besides, a result too small to be told from zero. */
static double small_range(double result, double x) {
  if (result == 0 && isfinite(x)) errno = ERANGE;
  return range(result, x);
}

double sqrt(double x) { return domain(__intrinsic_sqrt(x), x); }
double cbrt(double x) { return __intrinsic_cbrt(x); }
double exp(double x) { return small_range(__intrinsic_exp(x), x); }
double exp2(double x) { return small_range(__intrinsic_exp2(x), x); }
double exp10(double x) { return small_range(__intrinsic_exp10(x), x); }
double expm1(double x) { return range(__intrinsic_expm1(x), x); }
double log(double x) { return range(__intrinsic_log(x), x); }
double log2(double x) { return range(__intrinsic_log2(x), x); }
double log10(double x) { return range(__intrinsic_log10(x), x); }
double log1p(double x) { return range(__intrinsic_log1p(x), x); }
double sin(double x) { return domain(__intrinsic_sin(x), x); }
double cos(double x) { return domain(__intrinsic_cos(x), x); }
double tan(double x) { return domain(__intrinsic_tan(x), x); }
double asin(double x) { return domain(__intrinsic_asin(x), x); }
double acos(double x) { return domain(__intrinsic_acos(x), x); }
double atan(double x) { return __intrinsic_atan(x); }
double atan2(double y, double x) { return __intrinsic_atan2(y, x); }
double sinh(double x) { return range(__intrinsic_sinh(x), x); }
double cosh(double x) { return range(__intrinsic_cosh(x), x); }
double tanh(double x) { return __intrinsic_tanh(x); }
double asinh(double x) { return __intrinsic_asinh(x); }
double acosh(double x) { return domain(__intrinsic_acosh(x), x); }
double atanh(double x) { return range(__intrinsic_atanh(x), x); }
double erf(double x) { return __intrinsic_erf(x); }
double erfc(double x) { return small_range(__intrinsic_erfc(x), x); }

double pow(double x, double y) {
  double result = __intrinsic_pow(x, y);
  if (isfinite(x) && isfinite(y)) {
    if (isnan(result)) errno = EDOM;
    else if (isinf(result) || (result == 0 && x != 0)) errno = ERANGE;
  }
  return result;
}

double hypot(double x, double y) {
  double result = __intrinsic_hypot(x, y);
  if (isinf(result) && isfinite(x) && isfinite(y)) errno = ERANGE;
  return result;
}

double tgamma(double x) {
  double result = __intrinsic_tgamma(x);
  if (isnan(result) && !isnan(x)) errno = EDOM;
  else if ((isinf(result) || result == 0) && isfinite(x)) errno = ERANGE;
  return result;
}

void sincos(double x, double *sine, double *cosine) {
  *sine = sin(x);
  *cosine = cos(x);
}
