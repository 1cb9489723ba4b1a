/* Every integer width and signedness: wrap-around, promotion, sizes. */
#include <stdio.h>

int main(void) {
  signed char sc = 127;
  unsigned char uc = 255;
  short s = 32767;
  unsigned short us = 65535;
  unsigned int u = 4294967295u;
  unsigned long ul = 18446744073709551615ul;
  char c = (char)200;
  sc++;
  uc++;
  s++;
  us++;
  u++;
  ul++;
  printf("%d %d %d %d %u %lu %d\n", sc, uc, s, us, u, ul, c);
  uc = 300 & 0xff;
  sc = (signed char)0x80;
  us = (unsigned short)-1;
  printf("%d %d %d\n", uc, sc, us);
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof(char), sizeof(short), sizeof(int), sizeof(long),
         sizeof(long long), sizeof(void *));
  printf("%d %d\n", (unsigned char)200 + (unsigned char)100, (short)30000 + (short)30000);
  uc = 200;
  uc += 100;
  printf("%d\n", uc);
  sc = 100;
  sc += 100;
  printf("%d\n", sc);
  s = -1;
  us = s;
  u = s;
  ul = s;
  printf("%d %u %lu\n", us, u, ul);
  printf("%d %d\n", -1 < 1u, -1L < 1u);
  printf("%d\n", (unsigned char)255 == (signed char)-1);
  unsigned char a = 0x0f;
  printf("%d %d\n", ~a, (unsigned char)~a);
  long big = 1L << 40;
  int cut = (int)big;
  printf("%ld %d %d\n", big, cut, (int)(big + 7));
  _Bool b = 256;
  b += 5;
  printf("%d %d %d\n", b, (_Bool)0.25, (_Bool)(char)256);
  return 0;
}
