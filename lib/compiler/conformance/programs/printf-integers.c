#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
int main(void) {
  printf("[%5d][%-5d][%05d][%+d][% d][%+5d][%-+5d]\n", 42, 42, 42, 42, 42, 42, 42);
  printf("[%x][%X][%#x][%#X][%o][%#o][%08x][%#010x]\n", 255, 255, 255, 255, 8, 8, 255, 255);
  printf("[%.5d][%8.5d][%-8.5d][%.0d][%+.3d][%05.3d]\n", 42, 42, 42, 0, 7, 9);
  printf("[%hhd][%hd][%hhu][%ld][%lld][%zu][%jd][%td]\n", 300, 70000, 300, -5L, -6LL, (size_t)7, (intmax_t)8, (ptrdiff_t)9);
  printf("[%u][%lu][%llx]\n", -1, -1L, -1LL);
  printf("[%*d][%-*d][%.*d][%*d]\n", 6, 1, 6, 2, 4, 3, -6, 4);
  printf("[%c][%3c][%-3c][%%]\n", 'a', 'b', 'c');
  printf("[%s][%10s][%-10s][%.2s][%10.2s]\n", "text", "text", "text", "text", "text");
  printf("[%d][%i][%d]\n", -2147483647 - 1, 2147483647, 0);
  printf("[%" PRId64 "][%" PRIu32 "][%" PRIx64 "]\n", (int64_t)-1, (uint32_t)5, (uint64_t)255);
  int n, r = printf("count%n\n", &n);
  printf("%d %d\n", n, r);
  printf("[%p][%p]\n", (void *)0, (void *)0x1234);
  char buf[8];
  r = snprintf(buf, sizeof buf, "%s-%d", "longer", 12345);
  printf("[%s] %d\n", buf, r);
  r = sprintf(buf, "%c%c", 'o', 'k');
  printf("[%s] %d\n", buf, r);
  return 0;
}
