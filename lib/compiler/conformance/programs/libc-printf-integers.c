/* Every flag, width and precision with every integer conversion. */
#include <inttypes.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

int main(void) {
  static const char *const flags[] = {"", "-", "+", " ", "#", "0", "-+", "+0", " 0", "#0", "-#", "- 0", "'"};
  static const char *const sizes[] = {"", "6", ".3", "8.4", ".0", "12", "1.1"};
  static const char kinds[] = "diouxX";
  static const int values[] = {0, 1, -1, 255, 4096, INT_MIN, INT_MAX};
  char format[40];
  for (int f = 0; f < (int)(sizeof flags / sizeof *flags); f++)
    for (int s = 0; s < (int)(sizeof sizes / sizeof *sizes); s++) {
      for (int k = 0; kinds[k]; k++) {
        snprintf(format, sizeof format, "%%%s%s%c", flags[f], sizes[s], kinds[k]);
        printf("%s", format);
        for (int v = 0; v < 7; v++) {
          putchar('|');
          printf(format, values[v]);
        }
      }
      putchar('\n');
    }
  printf("%hhd %hhu %hd %hu %ld %lu %lld %llu\n", 300, 300, 70000, 70000, LONG_MIN, ULONG_MAX, LLONG_MIN, ULLONG_MAX);
  printf("%jd %ju %zd %zu %td %hhx %hx %lx %llo\n", INTMAX_MIN, UINTMAX_MAX, (ptrdiff_t)-5, (size_t)-1, (ptrdiff_t)-7, 0x1234, 0x12345, 0xfedcba9876543210ul, 01777777777777777777777ll);
  printf("%" PRId8 " %" PRIu16 " %" PRIx32 " %" PRIX64 " %" PRIo64 " %" PRIdMAX " %" PRIuPTR "\n", (int8_t)-3, (uint16_t)65535, 0xabcdu, UINT64_C(0xdeadbeefcafe), UINT64_C(8), INTMAX_C(-9), (uintptr_t)12);
  printf("%*d|%-*d|%*d|%.*d|%.*d|%*.*d|\n", 5, 42, 5, 42, -5, 42, 4, 42, -1, 42, 7, 3, 42);
  printf("%2$d %1$d %2$*3$d|%1$.*3$d|\n", 1, 2, 6);
  return 0;
}
