/* From the compiler's own trials: wide-things. */
#include <stdio.h>
#include <stddef.h>
#include <limits.h>
#include <stdint.h>
int main(void) {
  wchar_t w[] = L"wide \u00e9"; printf("%zu %d %d\n", sizeof w / sizeof *w, w[5], L'x');
  uint16_t *u = (uint16_t *)u"ab"; printf("%d %d\n", u[0], u[2]);
  long double ld = 1.5L; ld *= 2; printf("%d %g\n", ld == 3, (double)ld);
  unsigned long long ull = 1; ull <<= 63; printf("%llu %lld\n", ull, (long long)ull);
  printf("%d %d\n", 'ab', sizeof('a') == sizeof(int));
  printf("%ld %lu %d\n", 2147483648, 0xffffffffffffffff, -2147483647 - 1);
  printf("%d\n", (char)0x1ff); printf("%d %d\n", INT_MAX, INT_MIN); printf("%x\n", 1u << 31);
  unsigned u1 = 5; int i1 = -10; printf("%d %u %ld\n", u1 + i1 > 0, u1 + i1, (long)u1 + i1);
  short s = -5; unsigned short us = 65535; printf("%d %d %d\n", s < us, s + us, (unsigned)s < us);
  long l = INT_MIN; l = -l; printf("%ld\n", l);
  int64_t big = INT64_MIN; printf("%ld\n", big); big = big / 3 * 2 + big % 1000; printf("%ld\n", big);
  uint64_t h = 14695981039346656037u; for (int i = 0; i < 100; i++) { h ^= i; h *= 1099511628211u; } printf("%lx %lu\n", h, h % 1000003);
  float f = 16777216.0f; f += 1; printf("%.1f\n", f); double d = 9007199254740992.0; d += 1; printf("%.1f\n", d);
  printf("%d %d %d\n", (int)(0.1f + 0.2f == 0.3f), (int)((0.1 + 0.2) * 10), (int)-0.99);
  unsigned char c = 255; c += 1; printf("%d %d\n", c, (c - 1) >> 1); c = -1; printf("%d\n", c >> 4 == 15);
  signed char sc = -1; printf("%d %u %d\n", sc >> 1, (unsigned)sc >> 28, (unsigned char)sc);
  printf("%lu\n", (unsigned long)-1.0f == 0 ? 1ul : 2ul);
  return 0;
}
