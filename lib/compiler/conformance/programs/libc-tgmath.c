/* tgmath.h: the function follows the argument's type. */
#include <stdio.h>
#include <tgmath.h>

int main(void) {
  float f = 2;
  double d = 2;
  int i = 2;
  printf("%d %d %d\n", (int)sizeof(sqrt(f)), (int)sizeof(sqrt(d)), (int)sizeof(sqrt(i)));
  printf("%d %d %d\n", (int)sizeof(pow(f, f)), (int)sizeof(pow(f, d)), (int)sizeof(pow(i, f)));
  printf("%.9g %.17g %.17g\n", sqrt(f), sqrt(d), sqrt(i));
  printf("%.9g %.9g %.9g\n", exp(f), sin(f), fabs(-f));
  printf("%.9g %.17g\n", atan2(f, f), atan2(d, f));
  printf("%g %g %g\n", floor(2.5f), ceil(2.5), round(-2.5f));
  printf("%ld %d\n", lround(2.5f), ilogb(8.0f));
  printf("%g %g\n", ldexp(f, 3), fma(f, f, f));
  return 0;
}
