/* lgamma: C11 7.12.8.3, with POSIX's signgam and lgamma_r(3). */
#include <errno.h>
#include <math.h>
#include <forkyard/intrinsics.h>

int signgam;

double lgamma_r(double x, int *sign) {
  double result = __intrinsic_lgamma(x);
  /* Gamma is negative between -1 and 0, between -3 and -2, and so on. */
  *sign = signbit(x) && (x == 0 || (floor(x) != x && fmod(floor(x), 2) != 0)) ? -1 : 1;
  if (isinf(result) && isfinite(x)) errno = ERANGE;
  return result;
}

double lgamma(double x) {
  return lgamma_r(x, &signgam);
}

double gamma(double x) {
  return lgamma(x);
}
