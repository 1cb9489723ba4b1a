/* C11 6.4.4.2: decimal and hexadecimal floating constants, their types and exact values. */
#include <float.h>
#include <stdio.h>
#include <string.h>

#define T(x) _Generic((x), float: "float", double: "double", default: "other")

static void bits(const char *text, double x) {
  unsigned long b;
  memcpy(&b, &x, sizeof b);
  printf("%-28s %016lx %.17g\n", text, b, x);
}
static void bitsf(const char *text, float x) {
  unsigned b;
  memcpy(&b, &x, sizeof b);
  printf("%-28s %08x %.9g\n", text, b, x);
}
#define D(x) bits(#x, x)
#define F(x) bitsf(#x, x)

int main(void) {
  printf("%s %s %s %s\n", T(1.0), T(1.f), T(1e0), T(0x1p0F));
  printf("%zu %zu\n", sizeof 1.0, sizeof 1.0f);
  D(0.1);
  D(.1e1);
  D(1.);
  D(1e10);
  D(1E-10);
  D(1e+3);
  D(123456789.123456789);
  D(1.7976931348623157e308);
  D(2.2250738585072014e-308);
  D(4.9406564584124654e-324);
  D(2.2250738585072011e-308);
  D(9007199254740993.0);
  D(0.30000000000000004);
  D(0x1p0);
  D(0x1.8p1);
  D(0x.8p0);
  D(0x1P-1074);
  D(0X1.FFFFFFFFFFFFFP+1023);
  D(0xAp2);
  D(0x1.00000000000008p0);
  D(0x1.00000000000018p0);
  D(0x123456789abcdefp-8);
  D(1e-400);
  D(-0.0);
  F(0.1f);
  F(16777217.0f);
  F(3.4028234e38f);
  F(1e-45f);
  F(0x1.fffffep127f);
  F(0x1p-149f);
  F(1.17549435e-38F);
  F(0x1.000001p0f);
  D(0.1f);
  D(FLT_MAX);
  D(FLT_MIN);
  D(FLT_EPSILON);
  D(DBL_MAX);
  D(DBL_MIN);
  D(DBL_EPSILON);
  printf("%d %d %d %d\n", FLT_DIG, DBL_DIG, FLT_RADIX, DBL_MANT_DIG);
  printf("%d %d %d %d\n", DBL_MAX_EXP, DBL_MIN_EXP, DBL_MAX_10_EXP, FLT_MIN_10_EXP);
  float f = 0.1f;
  double d = 0.1;
  printf("%d %d %d\n", f == d, f == 0.1f, (double)f == 0.1f);
  return 0;
}
