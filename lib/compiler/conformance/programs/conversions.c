#include <stdio.h>
int main(void) {
  int i = -1;
  unsigned u = 1;
  printf("%d %d\n", i < (int)u, i < u);
  long l = i;
  unsigned long ul = i;
  printf("%ld %lu %lx\n", l, ul, (unsigned long)(unsigned)i);
  printf("%d %d %d\n", (char)300, (short)70000, (int)5000000000L);
  printf("%d %u %ld\n", (int)3.99, (unsigned)3e9, (long)-2.5);
  printf("%.1f %.1f %.1f\n", (double)7 / 2, 7 / 2 * 1.0, (float)1 / 3 * 3);
  unsigned char uc = 0xf0;
  printf("%d %d %d\n", ~uc, (unsigned char)~uc, uc << 4);
  printf("%d\n", sizeof(uc + uc) == sizeof(int));
  _Bool b = 42;
  printf("%d %d\n", b, (_Bool)0.25);
  printf("%lu\n", (unsigned long)-1 / 2);
  printf("%ld %lu\n", (long)(int)0x80000000u, (unsigned long)(int)0x80000000u);
  printf("%.0f %.0f\n", (double)18446744073709551615UL, (double)(1UL << 63));
  printf("%lu %ld\n", (unsigned long)1e19, (long)-9e18);
  return 0;
}
