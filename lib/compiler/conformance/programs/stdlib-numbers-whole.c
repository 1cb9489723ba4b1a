/* atoi, strtol, strtod, abs, div, rand with a seed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  printf("%d %d %d %ld\n", atoi("42"), atoi("  -17abc"), atoi("x"), atol("123456789012"));
  printf("%g %g\n", atof("2.5e3"), atof(".5x"));
  const char *numbers[] = {"123", "-0x1F", "0777", "  +9", "12abc", "z", "99999999999999999999",
                           "-99999999999999999999", "0x", "1e5"};
  for (int i = 0; i < 10; i++) {
    char *end;
    errno = 0;
    long v = strtol(numbers[i], &end, 0);
    printf("%ld [%s] %d\n", v, end, errno == ERANGE);
  }
  printf("%ld %ld %ld\n", strtol("zz", NULL, 36), strtol("101", NULL, 2), strtol("-ff", NULL, 16));
  printf("%lu %lu\n", strtoul("4294967296", NULL, 10), strtoul("-1", NULL, 10));
  const char *reals[] = {"3.25", "-1e-5xyz", "inf", "  .5", "1e400", "0x1.8p3", "abc", "1.", "1e"};
  for (int i = 0; i < 9; i++) {
    char *end;
    double d = strtod(reals[i], &end);
    printf("%g [%s]\n", d, end);
  }
  printf("%d %ld %d\n", abs(-5), labs(-1L << 40), abs(7));
  div_t q = div(-17, 5);
  ldiv_t l = ldiv(1L << 40, 1000);
  printf("%d %d %ld %ld\n", q.quot, q.rem, l.quot, l.rem);
  srand(42);
  int first = rand(), in_range = 1;
  for (int i = 0; i < 1000; i++) {
    int r = rand();
    in_range &= r >= 0 && r <= RAND_MAX;
  }
  srand(42);
  printf("%d %d\n", rand() == first, in_range);
  return EXIT_FAILURE;
}
