#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  char *end;
  printf("%d %d %ld\n", atoi(" 42abc"), atoi("-7"), atol("99999999999"));
  long l = strtol("0x1fz", &end, 0);
  printf("%ld %s\n", l, end);
  printf("%ld %ld %ld %lu\n", strtol("777", NULL, 8), strtol("-zz", NULL, 36), strtol("  +12", &end, 10), strtoul("-1", NULL, 10));
  errno = 0;
  l = strtol("999999999999999999999", &end, 10);
  printf("%d %d\n", l == LONG_MAX, errno == ERANGE);
  const char *none = "none";
  strtol(none, &end, 10);
  printf("%d\n", end == none);
  printf("%.6f %.3e %g %s\n", atof("3.25xyz"), strtod("1e-5", NULL), strtod("0x1p4", NULL), (strtod("2.5rest", &end), end));
  div_t d = div(-17, 5);
  printf("%d %d %d %ld\n", d.quot, d.rem, abs(-5), labs(-6L));
  srand(42);
  int a = rand(), b = rand();
  srand(42);
  printf("%d %d %d\n", a == rand(), a, b % 100);
  printf("%d\n", rand_r(&(unsigned){1}));
  return 0;
}
