#include <stdio.h>

int main(void) {
  unsigned x = 1, s = 0;
  for (int i = 0; i < 10000000; i++) {
    x = x * 1103515245u + 12345u;
    s ^= x >> 16;
  }
  printf("%u\n", s);
  return 0;
}
