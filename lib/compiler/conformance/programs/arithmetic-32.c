#include <stdio.h>
int main(void) {
  int a = -17, b = 5;
  unsigned ua = 4000000000u, ub = 7;
  printf("%d %d %d %d\n", a / b, a % b, a / -b, a % -b);
  printf("%u %u %u\n", ua / ub, ua % ub, ua * ub);
  printf("%d %d %u\n", a >> 2, a << 2 & 0xffff, ua >> 3);
  printf("%d %d %d %d\n", a & b, a | b, a ^ b, ~a);
  printf("%d %d %d\n", !a, !!a, -a);
  int x = 5;
  x += 3; x -= 1; x *= 4; x /= 3; x %= 6; x <<= 3; x >>= 1; x |= 1; x &= 0x1d; x ^= 3;
  printf("%d\n", x);
  int i = 3;
  int j = i++ + 10;
  int k = ++i * 2;
  int m = i-- - 1;
  int n = --i;
  printf("%d %d %d %d %d\n", i, j, k, m, n);
  printf("%d\n", 1 + 2 * 3 - 4 / 2 % 3 << 1 ^ 5 & 6 | 8);
  printf("%d %d\n", 5 > 3 == 1, (1, 2, 3));
  return 0;
}
