/* strtol and its kind on a table of texts and bases. */
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  static const char *const texts[] = {"0", "123", "-123", "+7", "  42abc", "0x1F", "0X1f", "0x", "0xg", "017", "08", "zz", "-", "+", "", "abc", "9223372036854775807", "9223372036854775808",
                                      "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "-1", "99999999999999999999999", "\n\t 5", "1_000", "- 5", "0b101"};
  static const int bases[] = {0, 2, 8, 10, 16, 36};
  for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++)
    for (int b = 0; b < 6; b++) {
      char *end;
      errno = 0;
      long n = strtol(texts[i], &end, bases[b]);
      printf("[%s] %d: %ld %ld %d", texts[i], bases[b], n, (long)(end - texts[i]), errno == ERANGE);
      errno = 0;
      unsigned long u = strtoul(texts[i], &end, bases[b]);
      printf(" %lu %ld %d\n", u, (long)(end - texts[i]), errno == ERANGE);
    }
  errno = 0;
  printf("%ld", strtol("12", NULL, 1));
  printf(" %d", errno == EINVAL);
  errno = 0;
  printf(" %ld", strtol("12", NULL, 37));
  printf(" %d\n", errno == EINVAL);
  printf("%d %ld %lld\n", atoi("  -12x"), atol("123456789012"), atoll("-9223372036854775808"));
  printf("%lld %llu\n", strtoll("-77", NULL, 10), strtoull("77", NULL, 8));
  printf("%jd %ju\n", strtoimax("-5", NULL, 10), strtoumax("ff", NULL, 16));
  imaxdiv_t q = imaxdiv(-7, 2);
  div_t d = div(-7, 2);
  ldiv_t l = ldiv(7, -2);
  lldiv_t ll = lldiv(-7, -2);
  printf("%jd %jd %d %d %ld %ld %lld %lld %jd\n", q.quot, q.rem, d.quot, d.rem, l.quot, l.rem, ll.quot, ll.rem, imaxabs(-9));
  return 0;
}
