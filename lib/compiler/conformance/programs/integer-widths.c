#include <limits.h>
#include <stdio.h>
int main(void) {
  signed char c = 127; c++;
  unsigned char uc = 255; uc++;
  short s = -32768; s--;
  unsigned short us = 0; us--;
  unsigned int ui = UINT_MAX; ui += 2;
  unsigned long ul = ULONG_MAX; ul += 3;
  printf("%d %d %d %d %u %lu\n", c, uc, s, us, ui, ul);
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long), sizeof(void *));
  printf("%d %d %d %ld %ld\n", SCHAR_MIN, SHRT_MAX, INT_MIN, LONG_MIN, LONG_MAX);
  char ch = (char)200;
  printf("%d %u\n", ch, (unsigned char)ch);
  return c == -128 && uc == 0 ? 7 : 1;
}
