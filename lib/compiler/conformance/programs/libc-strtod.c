/* strtod, strtof and their kind on a table of texts. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  static const char *const texts[] = {
      "0", "-0", "1", "+1.5", "  2.25xyz", ".5", "5.", ".", "-.e1", "1e", "1e+", "1e5", "1E-5x", "1e400", "-1e400", "1e-400", "4.9e-324", "2e-324", "2.5e-324",
      "1.7976931348623157e308", "1.7976931348623159e308", "2.2250738585072011e-308", "2.2250738585072014e-308", "0x10", "0x1.8p3", "0x.8", "0x", "0xg", "0x1p-1074", "0x1p-1075",
      "0x1.fffffffffffff8p1023", "0x1.00000000000008p0", "0x1.00000000000018p0", "inf", "-INFINITY", "infin", "nan", "NAN(123)", "nan(", "-nan", "abc", "", " ", "1,5", "123456789012345678901234567890",
      "9007199254740993", "9007199254740992.9999999999999999", "0.1", "0.30000000000000004", "1.00000017881393432617187499", "1.00000017881393432617187500", "1.00000017881393432617187501",
      "3.4028235e38", "3.4028236e38", "1.4e-45", "7e-46", "7.1e-46", "1.1754943e-38", "1.1754942e-38", "\t\n 7 8", "1e1000000000000", "0e1000000000000", "1.0e-9999999999", "00012.5e0010"};
  for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++) {
    char *end, *end_single;
    errno = 0;
    double d = strtod(texts[i], &end);
    int error = errno;
    errno = 0;
    float f = strtof(texts[i], &end_single);
    printf("[%s] %a %ld %s; %a %ld %s\n", texts[i], d, (long)(end - texts[i]), error == ERANGE ? "range" : "", (double)f, (long)(end_single - texts[i]), errno == ERANGE ? "range" : "");
  }
  printf("%g %g %g\n", atof("3.5abc"), atof(""), atof("-1e3"));
  return 0;
}
