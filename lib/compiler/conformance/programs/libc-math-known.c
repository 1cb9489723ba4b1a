/* Functions where the exact result is known, and to ten digits where it is not; errno at the edges. */
#include <errno.h>
#include <math.h>
#include <stdio.h>

static void show(const char *what, double result) {
  printf("%-24s %g errno %d\n", what, result, errno);
  errno = 0;
}

/* Through pointers, so that no compiler computes beforehand. */
static void edge1(const char *what, double (*volatile f)(double), double x) {
  show(what, f(x));
}

static void edge2(const char *what, double (*volatile f)(double, double), double x, double y) {
  show(what, f(x, y));
}

static void edge_scale(const char *what, double (*volatile f)(double, int), double x, int n) {
  show(what, f(x, n));
}

int main(void) {
  printf("%.17g %.17g %.17g %.17g\n", exp(0), exp(1), exp(-1), exp(10));
  printf("%.17g %.17g %.17g\n", log(1), log(2), log(10));
  printf("%.17g %.17g %.17g %.17g\n", log2(8), log2(1024), log10(1000), log10(1e-5));
  printf("%.17g %.17g %.17g\n", pow(2, 10), pow(10, 22), pow(2, -1074));
  printf("%.17g %.17g %.17g\n", pow(-2, 3), pow(-8, 2), pow(9, 0.5));
  printf("%.17g %.17g %.17g\n", cbrt(27), cbrt(-8), cbrt(1e300));
  printf("%.17g %.17g %.17g\n", hypot(3, 4), hypot(1e300, 1e300), hypot(5e-324, 5e-324));
  printf("%.17g %.17g %.17g\n", sin(1), cos(1), tan(1));
  printf("%.17g %.17g %.17g\n", sin(1e22), cos(1e22), tan(1e6));
  printf("%.17g %.17g %.17g\n", sin(M_PI), cos(M_PI), cos(M_PI / 2));
  printf("%.17g %.17g %.17g\n", asin(1), acos(-1), atan(1));
  printf("%.17g %.17g %.17g %.17g\n", atan2(1, 1), atan2(1, -1), atan2(-1, -1), atan2(-0.0, -1));
  printf("%.17g %.17g %.17g\n", exp2(10), exp2(-1074), exp2(0.5));
  for (double x = 0.25; x < 20; x *= 1.9) {
    printf("%.10g: %.10g %.10g %.10g %.10g %.10g\n", x, sinh(x), cosh(x), tanh(x), asinh(x), acosh(x + 1));
    printf("  %.10g %.10g %.10g %.10g %.10g\n", expm1(x), log1p(x), atanh(x / 20), tgamma(x), lgamma(x));
    printf("  %.10g %.10g %.10g %.10g\n", erf(x), erfc(x), erf(-x), erfc(-x));
  }
  for (int n = 1; n <= 18; n++) printf("%.0f ", tgamma(n));
  putchar('\n');
  printf("%.6g %.6g %.6g %.6g\n", tgamma(-0.5), tgamma(-1.5), lgamma(-0.5), lgamma(100));
  printf("%.8g %.8g %.8g %.8g\n", (double)sinf(1), (double)expf(1), (double)powf(2, 0.5f), (double)logf(10));
  printf("%.8g %.8g %.8g\n", (double)atan2f(1, 2), (double)cbrtf(2), (double)hypotf(1, 1));
  errno = 0;
  edge1("sqrt(-1)", sqrt, -1);
  edge1("log(0)", log, 0);
  edge1("log(-1)", log, -1);
  edge1("exp(1000)", exp, 1000);
  edge1("exp(-1000)", exp, -1000);
  edge2("pow(0, -1)", pow, 0, -1);
  edge2("pow(-1, 0.5)", pow, -1, 0.5);
  edge2("pow(10, 400)", pow, 10, 400);
  edge2("pow(10, -400)", pow, 10, -400);
  edge1("acos(2)", acos, 2);
  edge1("asin(-2)", asin, -2);
  edge1("atanh(1)", atanh, 1);
  edge1("acosh(0)", acosh, 0);
  edge2("fmod(1, 0)", fmod, 1, 0);
  edge1("cosh(1000)", cosh, 1000);
  edge1("sinh(-1000)", sinh, -1000);
  edge1("log1p(-1)", log1p, -1);
  edge1("tgamma(200)", tgamma, 200);
  edge1("tgamma(-1)", tgamma, -1);
  edge1("lgamma(0)", lgamma, 0);
  edge_scale("ldexp(1, 2000)", ldexp, 1, 2000);
  edge_scale("ldexp(1, -2000)", ldexp, 1, -2000);
  edge2("hypot(1e308, 1.7e308)", hypot, 1e308, 1.7e308);
  edge1("sin(INFINITY)", sin, INFINITY);
  edge2("remainder(1, 0)", remainder, 1, 0);
  edge1("exp(INFINITY)", exp, INFINITY);
  edge2("pow(1, NAN)", pow, 1, NAN);
  edge2("pow(NAN, 0)", pow, NAN, 0);
  edge2("pow(INFINITY, -1)", pow, INFINITY, -1);
  edge2("pow(-INFINITY, 3)", pow, -INFINITY, 3);
  edge2("nextafter(1.7976931348623157e308, INFINITY)", nextafter, 1.7976931348623157e308, INFINITY);
  return 0;
}
