/* A cast of a bit-field makes a value of the cast's type, also behind a comma: what printf gets is as wide. */
#include <stdio.h>

int main(void) {
  struct {
    unsigned short low : 2;
    unsigned long middle : 50;
    long long high : 2;
    unsigned long long wide : 40;
  } s = {3, 1, -1, 0xffffffffffULL};
  printf("%lld\n", (long long)s.high);
  printf("%lld\n", (long long)((void)s.low, s.high));
  printf("%lu\n", (unsigned long)((void)0, s.middle));
  printf("%llu\n", (unsigned long long)(s.low, s.wide));
  printf("%d\n", (s.low, s.high));
  return 0;
}
