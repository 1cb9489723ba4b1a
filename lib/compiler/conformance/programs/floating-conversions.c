/* C11 6.3.1.4, 6.3.1.5: conversions between integers, float and double, with rounding. */
#include <limits.h>
#include <stdio.h>

static float as_float(double x) {
  return x;
}
static int as_int(double x) {
  return x;
}
static float add(float a, float b) {
  return a + b;
}

int main(void) {
  printf("%d %d %d %d\n", (int)1.9, (int)-1.9, (int)0.99999, (int)-0.5);
  printf("%u %lu\n", (unsigned)4294967295.0, (unsigned long)18446744073709549568.0);
  printf("%ld %ld\n", (long)9007199254740993.0, (long)-1e18);
  printf("%d %d\n", (char)65.7, (unsigned char)255.9);
  printf("%d %d\n", as_int(2147483647.0), as_int(-2147483648.0));
  printf("%.1f %.1f\n", (double)LONG_MAX, (double)ULONG_MAX);
  printf("%.1f %.1f\n", (float)INT_MAX, (float)UINT_MAX);
  printf("%.1f %.1f\n", (float)LONG_MAX, (float)ULONG_MAX);
  printf("%.1f %.1f %.1f\n", (float)16777217, (float)16777219, (float)33554435L);
  printf("%.1f %.1f\n", (double)9007199254740993L, (double)9007199254740995L);
  printf("%.1f\n", (float)0x8000008000000001L);
  printf("%.1f %.1f\n", (double)0xfffffffffffffc00u, (double)0xfffffffffffffbffu);
  unsigned long top = 1ul << 63;
  printf("%.1f %.1f %lu\n", (double)top, (float)top, (unsigned long)(double)top);
  printf("%.9g %.9g\n", as_float(0.1), as_float(1e-46));
  printf("%g %g\n", as_float(1e39), -as_float(1e300));
  float f = 0.1f;
  printf("%.17g %.17g\n", f, f * 10);
  printf("%.17g %.17g\n", add(0.1f, 0.2f), 0.1f + 0.2f);
  printf("%d %d\n", f + f == 0.2f, f * 3 == 0.3f);
  float sum = 0;
  for (int i = 0; i < 1000; i++) sum += 0.1f;
  printf("%.9g\n", sum);
  double dsum = 0;
  for (int i = 0; i < 1000; i++) dsum += 0.1f;
  printf("%.17g\n", dsum);
  int i = 7;
  i *= 1.5;
  printf("%d ", i);
  i /= 0.3;
  printf("%d ", i);
  i += 0.9;
  printf("%d ", i);
  i -= 0.1;
  printf("%d\n", i);
  unsigned char c = 250;
  c *= 1.01;
  printf("%d\n", c);
  char small = 10;
  small -= 0.5f;
  printf("%d\n", small);
  long big = LONG_MAX;
  big = (float)(big >> 1);
  printf("%ld\n", big);
  printf("%d %f\n", 7 / 2, 7 / 2.0);
  printf("%f %f\n", 1 / 3.0f, 1 / 3.0);
  printf("%d %d %d\n", 0.0 == -0.0, 1 / 0.0 > 1e308, 1 / -0.0 < 0);
  double nan = 0.0 / 0.0;
  printf("%d %d %d %d\n", nan == nan, nan != nan, nan < 1, !(nan >= 1));
  printf("%d %d %d\n", !nan, nan ? 1 : 0, nan && 1);
  printf("%d %d\n", !0.0, !-0.0);
  if (0.5) printf("half is true\n");
  if (!(float)1e-50) printf("too small for a float\n");
  for (double x = 0; x < 1; x += 0.25) printf("%g ", x);
  printf("\n");
  double x = 5;
  printf("%g ", x++);
  printf("%g ", ++x);
  printf("%g ", x--);
  printf("%g\n", --x);
  return 0;
}
