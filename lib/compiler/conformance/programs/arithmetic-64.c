#include <stdint.h>
#include <stdio.h>
static uint64_t next(uint64_t *s) { *s ^= *s << 13; *s ^= *s >> 7; *s ^= *s << 17; return *s; }
int main(void) {
  uint64_t s = 88172645463325252ULL, sum = 0;
  for (int i = 0; i < 200; i++) {
    uint64_t a = next(&s), b = next(&s) >> (i % 60);
    int64_t sa = (int64_t)a, sb = (int64_t)(b | 1);
    sum += a * b + a / (b | 1) + a % (b | 1);
    sum ^= (uint64_t)(sa / sb) + (uint64_t)(sa % sb) * 31;
    sum += (a << (i % 64)) ^ (a >> (i % 63)) ^ (uint64_t)(sa >> (i % 61));
    sum += (a < b) + 2 * (sa < sb) + 4 * (a == b) + 8 * (sa >= sb);
    if (i % 40 == 0) printf("%016lx %ld %lu\n", sum, sa / sb, a % (b | 1));
  }
  printf("%lx\n", sum);
  printf("%ld %ld %ld %ld\n", -7L / 2, -7L % 2, 7L / -2, 7L % -2);
  printf("%lu %lu\n", 0xffffffffffffffffUL * 0xffffffffUL, 123456789123UL * 987654321UL);
  long big = 1L << 40;
  printf("%ld %ld %ld\n", big * 3 - 1, (big | 5) & 0xff, -big >> 3);
  return (int)(sum & 0x7f);
}
