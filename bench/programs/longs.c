#include <stdio.h>

int main(void) {
  unsigned long a = 0, b = 1, m = (1UL << 32) + 1103515245;
  for (int i = 0; i < 5000000; i++) {
    b = b * m + 12345;
    a ^= b;
    a += b;
  }
  printf("%lu\n", a);
  return 0;
}
