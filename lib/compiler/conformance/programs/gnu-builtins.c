/* GNU C: builtin functions that programs and headers use. */
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct s {
  int a;
  struct { short x[4]; } b;
};
enum e { E };
static int noisy;
static int touch(int x) {
  noisy++;
  return x;
}
static int classify(int x) {
  if (x > 0) return 1;
  if (x <= 0) return 0;
  __builtin_unreachable();
}
static int sum(int n, ...) {
  __builtin_va_list ap, again;
  __builtin_va_start(ap, n);
  __builtin_va_copy(again, ap);
  int total = 0;
  for (int i = 0; i < n; i++) total += __builtin_va_arg(ap, int);
  __builtin_va_end(ap);
  total = total * 10 + __builtin_va_arg(again, int);
  __builtin_va_end(again);
  return total;
}

int main(void) {
  volatile unsigned v = 0x00f00100, z = 1;
  volatile unsigned long w = 0x0000ff0000000000;
  printf("%d %d %d %d\n", __builtin_clz(v), __builtin_ctz(v), __builtin_clzl(w), __builtin_ctzll(w));
  printf("%d %d %d\n", __builtin_clz(z), __builtin_ctz(0x80000000), __builtin_clzll(1));
  printf("%d %d %d\n", __builtin_popcount(v), __builtin_popcountl(w), __builtin_popcountll(-1ull));
  printf("%d %d %d\n", __builtin_parity(7), __builtin_parityl(w), __builtin_parity(v));
  printf("%d %d %d %d %d\n", __builtin_ffs(0), __builtin_ffs(8), __builtin_ffsl(1l << 40), __builtin_ffsll(0), __builtin_ffs(-1));
  printf("%d %d %d\n", __builtin_clrsb(0), __builtin_clrsb(-1), __builtin_clrsbl(255));
  printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678), __builtin_bswap64(0x0102030405060708));
  printf("%d %ld %lld\n", __builtin_abs(-5), __builtin_labs(-6l), __builtin_llabs(-7ll));
  printf("%zu %zu\n", __builtin_offsetof(struct s, b), __builtin_offsetof(struct s, b.x[2]));
  printf("%d %d %d %d\n", __builtin_types_compatible_p(int, const int), __builtin_types_compatible_p(int, long),
         __builtin_types_compatible_p(int[], int[5]), __builtin_types_compatible_p(enum e, unsigned));
  printf("%d %d\n", __builtin_constant_p(3 + 4), __builtin_constant_p(noisy));
  printf("%s %d\n", __builtin_choose_expr(1, "chosen", touch(1)), __builtin_choose_expr(sizeof(long) == 4, "x", 5));
  printf("%ld %d\n", __builtin_expect(3 > 2, 1), __builtin_expect(0, 0) ? 1 : 2);
  int r;
  long l;
  unsigned u;
  unsigned char c;
  printf("%d ", __builtin_add_overflow(INT_MAX, 1, &r));
  printf("%d\n", r);
  printf("%d ", __builtin_add_overflow(INT_MAX, 1, &l));
  printf("%ld\n", l);
  printf("%d ", __builtin_sub_overflow(1u, 2u, &u));
  printf("%u\n", u);
  printf("%d ", __builtin_mul_overflow(100000, 100000, &r));
  printf("%d\n", r);
  printf("%d ", __builtin_mul_overflow(16, 16, &c));
  printf("%d\n", c);
  printf("%d ", __builtin_sub_overflow(-1, 0, &u));
  printf("%u\n", u);
  printf("%d ", __builtin_mul_overflow(LONG_MAX, 2ul, &l));
  printf("%ld\n", l);
  printf("%d ", __builtin_sadd_overflow(2, 3, &r));
  printf("%d ", r);
  printf("%d ", __builtin_umul_overflow(65536, 65536, &u));
  printf("%u ", u);
  printf("%d ", __builtin_saddl_overflow(LONG_MIN, -1, &l));
  printf("%ld\n", l);
  printf("%d %d\n", __builtin_add_overflow_p(INT_MAX, 1, 0), __builtin_mul_overflow_p(3, 4, 0));
  printf("%d %d\n", classify(3), classify(-3));
  printf("%d\n", sum(3, 1, 2, 3));
  char buffer[16];
  __builtin_memset(buffer, 'x', 5);
  buffer[5] = 0;
  printf("%zu %d %s\n", __builtin_strlen(buffer), __builtin_strcmp("a", "b") < 0, buffer);
  __builtin_memcpy(buffer, "copy", 5);
  __builtin_printf("%s\n", buffer);
  printf("%d %d %d\n", __builtin_isnan(__builtin_nan("")), __builtin_isinf(__builtin_inf()) != 0, __builtin_huge_val() > 1e308);
  printf("%g %g\n", __builtin_fabs(-2.5), __builtin_sqrt(16.0));
  printf("%d %d\n", __builtin_signbit(-1.0) != 0, __builtin_isgreater(2.0, 1.0));
  char *p = __builtin_alloca(10);
  __builtin_strcpy(p, "alloca");
  printf("%s\n", p);
  printf("%d\n", __builtin_expect_with_probability(5, 5, 0.9) == 5);
  printf("%d\n", noisy);
  printf("%d\n", (int)__builtin_object_size(buffer, 0) == -1 || __builtin_object_size(buffer, 0) == 16);
  __builtin_prefetch(buffer);
  int *aligned = __builtin_assume_aligned(&r, 4);
  *aligned = 3;
  printf("%d\n", r);
  return 0;
}
