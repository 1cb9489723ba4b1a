/* Every flag, width and precision with every floating conversion. */
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void) {
  static const char *const flags[] = {"", "-", "+", " ", "#", "0", "+0", "#0"};
  static const char *const sizes[] = {"", "14", ".0", ".1", "12.3", ".10", ".17"};
  static const char kinds[] = "fFeEgGaA";
  static const double values[] = {0.0, -0.0, 1.0, -2.5, 0.1, 123456.789, 999999.5, 1e-5, 1e21, 5e-324, 1.0 / 3, INFINITY, -INFINITY};
  char format[40];
  for (int f = 0; f < 8; f++)
    for (int s = 0; s < 7; s++)
      for (int k = 0; kinds[k]; k++) {
        if ((kinds[k] == 'g' || kinds[k] == 'G') && flags[f][0] == '#') continue;
        snprintf(format, sizeof format, "%%%s%s%c", flags[f], sizes[s], kinds[k]);
        printf("%s", format);
        for (int v = 0; v < 13; v++) {
          putchar('|');
          printf(format, values[v]);
        }
        putchar('\n');
      }
  printf("%f %e %g %a %F %G\n", NAN, NAN, NAN, -NAN, NAN, NAN);
  printf("%05f|%-8f|%+f|% f\n", INFINITY, INFINITY, INFINITY, INFINITY);
  printf("%.3f %.3f %.3f %.0f %.0f %.0f %.0f\n", 1.0005, 1.0015, 2.0025, 0.5, 1.5, 2.5, 3.5);
  printf("%f\n%e\n%g\n", DBL_MAX, DBL_MAX, DBL_MAX);
  printf("%.400f\n", DBL_MIN);
  printf("%.1100e\n", 5e-324);
  printf("%.50g %.60f\n", 0.1, 1e-10);
  printf("%#g %#.3g %#x %#.0e %#.0f\n", 1.0, 2.0, 10, 3.0, 4.0);
  printf("%*.*f|%-*.*e|\n", 10, 2, 3.14159, 12, 3, 2.71828);
  printf("%Lf %Lg %Le\n", 1.5L, 2.25L, 3.0L);
  printf("%a %a %a %.2a %.0a %.1a\n", 1.0, 0.5, 1e-310, 1.999, 1.5, 1.96875);
  return 0;
}
