/* and, or, xor, not; population counts and masks. */
#include <stdint.h>
#include <stdio.h>

static int bits(uint64_t x) {
  int n = 0;
  while (x) {
    x &= x - 1;
    n++;
  }
  return n;
}

static uint32_t reverse(uint32_t x) {
  uint32_t r = 0;
  for (int i = 0; i < 32; i++) {
    r = r << 1 | (x & 1);
    x >>= 1;
  }
  return r;
}

int main(void) {
  int a = 0x5a5a, b = 0x0ff0;
  printf("%x %x %x %x\n", a & b, a | b, a ^ b, ~a);
  uint64_t x = 0x0123456789abcdef, y = 0xff00ff00ff00ff00;
  printf("%lx %lx %lx %lx\n", x & y, x | y, x ^ y, ~x);
  printf("%d %d %d\n", bits(x), bits(~0ul), bits(0));
  printf("%x\n", reverse(0x12345678));
  a &= ~0xff;
  a |= 1;
  a ^= 0x3;
  printf("%x\n", a);
  x &= 0xffffffff;
  x |= 1ul << 63;
  x ^= 0xf;
  printf("%lx\n", x);
  printf("%d\n", -8 & 7);
  printf("%d\n", (5 & 3) == 1 && (5 | 3) == 7 && (5 ^ 3) == 6);
  uint8_t flags = 0;
  for (int i = 0; i < 8; i += 2) flags |= (uint8_t)(1 << i);
  printf("%x %x\n", flags, (uint8_t)~flags);
  return 0;
}
