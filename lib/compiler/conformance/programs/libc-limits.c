/* The constants of limits.h, stdint.h and float.h. */
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

int main(void) {
  printf("%d %d %d %d %d %d %d\n", CHAR_BIT, SCHAR_MIN, SCHAR_MAX, UCHAR_MAX, CHAR_MIN, CHAR_MAX, MB_LEN_MAX);
  printf("%d %d %d %d %d %u\n", SHRT_MIN, SHRT_MAX, USHRT_MAX, INT_MIN, INT_MAX, UINT_MAX);
  printf("%ld %ld %lu %lld %lld %llu\n", LONG_MIN, LONG_MAX, ULONG_MAX, LLONG_MIN, LLONG_MAX, ULLONG_MAX);
  printf("%d %d %d %ld\n", PATH_MAX, NAME_MAX, PIPE_BUF, (long)SSIZE_MAX);
  printf("%d %d %d %d %u %u\n", INT8_MIN, INT16_MAX, INT32_MIN, UINT8_MAX, UINT32_MAX, UINT16_MAX);
  printf("%ld %lu %ld %lu\n", INT64_MIN, UINT64_MAX, INTMAX_MAX, UINTMAX_MAX);
  printf("%d %d %ld %ld %lu %lu\n", INT_LEAST8_MAX, INT_FAST8_MIN, (long)INT_FAST16_MAX, (long)INT_FAST32_MIN, (unsigned long)UINT_FAST64_MAX, (unsigned long)UINT_LEAST16_MAX);
  printf("%ld %ld %lu %ld %d %d %d %u\n", INTPTR_MIN, PTRDIFF_MAX, SIZE_MAX, (long)INTPTR_MAX, SIG_ATOMIC_MIN, WCHAR_MIN, WCHAR_MAX, WINT_MAX);
  printf("%zu %zu %zu %zu %zu\n", sizeof(int_fast8_t), sizeof(int_fast16_t), sizeof(int_least32_t), sizeof(intmax_t), sizeof(uintptr_t));
  printf("%d %d %d %d %d %d\n", FLT_RADIX, FLT_MANT_DIG, DBL_MANT_DIG, FLT_DIG, DBL_DIG, FLT_EVAL_METHOD);
  printf("%d %d %d %d %d %d %d %d\n", FLT_MIN_EXP, FLT_MAX_EXP, DBL_MIN_EXP, DBL_MAX_EXP, FLT_MIN_10_EXP, FLT_MAX_10_EXP, DBL_MIN_10_EXP, DBL_MAX_10_EXP);
  printf("%a %a %a %a\n", FLT_MAX, FLT_MIN, FLT_EPSILON, FLT_TRUE_MIN);
  printf("%a %a %a %a\n", DBL_MAX, DBL_MIN, DBL_EPSILON, DBL_TRUE_MIN);
  printf("%d %d %d %d\n", FLT_DECIMAL_DIG, DBL_DECIMAL_DIG, FLT_HAS_SUBNORM, FLT_ROUNDS);
  printf("%ld %lu %" PRId64 "\n", (long)INT64_C(5), (unsigned long)UINT64_C(6), INT64_C(-7));
  return 0;
}
