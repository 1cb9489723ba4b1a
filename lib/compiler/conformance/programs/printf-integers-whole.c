/* printf of integers: flags, widths, precisions, length modifiers. */
#include <inttypes.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

int main(void) {
  int v[] = {0, 1, -1, 42, -12345, INT_MAX, INT_MIN};
  const char *formats[] = {"[%d]", "[%5d]", "[%-5d]", "[%05d]", "[%+d]", "[% d]", "[%.3d]",
                           "[%8.3d]", "[%-8.3d]", "[%+08d]", "[%.0d]", "[%i]", "[%u]", "[%x]",
                           "[%X]", "[%#x]", "[%o]", "[%#o]", "[%08x]", "[%#010x]", "[%-#10x]"};
  for (unsigned f = 0; f < sizeof formats / sizeof *formats; f++) {
    for (unsigned i = 0; i < sizeof v / sizeof *v; i++) printf(formats[f], v[i]);
    printf("\n");
  }
  printf("%hhd %hhu %hd %hu\n", 300, 300, 70000, 70000);
  printf("%ld %lu %lld %llu %lx\n", LONG_MIN, ULONG_MAX, LLONG_MAX, ULLONG_MAX, LONG_MAX);
  printf("%zu %zd %td %jd\n", (size_t)12, (ssize_t)-3, (ptrdiff_t)-4, (intmax_t)-5);
  printf("%" PRId64 " %" PRIu8 " %" PRIx32 "\n", INT64_MIN, (uint8_t)255, 0xdeadbeefu);
  printf("%*d|%-*d|%.*d|%*d\n", 6, 1, 6, 2, 4, 3, -6, 4);
  printf("%c%c%c|%3c|%-3c|\n", 'a', 66, '\n', 'x', 'y');
  printf("%%|%5%|\n");
  printf("%s|%10s|%-10s|%.2s|%10.3s|%.*s\n", "str", "right", "left", "cut", "longer", 3, "abcdef");
  int n = printf("count\n");
  printf("%d\n", n);
  int at;
  printf("12345%n67\n", &at);
  printf("%d\n", at);
  printf("%p %p\n", (void *)0x1234, NULL);
  return 0;
}
