/* Shifts of every width; compound shifts of narrow objects. */
#include <stdio.h>

int main(void) {
  int s = -256;
  unsigned u = 0x80000001u;
  for (int i = 0; i < 32; i += 3) printf("%d %u %u\n", s >> i, u >> i, u << i);
  unsigned char c = 0x81;
  c <<= 1;
  printf("%d\n", c);
  c = 0x81;
  c >>= 1;
  printf("%d\n", c);
  signed char sc = -128;
  sc >>= 3;
  printf("%d\n", sc);
  short h = 0x4000;
  h <<= 1;
  printf("%d\n", h);
  long l = 1;
  l <<= 40;
  l >>= 3;
  printf("%ld\n", l);
  int count = 5;
  printf("%lu %d\n", 1ul << (count * 9), 1 << count << 2);
  printf("%d\n", (1 << 31) < 0);
  return 0;
}
