/* C11 6.4.4.1: the type and value of integer constants in every base and with every suffix. */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

#define T(x)                                                                             \
  _Generic((x), int: "int", unsigned: "unsigned", long: "long", unsigned long: "ulong", \
           long long: "llong", unsigned long long: "ullong", default: "?")
#define SHOW(x) printf("%-26s %-8s %zu %lx\n", #x, T(x), sizeof(x), (unsigned long)(x))

int main(void) {
  SHOW(0);
  SHOW(00);
  SHOW(0x0);
  SHOW(2147483647);
  SHOW(2147483648);
  SHOW(-2147483648);
  SHOW(0x7fffffff);
  SHOW(0x80000000);
  SHOW(0xffffffff);
  SHOW(0x100000000);
  SHOW(037777777777);
  SHOW(040000000000);
  SHOW(9223372036854775807);
  SHOW(0x8000000000000000);
  SHOW(0xFFFFFFFFFFFFFFFF);
  SHOW(01777777777777777777777);
  SHOW(1u);
  SHOW(1U);
  SHOW(4294967295u);
  SHOW(4294967296u);
  SHOW(1l);
  SHOW(1L);
  SHOW(1ul);
  SHOW(1UL);
  SHOW(1lu);
  SHOW(1LU);
  SHOW(1ll);
  SHOW(1LL);
  SHOW(1ull);
  SHOW(1llu);
  SHOW(1ULL);
  SHOW(1LLU);
  SHOW(1uLL);
  SHOW(0b101);
  SHOW(0B11111111u);
  SHOW(0xAbCdEf);
  SHOW('a');
  SHOW('\0');
  SHOW('\377');
  SHOW('\xff');
  SHOW('ab');
  SHOW('abcd');
  SHOW(L'a');
  SHOW(u'a');
  SHOW(U'a');
  SHOW(INT_MIN);
  SHOW(INT_MAX);
  SHOW(UINT_MAX);
  SHOW(LONG_MIN);
  SHOW(LONG_MAX);
  SHOW(ULONG_MAX);
  SHOW(LLONG_MIN);
  SHOW(LLONG_MAX);
  SHOW(ULLONG_MAX);
  SHOW(CHAR_MIN);
  SHOW(SCHAR_MIN);
  SHOW(UCHAR_MAX);
  SHOW(SHRT_MIN);
  SHOW(USHRT_MAX);
  SHOW(INT8_C(5));
  SHOW(UINT32_C(5));
  SHOW(INT64_C(5));
  SHOW(UINT64_C(5));
  SHOW(INTMAX_C(5));
  SHOW(SIZE_MAX);
  SHOW(PTRDIFF_MIN);
  return 0;
}
