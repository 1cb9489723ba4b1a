/* 64-bit multiplication, division, remainder and shifts at their edges. */
#include <limits.h>
#include <stdio.h>

static unsigned long mix(unsigned long x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdul;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ul;
  x ^= x >> 33;
  return x;
}

int main(void) {
  long values[] = {0, 1, -1, 2, -2, 7, -7, 1000000007, -1000000007, 4294967295L, 4294967296L,
                   -4294967297L, LONG_MAX, LONG_MIN + 1, 123456789012345L};
  int n = sizeof values / sizeof values[0];
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      long a = values[i], b = values[j];
      unsigned long ua = (unsigned long)a, ub = (unsigned long)b;
      printf("%lx %lx %lx", ua * ub, ua + ub, ua - ub);
      if (b != 0) printf(" %ld %ld %lu %lu", a / b, a % b, ua / ub, ua % ub);
      printf(" %d%d%d%d%d%d\n", a < b, a <= b, ua < ub, ua <= ub, a == b, a != b);
    }
  }
  for (int i = 0; i < 64; i++) {
    unsigned long u = 0x8123456789abcdeful;
    long s = (long)u;
    printf("%d %lx %lx %lx\n", i, u << i, u >> i, (unsigned long)(s >> i));
  }
  unsigned long h = 1;
  for (int i = 0; i < 10; i++) {
    h = mix(h + (unsigned long)i);
    printf("%lu\n", h);
  }
  printf("%ld %lu\n", LONG_MIN, ULONG_MAX);
  printf("%ld\n", -LONG_MAX - 1);
  return 0;
}
