/* printf of floating-point numbers. */
#include <math.h>
#include <stdio.h>

int main(void) {
  double v[] = {0, 1, -1, 3.14159265358979, -2.5, 1e10, 1.5e-7, 123456789.125, 1e100, 0.1, 99999.95,
                1e-320, -0.0};
  const char *formats[] = {"[%f]", "[%.0f]", "[%.2f]", "[%10.3f]", "[%-12.1f]", "[%+f]", "[%012.4f]",
                           "[%e]", "[%.0e]", "[%.3E]", "[%g]", "[%.3g]", "[%G]", "[%#g]", "[%#.0f]",
                           "[% .1f]", "[%.10g]", "[%.17g]", "[%15g]"};
  for (unsigned f = 0; f < sizeof formats / sizeof *formats; f++) {
    for (unsigned i = 0; i < sizeof v / sizeof *v; i++) printf(formats[f], v[i]);
    printf("\n");
  }
  printf("%f %F %g %5.1f|%-8f|%08f\n", INFINITY, -INFINITY, NAN, INFINITY, INFINITY, INFINITY);
  printf("%.1f %.1f %.1f %.1f %.0f %.0f %.0f\n", 0.25, 0.35, 0.05, 2.45, 0.5, 1.5, 2.5);
  printf("%.20f\n%.30f\n", 0.1, 1.0 / 3);
  printf("%a %a %a\n", 1.0, 0.5, -3.75);
  float f = 1.1f;
  printf("%f %.10f %g\n", f, f, f);
  printf("%*.*f|%-*.*f|\n", 10, 2, 3.14159, 10, 3, 2.71828);
  printf("%lf %Lf\n", 1.25, 1.25L);
  for (int i = -6; i < 18; i += 3) printf("%g ", pow(10, i));
  printf("\n");
  return 0;
}
