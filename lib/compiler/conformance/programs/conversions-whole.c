/* All pairs of arithmetic types, back and forth. */
#include <stdio.h>

#define SHOW(type, value)                                                                       \
  do {                                                                                          \
    type v = (type)(value);                                                                     \
    printf("%d %d %d %d %d %d %u %ld %lu %g %g\n", (_Bool)v, (signed char)v, (unsigned char)v,  \
           (short)v, (unsigned short)v, (int)v, (unsigned)v, (long)v, (unsigned long)v,         \
           (float)v, (double)v);                                                                \
  } while (0)

int main(void) {
  SHOW(_Bool, 7);
  SHOW(char, -3);
  SHOW(signed char, -128);
  SHOW(unsigned char, 255);
  SHOW(short, -32768);
  SHOW(unsigned short, 65535);
  SHOW(int, -2147483647);
  SHOW(int, 305419896);
  SHOW(unsigned, 4294967295u);
  SHOW(long, -1);
  SHOW(long, 1311768467463790320);
  SHOW(unsigned long, 9223372036854775807ul);
  SHOW(float, 100.75);
  SHOW(double, 100.5);
  SHOW(double, 0.25);
  int i = -5;
  unsigned u = i;
  long l = u;
  long m = i;
  printf("%u %ld %ld\n", u, l, m);
  float f = 123456789;
  printf("%.1f\n", f);
  double d = 123456789012345678;
  printf("%.1f\n", d);
  printf("%d\n", (int)'\xff');
  printf("%lu\n", (unsigned long)(unsigned char)'\xff');
  return 0;
}
