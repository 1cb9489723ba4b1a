#include <stdio.h>

int main(void) {
  int a[16] = {0};
  for (int i = 0; i < 10000000; i++) a[i & 15] ^= i;
  printf("%d\n", a[3]);
  return 0;
}
